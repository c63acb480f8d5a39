using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Proposals;

/// <summary>
/// An owner of the lead gives the text to be signed. First nobody can write any more, then it is read: what was acknowledged to a writer before is part of what is
/// signed, and nothing comes after it.
/// </summary>
public sealed class FreezeProposal(ProposalChanges proposals, ContentOfProposal contents, WritingDoor door, CityClock clock)
{
    public async Task<Refusal?> ExecuteAsync(int number, DateOnly signBy, Actor actor, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel);
        await door.CloseAsync(open.Proposal.Id, cancel);
        var content = await contents.ReadAsync(open.Proposal, cancel);
        if (open.Proposal.Freeze(content, signBy, clock.Today, open.Speaker, open.Change.Now) is { } refusal) return refusal;
        await open.TellOwnersAsync(NotificationKind.ProposalToSign, open.Proposal.UnsignedBy, null, cancel);
        await open.CommitAsync("proposal.freeze", cancel, open.Proposal.ContentHash);
        await door.RecheckAsync(CancellationToken.None);
        return null;
    }
}

/// <summary>An owner signs for an organisation exactly what they read; the last signature makes the proposal public. A second signature of the organisation changes nothing.</summary>
public sealed class SignProposal(ProposalChanges proposals, PublicationNews news)
{
    /// <param name="number">The proposal.</param>
    /// <param name="organisation">For which organisation.</param>
    /// <param name="contentHash">The hash of what was read.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Refusal?> ExecuteAsync(int number, Guid organisation, string contentHash, Actor actor, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel);
        var was = open.Proposal.Status;
        if (open.Proposal.Sign(OrganisationId.From(organisation), contentHash, open.Speaker, open.Change.Now) is { } refusal) return refusal;
        if (was is ProposalStatus.SignOff && open.Proposal.Status is ProposalStatus.Published) await news.TellAsync(open, cancel);
        await open.CommitAsync("proposal.sign", cancel, $"{organisation:N} {contentHash}");
        return null;
    }
}

/// <summary>An owner declines to sign and says why; the text is written again.</summary>
public sealed class ObjectToProposal(ProposalChanges proposals, WritingDoor door)
{
    public async Task<Refusal?> ExecuteAsync(int number, Guid organisation, string contentHash, string reason, Actor actor, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel);
        if (open.Proposal.Object(OrganisationId.From(organisation), contentHash, reason, open.Speaker, open.Change.Now) is { } refusal) return refusal;
        await door.OpenAsync(open.Proposal.Id, cancel);
        await open.TellOwnersAsync(NotificationKind.ProposalObjected, open.Proposal.UnsignedBy, reason, cancel);
        await open.CommitAsync("proposal.object", cancel, $"{organisation:N}");
        return null;
    }
}

/// <summary>Somebody who writes along opens the text again; those who had signed are told that it does not count any more. A second call changes nothing.</summary>
public sealed class ReopenProposal(ProposalChanges proposals, WritingDoor door)
{
    public async Task<Refusal?> ExecuteAsync(int number, Actor actor, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel);
        List<OrganisationId> signed = [.. open.Proposal.SignedBy];
        if (open.Proposal.Reopen(open.Speaker, open.Change.Now) is { } refusal) return refusal;
        await door.OpenAsync(open.Proposal.Id, cancel);
        await open.TellOwnersAsync(NotificationKind.ProposalReopened, signed, null, cancel);
        await open.CommitAsync("proposal.reopen", cancel);
        return null;
    }
}

/// <summary>An owner of the lead gives the proposal up before it is public. A second call changes nothing.</summary>
public sealed class WithdrawProposal(ProposalChanges proposals, WritingDoor door)
{
    public async Task<Refusal?> ExecuteAsync(int number, string reason, Actor actor, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel);
        var others = open.Proposal.Authors.Where(author => author.Role is not AuthorRole.Lead).Select(author => author.OrganisationId);
        if (open.Proposal.Withdraw(reason, open.Speaker, open.Change.Now) is { } refusal) return refusal;
        await door.CloseAsync(open.Proposal.Id, cancel);
        await open.TellOwnersAsync(NotificationKind.ProposalWithdrawn, others, reason, cancel);
        await open.CommitAsync("proposal.withdraw", cancel);
        await door.RecheckAsync(CancellationToken.None);
        return null;
    }
}
