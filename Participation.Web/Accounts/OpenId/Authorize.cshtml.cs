using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenIddict.Server.AspNetCore;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Participation.Web.Accounts.OpenId;

/// <summary>
/// Where applications send people: sign-in, consent, and back. Requests may come as a post from another site, so the page checks the
/// token of its own form itself.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AuthorizeModel(AuthorizeRequest request, Consent consent, FormGuard guard) : PageModel
{
    private const string Yes = "ja";
    private const string No = "nein";

    /// <summary>Who asks for what.</summary>
    public AskedFor Asked { get; private set; } = new("", "", [], "", IsCertain: false);

    /// <summary>What the form carries along: it names the request, nothing else.</summary>
    public IEnumerable<KeyValuePair<string, string>> Carried => AuthorizeForm.Carried(AuthorizeRequest.Of(HttpContext));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Asked = await request.AskedForAsync(HttpContext, cancel);
        return await NextAsync(cancel) ?? Ask();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Asked = await request.AskedForAsync(HttpContext, cancel);
        var decision = Request.HasFormContentType ? Request.Form["entscheidung"].ToString() : "";
        if (decision.Length == 0) return await NextAsync(cancel) ?? Ask();
        var (step, error) = await request.NextAsync(HttpContext, Asked, cancel);
        if (step is AuthorizeStep.Refuse) return Refused(error!);
        if (step is not (AuthorizeStep.Ask or AuthorizeStep.Grant)) return Lead(step);
        if (!await guard.IsGenuineAsync(this)) return Invalid();
        if (decision == No) return Refused(Errors.AccessDenied);
        if (decision != Yes)
        {
            ModelState.AddModelError("", OpenIdTexts.ConsentMust);
            return Invalid();
        }

        await consent.GiveAsync(User.Actor().Person, Asked.Application, Asked.Scopes, cancel);
        return await GrantAsync(cancel);
    }

    private async Task<IActionResult?> NextAsync(CancellationToken cancel)
    {
        var (step, error) = await request.NextAsync(HttpContext, Asked, cancel);
        return step switch
        {
            AuthorizeStep.Grant => await GrantAsync(cancel),
            AuthorizeStep.Refuse => Refused(error!),
            AuthorizeStep.Ask => null,
            _ => Lead(step),
        };
    }

    private async Task<IActionResult> GrantAsync(CancellationToken cancel) => SignIn(await request.GrantAsync(HttpContext, Asked, cancel), TokenPrincipal.Scheme);

    private LocalRedirectResult Lead(AuthorizeStep step)
    {
        var here = LocalAddress.OrHome(AuthorizeForm.Address(AuthorizeRequest.Of(HttpContext)));
        return LocalRedirect(step is AuthorizeStep.SignIn ? Links.SignInThen(here) : Links.ConfirmYourselfThen(here));
    }

    private ForbidResult Refused(string error) =>
        Forbid(new AuthenticationProperties(new Dictionary<string, string?>(StringComparer.Ordinal) { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }), TokenPrincipal.Scheme);

    private PageResult Ask()
    {
        FormTargets.Allow(HttpContext, [Asked.RedirectUri]);
        return Page();
    }

    private PageResult Invalid()
    {
        FormTargets.Allow(HttpContext, [Asked.RedirectUri]);
        return this.InvalidPage();
    }
}
