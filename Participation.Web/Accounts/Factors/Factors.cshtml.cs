using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Factors;

/// <summary>The codes of an authenticator app: set up, renew recovery codes, switch off.</summary>
[Authorize(Policy = Policies.FreshSignIn), EnableRateLimiting(Limits.SignIn)]
public sealed class FactorsModel(OwnAccount own, SwitchCodes codes, CodeSecrets secrets, IOptions<CityOptions> city) : PageModel
{
    private Account _account = new();

    [BindProperty]
    public FactorInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "weiter")]
    public string? Next { get; set; }

    public Protection Protection { get; private set; } = new(HasPassword: false, HasCodes: false, 0, 0, NeedsSecondFactor: false);

    /// <summary>Whether the role asks for a factor that this session lacks.</summary>
    public bool IsOwed => User.IsUnproven();

    /// <summary>The secret to set up, or null when codes are on.</summary>
    public string? Secret { get; private set; }

    /// <summary>What the QR code says.</summary>
    public string Address => Totp.Address(Secret ?? "", _account.Email ?? "", $"{city.Value.Brand} {city.Value.BrandPlace}");

    /// <summary>Recovery codes, in the one answer that shows them.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await EnterAsync(cancel) is { } away) return away;
        Offer();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (await EnterAsync(cancel) is { } away) return away;
        if (_account.TwoFactorEnabled) return LocalRedirect(Links.FactorsThen(Next));
        var done = await codes.OnAsync(_account, Input.Offer, Input.Code, cancel);
        if (done.Done) return Show(done.Value);
        ModelState.AddModelError("Input.Code", Refusals.Text(done.Refusal));
        Offer();
        return this.InvalidPage();
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken cancel)
    {
        if (await EnterAsync(cancel) is { } away) return away;
        return _account.TwoFactorEnabled ? Show(await codes.RenewAsync(_account, cancel)) : LocalRedirect(Links.Factors);
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancel)
    {
        if (await EnterAsync(cancel) is { } away) return away;
        if (!_account.TwoFactorEnabled || await codes.OffAsync(_account, cancel) is not { } refusal) return this.RedirectWithNotice(Links.Factors, FactorsTexts.OffDone);
        return this.RefusedPage(refusal);
    }

    /// <summary>Loads the account; a session without the factor that protects it first has to use it.</summary>
    private async Task<LocalRedirectResult?> EnterAsync(CancellationToken cancel)
    {
        _account = await own.LoadAsync(User, cancel);
        Protection = await own.ProtectionAsync(_account, cancel);
        return Protection.MayChange(User) ? null : LocalRedirect(Links.ConfirmYourselfThen(Links.FactorsThen(Next)));
    }

    /// <summary>Keeps the secret of a form that was sent with a wrong code, so that nobody has to scan twice.</summary>
    private void Offer()
    {
        if (_account.TwoFactorEnabled) return;
        Secret = secrets.Accept(_account.Id, Input.Offer) ?? Totp.NewSecret();
        Input = new FactorInput { Offer = secrets.Offer(_account.Id, Secret) };
    }

    /// <summary>Answers the post itself: nothing on the server knows the codes afterwards.</summary>
    private PageResult Show(IReadOnlyList<string> shown)
    {
        Response.Headers.CacheControl = "no-store";
        RecoveryCodes = shown;
        Protection = Protection with { HasCodes = true, RecoveryCodes = shown.Count };
        return Page();
    }
}

/// <summary>The form.</summary>
public sealed record FactorInput
{
    /// <summary>The sealed secret.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Offer { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Code { get; init; } = "";
}
