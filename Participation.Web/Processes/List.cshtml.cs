using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Processes;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Processes;

/// <summary>All processes: open ones first, closed ones stay readable.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Processes])]
public sealed class ListModel(ParticipationDbContext db, CityClock clock) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<(string Id, string Title, string Note, IReadOnlyList<Process> Processes)> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var processes = await db.Processes.AsNoTracking().OrderByDescending(process => process.CreatedAt).Take(Most).ToListAsync(cancel);
        var groups = processes.ToLookup(process =>
            process.Activities.Any(activity => activity.IsOpen(clock.Now)) ? 0 : process.Activities.Any(activity => activity.OpensAt > clock.Now) ? 1 : 2);
        Groups =
        [
            ("offen", ProcessesTexts.Open, "", [.. groups[0]]), ("geschlossen", ProcessesTexts.Closed, ProcessesTexts.ClosedNote, [.. groups[2]]),
        ];
        if (groups[1].Any()) Groups = [Groups[0], ("demnaechst", ProcessesTexts.Upcoming, "", [.. groups[1]]), Groups[1]];
    }
}
