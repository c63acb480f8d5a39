using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts;

/// <summary>Asks for a link to set a new password; the answer does not tell whether there is an account.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class ForgotPasswordModel(AccountMails mails) : PageModel
{
    [BindProperty]
    public ForgotPasswordInput Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.CheckEmail("Input.Email", Input.Email);
        if (!ModelState.IsValid) return this.InvalidPage();
        await mails.ResetAsync(Input.Email.Trim(), cancel);
        return this.RedirectWithNotice(Links.SignIn, AccountsTexts.SentNotice);
    }
}

/// <summary>The form.</summary>
public sealed record ForgotPasswordInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Email { get; init; } = "";
}
