using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Accounts.Factors;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Authorities;

/// <summary>How one signs in; connects the account with an authority and disconnects it.</summary>
[Authorize(Policy = Policies.FreshSignIn), EnableRateLimiting(Limits.SignIn)]
public sealed class WaysModel(OwnAccount own, WaysIn ways, DisconnectAuthority disconnect, AuthorityList authorities, Errands errands) : PageModel
{
    private Account _account = new();

    [BindProperty]
    public WaysInput Input { get; set; } = new();

    public Protection Protection { get; private set; } = new(HasPassword: false, HasCodes: false, 0, 0, NeedsSecondFactor: false);

    public bool IsPasswordOff { get; private set; }

    public IReadOnlyList<ConnectedView> Connected { get; private set; } = [];

    /// <summary>Authorities to connect with, and whether it is for a second time: to be confirmed anew.</summary>
    public IEnumerable<(Authority Authority, bool IsConnected)> Offers => authorities.All.Select(one => (one, Connected.Any(view => view.Authority == one.Name)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await EnterAsync(cancel) is { } away ? away : Page();

    public async Task<IActionResult> OnPostDisconnectAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (await EnterAsync(cancel) is { } away) return away;
        var name = Connected.FirstOrDefault(view => view.Key == Input.Key)?.Name ?? throw new NotFoundException();
        if (await disconnect.ExecuteAsync(_account, Input.Key, cancel) is { } refusal) return this.RefusedPage(refusal);
        return this.RedirectWithNotice(Links.WaysIn, string.Format(AuthoritiesTexts.Disconnected, name));
    }

    /// <summary>The link to connect, good for this session only.</summary>
    public string ConnectWith(Authority authority) => Links.SignInWith(authority.Name, Links.WaysIn, errands.Seal(ErrandKind.Connect, User.Sid()));

    /// <summary>Loads the account; a session without the factor that protects it first has to use it.</summary>
    private async Task<LocalRedirectResult?> EnterAsync(CancellationToken cancel)
    {
        _account = await own.LoadAsync(User, cancel);
        Protection = await own.ProtectionAsync(_account, cancel);
        if (!Protection.MayChange(User)) return LocalRedirect(Links.ConfirmYourselfThen(Links.WaysIn));
        IsPasswordOff = !await ways.MayUsePasswordAsync(_account, cancel);
        Connected = await ways.ConnectedAsync(_account.Id, cancel);
        return null;
    }
}

/// <summary>The form.</summary>
public sealed record WaysInput
{
    /// <summary>Which identity.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Key { get; init; } = "";
}
