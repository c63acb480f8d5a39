using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Desk;
using Participation.Web.Moderation.Notices;
using Participation.Web.Notifications;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Complaints;

/// <summary>Decides a complaint within a running change and tells whoever complained; by mail a little later, see <see cref="MailNotifiers"/>.</summary>
public sealed class SettleComplaint(ParticipationDbContext db, Parties parties, Notifier notifier)
{
    /// <summary>Most complaints that one decision grants; nobody files more about one contribution.</summary>
    private const int MostGranted = 1000;

    internal async Task<Refusal?> ExecuteAsync(Change change, Matter matter, ComplaintAtHand hand, Actor actor, CancellationToken cancel)
    {
        var complaint = await db.Complaints.SingleOrDefaultAsync(candidate => candidate.Number == hand.Number, cancel) ?? throw new NotFoundException();
        var decisions = await db.Decisions.SinceAsync(complaint.DecisionId, cancel);
        var about = decisions[0];
        if (!actor.IsModerator || about.SubjectId != matter.Subject.Id) return new NotAllowed();
        var notice = await NoticeAsync(complaint, cancel);
        List<PersonId> barred = [.. await db.Notices.NotifiersAsync(matter.Subject, cancel), .. await parties.OfAsync(matter, cancel)];
        if (complaint.Decide(hand.Outcome, hand.Reasons, actor.Person, decisions, barred, change.Now) is { } refusal) return refusal;
        await db.CaseClaims.Of(matter.At).ExecuteDeleteAsync(cancel);
        await TellAsync(change, matter, complaint, about.Number, notice, cancel);
        change.Evict(CacheTags.Transparency);
        change.Audit(hand.Outcome is ComplaintOutcome.Reversed ? "complaint.reverse" : "complaint.confirm", matter.Subject, actor, $"{complaint.Number}: {hand.Reasons}");
        return null;
    }

    /// <summary>A decision gave back what others complain about, or took away what they asked to have taken away: they are told, and nobody has to judge any more.</summary>
    internal async Task GrantAsync(Change change, Matter matter, Decision decision, Actor? actor, CancellationToken cancel)
    {
        var open = await (
            from complaint in db.Complaints
            join about in db.Decisions on complaint.DecisionId equals about.Id
            where complaint.Outcome == ComplaintOutcome.Open && about.SubjectKind == matter.Subject.Kind && about.SubjectId == matter.Subject.Id
            orderby complaint.Number
            select new { Complaint = complaint, About = about }).Take(MostGranted).ToListAsync(cancel);
        foreach (var row in open.Where(row => row.Complaint.Outcome is ComplaintOutcome.Open && decision.Overturns(row.About)))
        {
            row.Complaint.Grant(decision, Languages.In(Languages.All[0], () => ComplaintsTexts.Granted).With(decision.Number));
            await TellAsync(change, matter, row.Complaint, row.About.Number, await NoticeAsync(row.Complaint, cancel), cancel);
            change.Audit("complaint.grant", matter.Subject, actor, $"{row.Complaint.Number}");
        }
    }

    private async Task<Notice?> NoticeAsync(Complaint complaint, CancellationToken cancel) => complaint.NoticeId is { } reported ? await db.Notices.SingleAsync(candidate => candidate.Id == reported, cancel) : null;

    private async Task TellAsync(Change change, Matter matter, Complaint complaint, int decision, Notice? notice, CancellationToken cancel)
    {
        var kind = (notice, complaint.Outcome) switch
        {
            (null, ComplaintOutcome.Reversed) => NotificationKind.ComplaintReversed,
            (null, _) => NotificationKind.ComplaintConfirmed,
            (_, ComplaintOutcome.Reversed) => NotificationKind.NoticeComplaintReversed,
            _ => NotificationKind.NoticeComplaintConfirmed,
        };
        if ((complaint.FiledBy ?? notice?.NotifierId) is { } person)
            await notifier.TellAsync(person, new Happening(kind, matter.Discussion, matter.Title, $"complaint-{complaint.Number}", matter.Part, complaint.Reasons, notice?.Number ?? decision), change.Now, cancel);
    }
}

/// <summary>Reads who reported a contribution.</summary>
internal static class Notifiers
{
    /// <summary>Most people that are asked for.</summary>
    private const int Most = 1000;

    /// <summary>Those with an account: they do not judge what came of it.</summary>
    public static Task<List<PersonId>> NotifiersAsync(this IQueryable<Notice> notices, Subject subject, CancellationToken cancel) => notices
        .Where(notice => notice.SubjectKind == subject.Kind && notice.SubjectId == subject.Id && notice.NotifierId != null).OrderBy(notice => notice.Number).Take(Most).Select(notice => notice.NotifierId!.Value).ToListAsync(cancel);
}

/// <summary>The complaint that a step answers.</summary>
/// <param name="Number">Its public number.</param>
/// <param name="Outcome">Confirmed or reversed.</param>
/// <param name="Reasons">For whoever complained.</param>
public sealed record ComplaintAtHand(int Number, ComplaintOutcome Outcome, string Reasons);
