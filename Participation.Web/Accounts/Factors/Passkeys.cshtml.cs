using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Factors;

/// <summary>One's passkeys: add with a name, remove.</summary>
[Authorize(Policy = Policies.FreshSignIn), EnableRateLimiting(Limits.SignIn)]
public sealed class PasskeysModel(OwnAccount own, KeepPasskeys keep, UserManager<Account> users) : PageModel
{
    private Account _account = new();

    [BindProperty]
    public PasskeyInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "weiter")]
    public string? Next { get; set; }

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await EnterAsync(cancel) is { } away ? away : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (await EnterAsync(cancel) is { } away) return away;
        var name = Input.Name.Trim();
        if (name.Length is 0 or > KeepPasskeys.NameMaxLength || name.Any(char.IsControl)) ModelState.AddModelError("Input.Name", string.Format(FactorsTexts.PasskeyNameInvalid, KeepPasskeys.NameMaxLength));
        if (!ModelState.IsValid) return this.InvalidPage();
        if (await keep.AddAsync(_account, name, Input.Passkey, cancel) is { } refusal) return this.RefusedPage(refusal);
        return this.RedirectWithNotice(Next is null ? Links.Passkeys : LocalAddress.OrHome(Next), FactorsTexts.PasskeyAdded);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (await EnterAsync(cancel) is { } away) return away;
        if (await keep.RemoveAsync(_account, Input.Id, cancel) is { } refusal) return this.RefusedPage(refusal);
        return this.RedirectWithNotice(Links.Passkeys, FactorsTexts.PasskeyRemoved);
    }

    /// <summary>Loads the account; a session without the factor that protects it first has to use it.</summary>
    private async Task<LocalRedirectResult?> EnterAsync(CancellationToken cancel)
    {
        _account = await own.LoadAsync(User, cancel);
        var protection = await own.ProtectionAsync(_account, cancel);
        if (!protection.MayChange(User)) return LocalRedirect(Links.ConfirmYourselfThen(Links.PasskeysThen(Next)));
        Passkeys = [.. (await users.GetPasskeysAsync(_account)).OrderBy(passkey => passkey.CreatedAt)];
        return null;
    }
}

/// <summary>The forms.</summary>
public sealed record PasskeyInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Name { get; init; } = "";

    /// <summary>What the browser answered.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Passkey { get; init; } = "";

    /// <summary>Which one to remove.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Id { get; init; } = "";
}
