using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Web.Data;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Proposals;

/// <summary>An owner of the lead asks an organisation in; its owners are told.</summary>
public sealed class InviteOrganisation(ParticipationDbContext db, ProposalChanges proposals)
{
    public async Task<Refusal?> ExecuteAsync(int number, Guid organisation, AuthorRole role, Actor actor, CancellationToken cancel)
    {
        var invited = OrganisationId.From(organisation);
        await using var open = await proposals.OpenAsync(number, actor, cancel);
        if (!await db.Organisations.AnyAsync(candidate => candidate.Id == invited, cancel)) return new NotAllowed();
        if (open.Proposal.Invite(invited, role, open.Speaker, open.Change.Now) is { } refusal) return refusal;
        await open.TellOwnersAsync(NotificationKind.ProposalInvited, [invited], await open.NameAsync(open.Proposal.Authors.Single(author => author.Role is AuthorRole.Lead).OrganisationId, cancel), cancel);
        await open.CommitAsync("proposal.invite", cancel, $"{role} {organisation:N}");
        return null;
    }
}

/// <summary>An owner of an organisation that was asked says that it takes part. A second call changes nothing.</summary>
public sealed class JoinProposal(ProposalChanges proposals)
{
    public async Task<Refusal?> ExecuteAsync(int number, Guid organisation, Actor actor, CancellationToken cancel)
    {
        var joining = OrganisationId.From(organisation);
        await using var open = await proposals.OpenAsync(number, actor, cancel);
        var waited = open.Proposal.Authors.Any(author => author.OrganisationId == joining && author.JoinedAt is null);
        if (open.Proposal.Join(joining, open.Speaker, open.Change.Now) is { } refusal) return refusal;
        if (waited) await open.TellLeadAsync(NotificationKind.ProposalJoined, joining, cancel);
        await open.CommitAsync("proposal.join", cancel, $"{organisation:N}");
        return null;
    }
}

/// <summary>An owner of an organisation says that it does not take part, or no longer. A second call changes nothing.</summary>
public sealed class LeaveProposal(ProposalChanges proposals, WritingDoor door)
{
    public async Task<Refusal?> ExecuteAsync(int number, Guid organisation, Actor actor, CancellationToken cancel)
    {
        var leaving = OrganisationId.From(organisation);
        await using var open = await proposals.OpenAsync(number, actor, cancel);
        var was = open.Proposal.Authors.Any(author => author.OrganisationId == leaving);
        if (open.Proposal.Leave(leaving, open.Speaker, open.Change.Now) is { } refusal) return refusal;
        if (was) await open.TellLeadAsync(NotificationKind.ProposalLeft, leaving, cancel);
        await open.CommitAsync("proposal.leave", cancel, $"{organisation:N}");
        await door.RecheckAsync(CancellationToken.None);
        return null;
    }
}

/// <summary>An owner of the lead takes an invitation back or removes an organisation, whose writers are out at once. A second call changes nothing.</summary>
public sealed class RemoveOrganisation(ProposalChanges proposals, WritingDoor door)
{
    public async Task<Refusal?> ExecuteAsync(int number, Guid organisation, Actor actor, CancellationToken cancel)
    {
        var removed = OrganisationId.From(organisation);
        await using var open = await proposals.OpenAsync(number, actor, cancel);
        var was = open.Proposal.Authors.Any(author => author.OrganisationId == removed);
        if (open.Proposal.Remove(removed, open.Speaker, open.Change.Now) is { } refusal) return refusal;
        if (was) await open.TellOwnersAsync(NotificationKind.ProposalRemoved, [removed], null, cancel);
        await open.CommitAsync("proposal.remove", cancel, $"{organisation:N}");
        await door.RecheckAsync(CancellationToken.None);
        return null;
    }
}

/// <summary>What several of these tell.</summary>
internal static class PartyNews
{
    /// <summary>Tells the owners of the lead what another organisation did.</summary>
    public static async Task TellLeadAsync(this OpenProposal open, NotificationKind kind, OrganisationId other, CancellationToken cancel) =>
        await open.TellOwnersAsync(kind, [open.Proposal.Authors.Single(author => author.Role is AuthorRole.Lead).OrganisationId], await open.NameAsync(other, cancel), cancel);
}
