using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation;

/// <summary>The queue, what is looked at afterwards, and the answers that are due.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class IndexModel(QueueQueries queries, MarkSeen markSeen, CityClock clock) : PageModel
{
    /// <summary>The list that is shown: empty for the queue.</summary>
    [BindProperty(SupportsGet = true, Name = "bereich")]
    public string? Area { get; set; }

    public long Sequence { get; private set; }

    public QueueCounts Counts { get; private set; } = new(0, 0, 0, 0);

    public IReadOnlyList<QueueItem> Waiting { get; private set; } = [];

    public IReadOnlyList<UnseenItem> Unseen { get; private set; } = [];

    public IReadOnlyList<DueAnswer> Due { get; private set; } = [];

    public bool IsEmpty => Waiting.Count + Unseen.Count + Due.Count == 0;

    /// <summary>How many of this list are not shown yet.</summary>
    public int More => Area switch
    {
        Links.AreaUnseen => Counts.Unseen - Unseen.Count,
        Links.AreaDue => Counts.Due - Due.Count,
        Links.AreaComplaints => Counts.Complaints - Waiting.Count,
        _ => Counts.Waiting - Waiting.Count,
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Sequence = await queries.SequenceAsync(cancel);
        Counts = await queries.CountsAsync(cancel);
        if (Area == Links.AreaUnseen) Unseen = await queries.UnseenAsync(cancel);
        else if (Area == Links.AreaDue) Due = await queries.DueAnswersAsync(cancel);
        else if (Area == Links.AreaComplaints) Waiting = await queries.ComplaintsAsync(User.Actor().Person, cancel);
        else Waiting = await queries.WaitingAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] List<SeenText> gesehen, CancellationToken cancel)
    {
        var done = await markSeen.ExecuteAsync([.. gesehen.Where(text => text is not null).Take(QueueQueries.Most)], User.Actor(), cancel);
        return this.RedirectWithNotice(Links.ModerationArea(Links.AreaUnseen), Counted.Of(done, ModerationTexts.SeenOne, ModerationTexts.SeenMany));
    }

    public string Class(DueAnswer answer) => clock.DaysUntil(answer.Day) < 0 ? "due due--late" : "due due--soon";

    /// <summary>Whether something waits longer than the target.</summary>
    public bool IsLate(QueueItem item) => clock.Now > item.Due;

    public string Class(QueueItem item) => Class(item.Due, item.Target / 2);

    /// <summary>Of texts to look at afterwards.</summary>
    public string Class(UnseenItem item) => Class(item.Since + TargetTimes.New, TargetTimes.New / 2);

    private string Class(DateTimeOffset due, TimeSpan near) => clock.Now > due ? "due due--late" : clock.Now > due - near ? "due due--soon" : "due";
}
