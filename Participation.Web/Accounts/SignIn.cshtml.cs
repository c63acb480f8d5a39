using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Participation.Web.Accounts.Factors;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts;

/// <summary>Signs someone in. Whatever is wrong, the answer is the same.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class SignInModel(SignInWithPassword signIn, SignInWithPasskey passkey, AccountQueries accounts, IOptions<IdentityOptions> identity) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "weiter")]
    public string? Next { get; set; }

    public bool HasFailed { get; private set; }

    public IReadOnlyList<AccountOverview> DemoAccounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => DemoAccounts = await accounts.DemoAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (Input.Password.Length <= PasswordRule.MaxLength && NewPerson.IsEmail(Input.Email.Trim()))
        {
            var step = await signIn.ExecuteAsync(Input.Email.Trim(), Input.Password, Input.Stay, cancel);
            if (step is PasswordStep.CodeNeeded) return LocalRedirect(Links.SignInCodeThen(LocalAddress.OrHome(Next)));
            if (step is PasswordStep.SignedIn) return LocalRedirect(LocalAddress.OrHome(Next));
        }

        var lockout = identity.Value.Lockout;
        ModelState.AddModelError("", string.Format(AccountsTexts.SignInFailed, lockout.MaxFailedAccessAttempts, lockout.DefaultLockoutTimeSpan.TotalMinutes));
        HasFailed = true;
        DemoAccounts = await accounts.DemoAsync(cancel);
        return this.InvalidPage();
    }

    /// <summary>The answer of a passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (await passkey.ExecuteAsync(Input.Passkey, stay: false) is not { } refusal) return LocalRedirect(LocalAddress.OrHome(Next));
        DemoAccounts = await accounts.DemoAsync(cancel);
        return this.RefusedPage(refusal);
    }
}

/// <summary>The sign-in form.</summary>
public sealed record SignInInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Email { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Password { get; init; } = "";

    public bool Stay { get; init; }

    /// <summary>What the browser answered with a passkey.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Passkey { get; init; } = "";
}
