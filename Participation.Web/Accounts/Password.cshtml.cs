using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts;

/// <summary>Changes one's own password.</summary>
[Authorize, EnableRateLimiting(Limits.SignIn)]
public sealed class PasswordModel(ChangePassword change, AccountQueries accounts) : PageModel
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.CheckPassword("Input.Wanted", Input.Wanted, User.PublicName() ?? "", (await accounts.OwnAsync(User.Actor(), cancel)).Email);
        if (!ModelState.IsValid) return this.InvalidPage();
        if (await change.ExecuteAsync(Input.Current, Input.Wanted, User.Actor(), cancel) is not { } refusal)
            return this.RedirectWithNotice(Links.Account, AccountsTexts.ChangeDone);
        ModelState.AddModelError("Input.Current", Refusals.Text(refusal));
        return this.InvalidPage();
    }
}

/// <summary>The form.</summary>
public sealed record PasswordInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Current { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Wanted { get; init; } = "";
}
