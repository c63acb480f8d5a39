using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Accounts.Authorities;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Factors;

/// <summary>Before something dangerous the signed-in person proves once more who they are.</summary>
[Authorize, EnableRateLimiting(Limits.SignIn)]
public sealed class ConfirmYourselfModel(OwnAccount own, ProveYourself prove, SignInWithPasskey passkey, WaysIn ways) : PageModel
{
    private Account _account = new();

    [BindProperty]
    public ProofInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "weiter")]
    public string? Next { get; set; }

    public Protection Protection { get; private set; } = new(HasPassword: false, HasCodes: false, 0, 0, NeedsSecondFactor: false);

    /// <summary>Whether a password would not be enough.</summary>
    public bool NeedsPasskey => Protection is { ChangeNeedsFactor: true, HasCodes: false };

    /// <summary>Authorities at which the person can prove it.</summary>
    public IReadOnlyList<string> Connected { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        await LoadAsync(cancel);
        if (Input.Password.Length > PasswordRule.MaxLength) return this.InvalidPage();
        if (await prove.ExecuteAsync(_account, Input.Password, Input.Code, cancel) is not { } refusal) return LocalRedirect(LocalAddress.OrHome(Next));
        ModelState.AddModelError(refusal is WrongCode ? "Input.Code" : "Input.Password", Refusals.Text(refusal));
        return this.InvalidPage();
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        await LoadAsync(cancel);
        return await passkey.ProveAsync(_account, Input.Passkey) is { } refusal ? this.RefusedPage(refusal) : LocalRedirect(LocalAddress.OrHome(Next));
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        _account = await own.LoadAsync(User, cancel);
        Protection = await own.ProtectionAsync(_account, cancel);
        Connected = [.. (await ways.ConnectedAsync(_account.Id, cancel)).Select(one => one.Authority)];
    }
}

/// <summary>The form.</summary>
public sealed record ProofInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Password { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Code { get; init; } = "";

    /// <summary>What the browser answered with a passkey.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Passkey { get; init; } = "";
}
