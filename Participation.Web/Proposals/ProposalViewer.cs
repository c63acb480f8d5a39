using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Web.Data;

namespace Participation.Web.Proposals;

/// <summary>What somebody may do with a proposal now.</summary>
/// <param name="Reads">Whether they may read it.</param>
/// <param name="Writes">Whether they write its text.</param>
/// <param name="Leads">Whether they own the organisation that leads.</param>
/// <param name="Owns">The organisations of it that they own.</param>
public sealed record ProposalViewer(bool Reads, bool Writes, bool Leads, IReadOnlyList<OrganisationId> Owns)
{
    /// <summary>Whether they belong to one of its organisations or to the moderation: they read drafts, how these came about, and names of people.</summary>
    public bool SeesInside { get; init; }

    /// <summary>A visitor.</summary>
    public static ProposalViewer Visitor(Proposal proposal) => new(proposal.IsPublic, false, false, []);
}

/// <summary>Asks what somebody may do with a proposal: the one place where that is said.</summary>
public sealed class ProposalRights(ParticipationDbContext db)
{
    /// <param name="proposal">With its authors.</param>
    /// <param name="actor">Who asks; null for a visitor.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<ProposalViewer> OfAsync(Proposal proposal, Actor? actor, CancellationToken cancel)
    {
        if (actor is null) return ProposalViewer.Visitor(proposal);
        var organisations = proposal.Authors.Select(author => author.OrganisationId).ToList();
        var memberships = await db.Memberships.AsNoTracking().Where(membership => membership.PersonId == actor.Person && organisations.Contains(membership.OrganisationId)).ToListAsync(cancel);
        List<OrganisationId> owns = [.. memberships.Where(membership => membership.Role is MembershipRole.Owner).Select(membership => membership.OrganisationId)];
        return new ProposalViewer(
            proposal.IsPublic || actor.IsModerator || memberships.Count > 0,
            proposal.Status is ProposalStatus.Drafting && memberships.Exists(membership => membership.MaySpeak && proposal.Authors.Any(author => author.OrganisationId == membership.OrganisationId && author.Writes)),
            owns.Contains(proposal.Lead), owns)
        { SeesInside = actor.IsModerator || memberships.Count > 0 };
    }
}
