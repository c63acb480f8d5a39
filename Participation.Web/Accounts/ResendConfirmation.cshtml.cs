using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts;

/// <summary>Asks for the confirmation mail again; the answer does not tell whether there is an account.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class ResendConfirmationModel(AccountMails mails) : PageModel
{
    [BindProperty]
    public ResendConfirmationInput Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.CheckEmail("Input.Email", Input.Email);
        if (!ModelState.IsValid) return this.InvalidPage();
        await mails.ConfirmAgainAsync(Input.Email.Trim(), Links.Home, cancel);
        return this.RedirectWithNotice(Links.SignIn, AccountsTexts.SentNotice);
    }
}

/// <summary>The form.</summary>
public sealed record ResendConfirmationInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Email { get; init; } = "";
}
