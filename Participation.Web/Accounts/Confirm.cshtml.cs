using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts;

/// <summary>Reading the page changes nothing, because scanners of mail servers follow links; pressing the button confirms.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class ConfirmModel(ConfirmAddress confirm) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "konto")]
    public string? Account { get; set; }

    [BindProperty(SupportsGet = true, Name = "zeichen")]
    public string? Token { get; set; }

    [BindProperty(SupportsGet = true, Name = "weiter")]
    public string? Next { get; set; }

    public bool HasExpired { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await confirm.ExecuteAsync(Guid.TryParse(Account, out var account) ? account : Guid.Empty, Token ?? "", cancel) is not { } refusal)
            return this.RedirectWithNotice(Links.SignInThen(LocalAddress.OrHome(Next)), AccountsTexts.ConfirmDone);
        HasExpired = true;
        return this.RefusedPage(refusal);
    }
}
