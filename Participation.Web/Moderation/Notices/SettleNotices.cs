using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Web.Data;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Notices;

/// <summary>Whoever reported a contribution is told what a person decided about it, in the transaction of the decision.</summary>
public sealed class SettleNotices(ParticipationDbContext db, Notifier notifier, NoticeMails mails)
{
    /// <summary>Most notices that one decision settles; more are settled by the next.</summary>
    private const int Most = 1000;

    /// <summary>The notices about a contribution that nobody answered yet.</summary>
    public Task<List<Notice>> OpenAsync(Subject subject, CancellationToken cancel) =>
        db.Notices.Where(notice => notice.SubjectKind == subject.Kind && notice.SubjectId == subject.Id && notice.Outcome == NoticeOutcome.Open).OrderBy(notice => notice.Number).Take(Most).ToListAsync(cancel);

    /// <summary>Settles them, unless no person decided.</summary>
    internal async Task SettleAsync(Change change, Matter matter, Decision decision, IReadOnlyList<Notice> notices, CancellationToken cancel)
    {
        if (!decision.AnswersNotices) return;
        var (outcome, kind) = decision.RestrictsAuthor ? (NoticeOutcome.ActedOn, NotificationKind.NoticeActedOn)
            : matter.IsGone ? (NoticeOutcome.Removed, NotificationKind.NoticeRemoved) : (NoticeOutcome.NotActedOn, NotificationKind.NoticeNotActedOn);
        foreach (var notice in notices)
        {
            notice.Settle(outcome, decision.Id, change.Now);
            if (notice.NotifierId is { } person)
                await notifier.TellAsync(person, new Happening(kind, matter.Idea, matter.Title, $"notice-{notice.Number}", matter.Comment, CaseNumber: notice.Number), change.Now, cancel);
            else if (notice.Email is not null) change.Then(() => mails.Decided(notice, matter.Title));
        }
    }
}
