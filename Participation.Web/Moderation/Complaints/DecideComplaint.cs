using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Realtime;
using Participation.Web.Moderation.Desk;
using Participation.Web.Moderation.Sanctions;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Complaints;

/// <summary>
/// A moderator who did not make the decision confirms it or reverses it. Reversing takes the opposite step in the same transaction, so
/// that a granted complaint and its contribution never say different things.
/// </summary>
public sealed class DecideComplaint(Changes changes, ComplaintQueries queries, SettleComplaint settle, CaseSteps steps, RevokeDecision revoke)
{
    /// <param name="input">What the form says.</param>
    /// <param name="of">The complaint as it was looked at.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<Refusal?> ExecuteAsync(ComplaintDecision input, ComplaintCase of, Actor actor, CancellationToken cancel)
    {
        var hand = new ComplaintAtHand(of.Number, input.Outcome, input.Reasons);
        if (input.Outcome is not ComplaintOutcome.Reversed) return ConfirmAsync(of, hand, input.Version, actor, cancel);
        if (of.About.Reversal is not { } step) return Task.FromResult<Refusal?>(new ChangedMeanwhile());
        if (step is CaseStep.Revoke) return revoke.ExecuteAsync(of.Decision.Number, input.Reasons, hand, actor, cancel);
        return steps.TakeAsync(step, of.About.At, new CaseOrder(of.About.At.Number, input.Version, actor) { Complaint = hand, Norm = input.Norm }, input.Ground, input.Reasons, cancel);
    }

    private async Task<Refusal?> ConfirmAsync(ComplaintCase of, ComplaintAtHand hand, int version, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([.. of.About.At.Locks(), Channel.Moderation], cancel);
        // Asked again under the locks.
        if (await queries.FindAsync(of.Number, cancel) is not { } now || now.About.Version != version) return new ChangedMeanwhile();
        if (await settle.ExecuteAsync(change, now.About.Matter, hand, actor, cancel) is { } refusal) return refusal;
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, of.About.At.Number);
        await change.CommitAsync(cancel);
        return null;
    }
}

/// <summary>What the form of a complaint says.</summary>
/// <param name="Version">Version of the contribution that was looked at.</param>
/// <param name="Outcome">Confirmed or reversed.</param>
/// <param name="Ground">The ground, when reversing restricts the contribution.</param>
/// <param name="Reasons">For both sides.</param>
public sealed record ComplaintDecision(int Version, ComplaintOutcome Outcome, Ground Ground, string Reasons)
{
    /// <summary>The provision, when the ground is the law.</summary>
    public string? Norm { get; init; }
}
