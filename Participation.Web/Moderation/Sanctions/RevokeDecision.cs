using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Sanctions;

/// <summary>
/// Takes back a measure against a person, or says that a text should not have been shortened; of its own accord or because of a complaint.
/// What was taken out of a text is gone and does not come back by this: its author may write it again.
/// </summary>
public sealed class RevokeDecision(ParticipationDbContext db, Changes changes, Matters matters, DecisionBook book, LiftSanction lift, SettleComplaint complaints, Notifier notifier)
{
    /// <param name="number">The decision.</param>
    /// <param name="facts">Why; the author reads it.</param>
    /// <param name="hand">The complaint that led to it, if one did.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Refusal?> ExecuteAsync(int number, string facts, ComplaintAtHand? hand, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Moderation], cancel);
        var decision = await db.Decisions.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();
        var matter = await matters.OfAsync(decision, cancel);
        if (!actor.IsModerator || decision.AuthorId == actor.Person) return new NotAllowed();
        if (!decision.CanBeRevoked || await db.Decisions.AnyAsync(other => other.RevokesId == decision.Id, cancel)) return new ChangedMeanwhile();
        if (hand is not null && await complaints.ExecuteAsync(change, matter, hand, actor, cancel) is { } refusal) return refusal;
        await lift.ExecuteAsync(decision, change.Now, cancel);
        var revoked = await book.WriteAsync(change, matter, new Statement(Measure.Revoke, Ground.None, facts) { Revokes = decision.Id }, actor, hand is not null, cancel);
        // Whoever complained is told of the outcome anyway.
        if (hand is null)
            await notifier.TellAsync(decision.AuthorId, new Happening(NotificationKind.DecisionRevoked, matter.Discussion, matter.Title, $"decision-{revoked}", matter.Part, facts, revoked), change.Now, cancel);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, matter.At.Number);
        change.Audit("decision.revoke", matter.Subject, actor, facts);
        await change.CommitAsync(cancel);
        return null;
    }
}
