using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation.Notices;

/// <summary>
/// Tells people without an account what was decided about what they reported, and about their complaint (Digital Services Act, Art. 16(5), 20(5)): once, when it cannot be
/// undone any more. One node at a time; what was taken up by one that died is not sent twice.
/// </summary>
public sealed class MailNotifiers(ParticipationDbContext db, Contributions contributions, NoticeMails mails, TimeProvider clock)
{
    private const string Work = "notice-mails";
    private const int Batch = 100;

    /// <summary>After an outage; older ones were told otherwise.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly string _holder = DecisionId.New(clock.GetUtcNow()).Value.ToString("N");

    /// <returns>How many mails were taken up.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!await db.TakeLeaseAsync(Work, _holder, now, Lease, cancel)) return 0;
        var (since, until) = (now - Longest, now - Decision.CertainAfter);
        var notices = await db.Notices.Where(notice => notice.ToldAt == null && notice.NotifierId == null && notice.Email != null && notice.DecidedAt > since && notice.DecidedAt <= until)
            .OrderBy(notice => notice.Number).Take(Batch).ToListAsync(cancel);
        var complaints = await db.Complaints.Where(complaint => complaint.ToldAt == null && complaint.DecidedAt > since && complaint.DecidedAt <= until)
            .Join(db.Notices.Where(notice => notice.NotifierId == null && notice.Email != null), complaint => complaint.NoticeId, notice => (NoticeId?)notice.Id, (complaint, notice) => new { Complaint = complaint, Notice = notice })
            .OrderBy(row => row.Complaint.Number).Take(Batch).ToListAsync(cancel);
        var about = await contributions.FindAsync([.. notices.Select(notice => new Subject(notice.SubjectKind, notice.SubjectId))], cancel);
        foreach (var notice in notices) notice.Tell(now);
        foreach (var row in complaints) row.Complaint.Tell(now);
        await db.SaveChangesAsync(cancel);
        foreach (var notice in notices) mails.Decided(notice, about.TryGetValue(notice.SubjectId, out var home) && !(home.At.IsOfProposal && home.IsHomeHidden) ? home.Title : null);
        foreach (var row in complaints) mails.ComplaintDecided(row.Notice, row.Complaint);
        await db.TakeLeaseAsync(Work, _holder, clock.GetUtcNow(), -TimeSpan.FromSeconds(1), cancel);
        return notices.Count + complaints.Count;
    }
}

/// <summary>Does so every minute.</summary>
internal sealed class NoticeMailRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NoticeMailRounds> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync<MailNotifiers>(Pace, scopes, clock, log, mails => mails.ExecuteAsync(stoppingToken), stoppingToken);
}
