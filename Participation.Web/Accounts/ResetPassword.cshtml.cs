using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts;

/// <summary>Sets a new password with the link from a mail.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class ResetPasswordModel(ResetPassword reset, AccountQueries accounts) : PageModel
{
    [BindProperty]
    public ResetPasswordInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "konto")]
    public Guid AccountId { get; set; }

    [BindProperty(SupportsGet = true, Name = "zeichen")]
    public string? Token { get; set; }

    public bool HasExpired { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.CheckPassword("Input.Password", Input.Password, await accounts.KnownOfAsync(AccountId, cancel));
        if (!ModelState.IsValid) return this.InvalidPage();
        if (await reset.ExecuteAsync(AccountId, Token ?? "", Input.Password, User.FindFirstValue(ClaimTypes.NameIdentifier) == AccountId.ToString(), cancel) is not { } refusal)
            return this.RedirectWithNotice(Links.SignIn, AccountsTexts.ResetDone);
        HasExpired = true;
        return this.RefusedPage(refusal);
    }
}

/// <summary>The form.</summary>
public sealed record ResetPasswordInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Password { get; init; } = "";
}
