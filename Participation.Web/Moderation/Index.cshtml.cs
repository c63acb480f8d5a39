using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Desk;
using Participation.Web.Shared;

namespace Participation.Web.Moderation;

/// <summary>The queue, what is looked at afterwards, and the answers that are due.</summary>
[Authorize(Policy = Policies.Moderation), EnableRateLimiting(Limits.Write)]
public sealed class IndexModel(QueueQueries queries, ClaimQueries claims, MarkSeen markSeen, CityClock clock) : PageModel
{
    /// <summary>The list that is shown: empty for the queue.</summary>
    [BindProperty(SupportsGet = true, Name = "bereich")]
    public string? Area { get; set; }

    public long Sequence { get; private set; }

    public QueueCounts Counts { get; private set; } = new(0, 0, 0, 0);

    public IReadOnlyList<QueueItem> Waiting { get; private set; } = [];

    /// <summary>Who works on what.</summary>
    public IReadOnlyDictionary<CaseRef, ClaimRow> Claims { get; private set; } = new Dictionary<CaseRef, ClaimRow>();

    public IReadOnlyList<UnseenItem> Unseen { get; private set; } = [];

    public IReadOnlyList<DueAnswer> Due { get; private set; } = [];

    public bool IsEmpty => Waiting.Count + Unseen.Count + Due.Count == 0;

    /// <summary>Whether several of this list can be decided on together.</summary>
    public bool MayPick => Area is not Links.AreaComplaints;

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
        else Waiting = await queries.WaitingAsync(User.Actor().Person, cancel);
        if (Waiting.Count > 0) Claims = await claims.AllAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] List<CaseVersion> gesehen, CancellationToken cancel)
    {
        var done = await markSeen.ExecuteAsync([.. gesehen.Where(text => text != default).Take(QueueQueries.Most)], User.Actor(), cancel);
        return this.RedirectWithNotice(Links.ModerationArea(Links.AreaUnseen), Counted.Of(done, ModerationTexts.SeenOne, ModerationTexts.SeenMany));
    }

    public string Class(DueAnswer answer) => clock.DaysUntil(answer.Day) < 0 ? "due due--late" : "due due--soon";
}
