using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Markdown;

namespace Participation.Web.Moderation.Notices;

/// <summary>Notices as moderators and those who sent them read them.</summary>
public sealed class NoticeQueries(ParticipationDbContext db, Contributions contributions)
{
    private const int ExcerptLength = 240;

    private const int MostOfOneCase = 50;

    /// <summary>The notices about one contribution, newest first.</summary>
    public async Task<IReadOnlyList<NoticeRow>> OfAsync(Subject subject, CancellationToken cancel) => await (
        from notice in db.Notices.AsNoTracking()
        join person in db.People on notice.NotifierId equals (PersonId?)person.Id into people
        from notifier in people.DefaultIfEmpty()
        where notice.SubjectKind == subject.Kind && notice.SubjectId == subject.Id
        orderby notice.Number descending
        select new NoticeRow(notice.Number, notice.Reason, notice.Explanation, notice.ReceivedAt, notifier == null ? notice.Name : notifier.DisplayName, notice.NotifierId != null, notice.Outcome)).Take(MostOfOneCase).ToListAsync(cancel);

    /// <summary>Contributions with notices that nobody answered: sexual abuse of children first, then by the oldest notice. Each is called by its gravest reason.</summary>
    public async Task<IReadOnlyList<ReportedItem>> OpenAsync(CancellationToken cancel)
    {
        var reported = await db.Notices.AsNoTracking().Where(notice => notice.Outcome == NoticeOutcome.Open)
            .GroupBy(notice => new { notice.SubjectKind, notice.SubjectId })
            .Select(group => new
            {
                group.Key.SubjectKind, group.Key.SubjectId, Since = group.Min(notice => notice.ReceivedAt), Count = group.Count(),
                Gravity = group.Min(notice => notice.Reason == NoticeReason.ChildAbuse ? 0 : notice.Reason == NoticeReason.Unlawful ? 1 : notice.Reason == NoticeReason.PersonalData ? 2 : notice.Reason == NoticeReason.Netiquette ? 3 : notice.Reason == NoticeReason.Spam ? 4 : 5),
            })
            .OrderBy(group => group.Gravity == 0 ? 0 : 1).ThenBy(group => group.Since).Take(QueueQueries.Most).ToListAsync(cancel);
        var about = await contributions.FindAsync([.. reported.Select(item => new Subject(item.SubjectKind, item.SubjectId))], cancel);
        var texts = await contributions.TextsAsync([.. reported.Select(item => new Subject(item.SubjectKind, item.SubjectId))], cancel);
        return [.. reported.Where(item => about.ContainsKey(item.SubjectId)).Select(item => new ReportedItem(about[item.SubjectId], item.Since, item.Count, Notice.ByGravity[item.Gravity], PlainText.Cut(texts.GetValueOrDefault(item.SubjectId, ""), ExcerptLength)))];
    }

    /// <summary>How many contributions have notices that nobody answered.</summary>
    public Task<int> CountAsync(CancellationToken cancel) =>
        db.Notices.Where(notice => notice.Outcome == NoticeOutcome.Open).Select(notice => new { notice.SubjectKind, notice.SubjectId }).Distinct().CountAsync(cancel);

    /// <summary>One notice as whoever sent it reads it: by its secret, or as the signed-in person who sent it.</summary>
    public async Task<OwnNotice?> FindAsync(string key, PersonId? reader, CancellationToken cancel)
    {
        var hash = Accounts.SecretHash.Of(key);
        var number = int.TryParse(key, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var parsed) ? parsed : (int?)null;
        var notice = number is null || reader is null
            ? await db.Notices.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.KeyHash == hash, cancel)
            : await db.Notices.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == number && candidate.NotifierId == reader, cancel);
        if (notice is null) return null;
        var decision = notice.DecisionId is { } id ? await db.Decisions.AsNoTracking().SingleAsync(candidate => candidate.Id == id, cancel) : null;
        var complaint = await db.Complaints.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.NoticeId == notice.Id, cancel);
        var reversed = decision is not null && await db.Complaints.AnyAsync(candidate => candidate.DecisionId == decision.Id && candidate.Outcome == ComplaintOutcome.Reversed, cancel);
        return new OwnNotice(notice, await contributions.OneAsync(new Subject(notice.SubjectKind, notice.SubjectId), cancel), decision, complaint, reversed);
    }
}

/// <summary>A notice as moderators read it.</summary>
public sealed record NoticeRow(int Number, NoticeReason Reason, string Explanation, DateTimeOffset At, string? Name, bool HasAccount, NoticeOutcome Outcome);

/// <summary>A contribution with open notices.</summary>
public sealed record ReportedItem(Contribution About, DateTimeOffset Since, int Count, NoticeReason Reason, string Excerpt);

/// <summary>A notice as its sender reads it.</summary>
public sealed record OwnNotice(Notice Notice, Contribution About, Decision? Decision, Complaint? Complaint, bool WasReversed);
