using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Notices;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Complaints;

/// <summary>Decides a complaint within a running change and tells whoever complained.</summary>
public sealed class SettleComplaint(ParticipationDbContext db, Notifier notifier, NoticeMails mails)
{
    internal async Task<Refusal?> ExecuteAsync(Change change, Matter matter, ComplaintAtHand hand, Actor actor, CancellationToken cancel)
    {
        var complaint = await db.Complaints.SingleOrDefaultAsync(candidate => candidate.Number == hand.Number, cancel) ?? throw new NotFoundException();
        var decisions = await db.Decisions.SinceAsync(complaint.DecisionId, cancel);
        var about = decisions[0];
        if (!actor.IsModerator || about.SubjectId != matter.Subject.Id) return new NotAllowed();
        var notice = complaint.NoticeId is { } reported ? await db.Notices.SingleAsync(candidate => candidate.Id == reported, cancel) : null;
        if (complaint.Decide(hand.Outcome, hand.Reasons, actor.Person, decisions, notice?.NotifierId, change.Now) is { } refusal) return refusal;
        await db.CaseClaims.Where(claim => claim.Idea == matter.Idea && claim.Comment == (matter.Comment ?? 0)).ExecuteDeleteAsync(cancel);
        var kind = (notice, hand.Outcome) switch
        {
            (null, ComplaintOutcome.Reversed) => NotificationKind.ComplaintReversed,
            (null, _) => NotificationKind.ComplaintConfirmed,
            (_, ComplaintOutcome.Reversed) => NotificationKind.NoticeComplaintReversed,
            _ => NotificationKind.NoticeComplaintConfirmed,
        };
        if ((complaint.FiledBy ?? notice?.NotifierId) is { } person)
            await notifier.TellAsync(person, new Happening(kind, matter.Idea, matter.Title, $"complaint-{complaint.Number}", matter.Comment, hand.Reasons, notice?.Number ?? about.Number), change.Now, cancel);
        else if (notice is not null) change.Then(() => mails.ComplaintDecided(notice, complaint));
        change.Evict(CacheTags.Transparency);
        change.Audit(hand.Outcome is ComplaintOutcome.Reversed ? "complaint.reverse" : "complaint.confirm", matter.Subject, actor, $"{complaint.Number}");
        return null;
    }
}

/// <summary>The complaint that a step answers.</summary>
/// <param name="Number">Its public number.</param>
/// <param name="Outcome">Confirmed or reversed.</param>
/// <param name="Reasons">For whoever complained.</param>
public sealed record ComplaintAtHand(int Number, ComplaintOutcome Outcome, string Reasons);
