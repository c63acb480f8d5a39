using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Accounts.Factors;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Sessions;

/// <summary>Where one is signed in; ends one session or all others.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class IndexModel(SessionQueries sessions, EndSessions end, OwnAccount own) : PageModel
{
    [BindProperty]
    public EndInput Input { get; set; } = new();

    public IReadOnlyList<SessionView> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Sessions = await sessions.OwnAsync((await own.LoadAsync(User, cancel)).Id, User, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await end.OneAsync((await own.LoadAsync(User, cancel)).Id, Input.Key, cancel)) throw new NotFoundException();
        return this.RedirectWithNotice(Links.Sessions, SessionsTexts.EndDone);
    }

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken cancel)
    {
        await end.OthersAsync((await own.LoadAsync(User, cancel)).Id, User.Sid(), cancel);
        return this.RedirectWithNotice(Links.Sessions, SessionsTexts.OthersDone);
    }
}

/// <summary>The form.</summary>
public sealed record EndInput
{
    /// <summary>Which session.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Key { get; init; } = "";
}
