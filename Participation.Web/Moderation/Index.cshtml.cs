using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Web.Accounts;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation;

/// <summary>The queue and the answers that are due.</summary>
[Authorize(Policy = Policies.Moderation)]
public sealed class IndexModel(QueueQueries queries, CityClock clock) : PageModel
{
    private const int LateAfterDays = 2;

    public long Sequence { get; private set; }

    public IReadOnlyList<QueueItem> Waiting { get; private set; } = [];

    public IReadOnlyList<DueAnswer> Due { get; private set; } = [];

    public bool ShowsDue { get; private set; }

    public async Task OnGetAsync(string? bereich, CancellationToken cancel)
    {
        ShowsDue = bereich == "antworten";
        Sequence = await queries.SequenceAsync(cancel);
        Waiting = await queries.WaitingAsync(cancel);
        Due = await queries.DueAnswersAsync(cancel);
    }

    public string Class(DueAnswer answer) => clock.DaysUntil(answer.Day) < 0 ? "due due--late" : "due due--soon";

    public string Class(QueueItem item) => (clock.Now - item.Since).TotalDays switch
    {
        > LateAfterDays => "due due--late",
        > LateAfterDays - 1 => "due due--soon",
        _ => "due",
    };
}
