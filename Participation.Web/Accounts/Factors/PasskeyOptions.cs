using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Participation.Web.Notifications;

namespace Participation.Web.Accounts.Factors;

/// <summary>Passkeys belong to the site's domain, are kept by the browser so that no address must be typed, and always ask for the person.</summary>
internal sealed class PasskeyOptions(IOptions<AccountsOptions> accounts, IOptions<SiteOptions> site) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        options.ServerDomain = accounts.Value.PasskeyDomain is { Length: > 0 } domain ? domain : site.Value.PublicUrl?.Host ?? "localhost";
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.AttestationConveyancePreference = "none";
        options.ValidateOrigin = context => ValueTask.FromResult(IsOwn(context));
    }

    /// <summary>Only this site's own pages may use its passkeys, not those of a neighbour on the same domain.</summary>
    private bool IsOwn(PasskeyOriginValidationContext context)
    {
        var request = context.HttpContext.Request;
        var own = site.Value.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";
        return !context.CrossOrigin && string.Equals(context.Origin, own, StringComparison.OrdinalIgnoreCase);
    }
}
