using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Revisions;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>The lead freezes the text as it is; every organisation that signs is told. What was not stored by then is not in it.</summary>
public sealed class FreezeProposal(ProposalCase proposals, WritingDoor door, KeepRevision keep, ReadProposal read, CityClock clock)
{
    public Task<Refusal?> ExecuteAsync(ProposalOrder order, DateOnly signBy, CancellationToken cancel) => proposals.TakeAsync(order, "proposal.freeze", viewer => viewer.Leads, async (proposal, change) =>
    {
        if (proposal.Status is not ProposalStatus.Drafting) return new TextIsFrozen();
        await door.CloseAsync(proposal.Id, cancel);
        var state = await read.NowAsync(proposal, cancel);
        if (proposal.Freeze(state.Content.Hash(), state.Content.Missing, signBy, clock.Today, change.Now) is { } refusal) return refusal;
        await keep.ExecuteAsync(proposal, new RevisionReason(RevisionKind.Frozen, By: order.Actor.Person, Organisation: proposal.Lead), change.Now, cancel, state);
        await proposals.TellOwnersAsync(proposal, proposal.Signatories.Select(author => author.OrganisationId), NotificationKind.ProposalToSign, order.Actor, null, change.Now, cancel);
        return null;
    }, cancel);
}

/// <summary>Owners sign the frozen text or decline it.</summary>
public sealed class SignProposal(ProposalCase proposals, WritingDoor door, CityClock clock)
{
    /// <param name="order">Which proposal.</param>
    /// <param name="organisation">In whose name.</param>
    /// <param name="hash">Hash of the content that was read.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<Refusal?> SignAsync(ProposalOrder order, OrganisationId organisation, string hash, CancellationToken cancel) => proposals.TakeAsync(
        order, "proposal.sign", viewer => viewer.Owns.Contains(organisation), async (proposal, change) =>
        {
            if (proposal.Sign(organisation, order.Actor.Person, hash, clock.Today, change.Now) is { } refusal) return refusal;
            if (proposal.Status is ProposalStatus.Published) await proposals.TellOwnersAsync(proposal, proposal.Authors.Select(author => author.OrganisationId), NotificationKind.ProposalPublished, order.Actor, null, change.Now, cancel);
            return null;
        }, cancel, hash);

    /// <summary>Declines with a reason; it is written again.</summary>
    public Task<Refusal?> DeclineAsync(ProposalOrder order, OrganisationId organisation, string reason, CancellationToken cancel) => proposals.TakeAsync(
        order, "proposal.decline", viewer => viewer.Owns.Contains(organisation), async (proposal, change) =>
        {
            var signed = await proposals.SignedAsync(proposal, cancel);
            if (proposal.Decline(organisation, order.Actor.Person, reason, change.Now) is { } refusal) return refusal;
            await door.OpenAsync(proposal.Id, cancel);
            await proposals.TellOwnersAsync(proposal, proposal.Authors.Select(author => author.OrganisationId), NotificationKind.ProposalDeclined, order.Actor, signed.Length == 0 ? reason : $"{reason}\n{ContentLanguage.Say(ProposalsTexts.ResourceManager, nameof(ProposalsTexts.VoidedOf), signed)}", change.Now, cancel);
            return null;
        }, cancel);
}

/// <summary>Somebody who writes goes on writing: all signatures are void. The lead gives a proposal up.</summary>
public sealed class ReopenProposal(ProposalCase proposals, WritingDoor door)
{
    public Task<Refusal?> ReopenAsync(ProposalOrder order, CancellationToken cancel) => proposals.TakeAsync(order, "proposal.reopen", viewer => viewer.Owns.Count > 0, async (proposal, change) =>
    {
        var signed = await proposals.SignedAsync(proposal, cancel);
        if (proposal.Reopen(change.Now) is { } refusal) return refusal;
        await door.OpenAsync(proposal.Id, cancel);
        await proposals.TellOwnersAsync(proposal, proposal.Authors.Select(author => author.OrganisationId), NotificationKind.ProposalReopened, order.Actor, signed.Length == 0 ? null : ContentLanguage.Say(ProposalsTexts.ResourceManager, nameof(ProposalsTexts.VoidedOf), signed), change.Now, cancel);
        return null;
    }, cancel);

    public Task<Refusal?> WithdrawAsync(ProposalOrder order, CancellationToken cancel) => proposals.TakeAsync(order, "proposal.withdraw", viewer => viewer.Leads, async (proposal, change) =>
    {
        if (proposal.Withdraw(change.Now) is { } refusal) return refusal;
        await door.CloseAsync(proposal.Id, cancel);
        return null;
    }, cancel);
}
