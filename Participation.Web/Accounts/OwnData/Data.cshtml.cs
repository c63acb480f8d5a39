using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.OwnData;

/// <summary>What is stored about oneself: ask for a copy, see how far it is, fetch it, throw it away.</summary>
[Authorize, EnableRateLimiting(Limits.Write)]
public sealed class DataModel(OwnDataQueries queries, RequestExport request, CityClock clock) : PageModel
{
    public ExportState? Export { get; private set; }

    public LeavingState? Leaving { get; private set; }

    public bool IsReady => Export?.IsReady(clock.Now) == true;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Export = await queries.ExportAsync(User.Actor(), cancel);
        Leaving = await queries.LeavingAsync(User.Actor(), cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await request.ExecuteAsync(User.Actor(), cancel);
        return this.RedirectWithNotice(Links.OwnData, OwnDataTexts.ExportAsked);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancel)
    {
        await request.DeleteAsync(User.Actor(), cancel);
        return this.RedirectWithNotice(Links.OwnData, OwnDataTexts.ExportDeleted);
    }
}
