using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Web.Data;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Notices;

/// <summary>Whoever reported a contribution is told what a person decided about it, in the transaction of the decision; by mail when it cannot be undone any more, see <see cref="MailNotifiers"/>.</summary>
public sealed class SettleNotices(ParticipationDbContext db, Notifier notifier)
{
    /// <summary>Notices that are read at once.</summary>
    private const int Batch = 500;

    /// <summary>Whether there are notices about a contribution that nobody answered yet.</summary>
    public Task<bool> AnyOpenAsync(Subject subject, CancellationToken cancel) => Open(subject).AnyAsync(cancel);

    /// <summary>Settles all of them, unless no person decided: two queries for every five hundred.</summary>
    internal async Task SettleAsync(Change change, Matter matter, Decision decision, CancellationToken cancel)
    {
        if (!decision.AnswersNotices) return;
        var (outcome, kind) = decision.RestrictsAuthor ? (NoticeOutcome.ActedOn, NotificationKind.NoticeActedOn)
            : matter.IsGone ? (NoticeOutcome.Removed, NotificationKind.NoticeRemoved) : (NoticeOutcome.NotActedOn, NotificationKind.NoticeNotActedOn);
        var (last, notices) = (0, new List<Notice>());
        do
        {
            var from = last;
            notices = await Open(matter.Subject).Where(notice => notice.Number > from).OrderBy(notice => notice.Number).Take(Batch).ToListAsync(cancel);
            foreach (var notice in notices) notice.Settle(outcome, decision.Id, change.Now);
            await notifier.TellEachAsync([.. notices.Where(notice => notice.NotifierId is not null).Select(notice => (notice.NotifierId!.Value,
                new Happening(kind, matter.Discussion, matter.Title, $"notice-{notice.Number}", matter.Part, CaseNumber: notice.Number)))], change.Now, cancel);
            last = notices.Count == 0 ? last : notices[^1].Number;
        }
        while (notices.Count == Batch);
    }

    private IQueryable<Notice> Open(Subject subject) => db.Notices.Where(notice => notice.SubjectKind == subject.Kind && notice.SubjectId == subject.Id && notice.Outcome == NoticeOutcome.Open);
}
