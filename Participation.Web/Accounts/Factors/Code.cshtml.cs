using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Factors;

/// <summary>The second step of signing in. Without a first one it leads back to it.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class CodeModel(PendingSignIn pending, SignInWithCode signIn, IOptions<IdentityOptions> identity) : PageModel
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "weiter")]
    public string? Next { get; set; }

    public async Task<IActionResult> OnGetAsync() => await pending.FindAsync() is null ? LocalRedirect(Links.SignInThen(LocalAddress.OrHome(Next))) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (await pending.FindAsync() is null) return LocalRedirect(Links.SignInThen(LocalAddress.OrHome(Next)));
        if (await signIn.ExecuteAsync(Input.Code, cancel)) return LocalRedirect(LocalAddress.OrHome(Next));
        var lockout = identity.Value.Lockout;
        ModelState.AddModelError("Input.Code", string.Format(FactorsTexts.CodeFailed, lockout.MaxFailedAccessAttempts, lockout.DefaultLockoutTimeSpan.TotalMinutes));
        return this.InvalidPage();
    }
}

/// <summary>The form.</summary>
public sealed record CodeInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Code { get; init; } = "";
}
