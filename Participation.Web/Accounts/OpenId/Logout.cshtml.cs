using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenIddict.Abstractions;
using Participation.Web.Accounts.Authorities;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.OpenId;

/// <summary>
/// Ends the sign-in on behalf of an application. An identity token of this very session is proof enough; without it anyone could have
/// made the link, so the person is asked.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LogoutModel(SignInManager<Account> signIn, LeavingAuthority leaving, IOpenIddictApplicationManager applications, FormGuard guard) : PageModel
{
    /// <summary>What the form carries along.</summary>
    public IEnumerable<KeyValuePair<string, string>> Carried { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (User.ActorOrNull() is null) return Back();
        if (await IsOfThisSessionAsync()) return await EndAsync(cancel);
        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Request.HasFormContentType || !Request.Form.ContainsKey("entscheidung")) return await OnGetAsync(cancel);
        await ShowAsync(cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        return await EndAsync(cancel);
    }

    /// <summary>Here, at the authority if one signed the person in, and then back to the application: its request waits and finds nobody signed in any more.</summary>
    private async Task<IActionResult> EndAsync(CancellationToken cancel)
    {
        var request = AuthorizeRequest.Of(HttpContext);
        var isElsewhereToo = await leaving.PrepareAsync(User, request.RequestUri is null ? Links.Home : AuthorizeForm.AddressOut(request), cancel);
        await signIn.SignOutAsync();
        return isElsewhereToo ? LocalRedirect(Links.LeaveAuthority) : Back();
    }

    /// <summary>To the registered address that the application named, else to the start page.</summary>
    private SignOutResult Back() => SignOut(new AuthenticationProperties { RedirectUri = Links.Home }, TokenPrincipal.Scheme);

    private async Task<bool> IsOfThisSessionAsync()
    {
        var hint = (await HttpContext.AuthenticateAsync(TokenPrincipal.Scheme)).Principal;
        return hint?.Sid() is { } key && User.Sid() is { } sid && key == AccountSession.KeyOf(sid);
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var request = AuthorizeRequest.Of(HttpContext);
        Carried = [.. AuthorizeForm.CarriedOut(request)];
        if (request.PostLogoutRedirectUri is not { Length: > 0 } target) return;
        await foreach (var _ in applications.FindByPostLogoutRedirectUriAsync(target, cancel))
        {
            FormTargets.Allow(HttpContext, [target]);
            return;
        }
    }
}
