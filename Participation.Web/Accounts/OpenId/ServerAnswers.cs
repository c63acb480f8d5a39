using System.Text.Json.Nodes;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using Participation.Web.Hosting;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Participation.Web.Accounts.OpenId;

/// <summary>A token whose session ended, or whose person is blocked or gone, is not active any more.</summary>
internal sealed class EndedIsInactive(TokenCheck check) : IOpenIddictServerHandler<HandleIntrospectionRequestContext>
{
    public async ValueTask HandleAsync(HandleIntrospectionRequestContext context)
    {
        if (TokenPerson.FromSubject(context.GenericTokenPrincipal.GetClaim(OpenIddictConstants.Claims.Subject)) is null) return;
        if (await check.PersonAsync(context.GenericTokenPrincipal, context.CancellationToken) is null)
            context.Reject(OpenIddictConstants.Errors.InvalidToken, "The session of the token has ended.");
    }
}

/// <summary>Names the context classes in the discovery document.</summary>
internal sealed class SayContextClasses : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        context.Metadata["acr_values_supported"] = new JsonArray(TokenSession.OneFactor, TokenSession.TwoFactors);
        return ValueTask.CompletedTask;
    }
}

/// <summary>When nobody can be sent back to, the site's own error page says what to do; it repeats nothing that was sent.</summary>
internal sealed class SayWhatWasWrong : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>, IOpenIddictServerHandler<ApplyEndSessionResponseContext>
{
    public ValueTask HandleAsync(ApplyAuthorizationResponseContext context) => Note(context.Transaction, context.Error is not null && context.RedirectUri is null);

    public ValueTask HandleAsync(ApplyEndSessionResponseContext context) => Note(context.Transaction, context.Error is not null);

    private static ValueTask Note(OpenIddictServerTransaction transaction, bool isRefused)
    {
        if (isRefused && transaction.GetHttpRequest() is { } request) request.HttpContext.Items[ErrorPages.ReasonItem] = OpenIdTexts.RequestRefused;
        return ValueTask.CompletedTask;
    }
}
