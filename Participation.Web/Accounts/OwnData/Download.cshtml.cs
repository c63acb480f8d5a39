using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.OwnData;

/// <summary>Hands the finished copy to the person it is about, who has just proved who they are.</summary>
[Authorize(Policy = Policies.FreshSignIn), EnableRateLimiting(Limits.Write)]
public sealed class DownloadModel(ParticipationDbContext db, ExportSeal seal, CityClock clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (person, now) = (User.Actor().Person, clock.Now);
        var content = await db.DataExports.AsNoTracking().Where(export => export.PersonId == person && export.Status == DataExportStatus.Ready && export.ExpiresAt > now)
            .Select(export => export.Content).SingleOrDefaultAsync(cancel);
        if (content is null || seal.Open(person, content) is not { } file) return this.RedirectWithNotice(Links.OwnData, OwnDataTexts.ExportNone);
        Response.Headers.CacheControl = "no-store";
        return File(file, "application/zip", string.Create(CultureInfo.InvariantCulture, $"meine-daten-{clock.Today:yyyy-MM-dd}.zip"));
    }
}
