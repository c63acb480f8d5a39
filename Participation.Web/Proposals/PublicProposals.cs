using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Web.Data;

namespace Participation.Web.Proposals;

/// <summary>Which proposals somebody may read, said once.</summary>
internal static class PublicProposals
{
    /// <summary>Signed by all, or drafts that anyone may read; for reading.</summary>
    public static IQueryable<Proposal> ThatArePublic(this IQueryable<Proposal> proposals) => proposals.AsNoTracking().Where(proposal =>
        (proposal.ReadAlong && (proposal.Status == ProposalStatus.Drafting || proposal.Status == ProposalStatus.SignOff))
        || (proposal.Status != ProposalStatus.Drafting && proposal.Status != ProposalStatus.SignOff && proposal.Status != ProposalStatus.Withdrawn));

    /// <summary>Those, and for members of organisations and the moderation what is written there; nothing that was given up.</summary>
    public static IQueryable<Proposal> ReadableFor(this ParticipationDbContext db, Actor? viewer)
    {
        if (viewer is null) return db.Proposals.ThatArePublic();
        var all = db.Proposals.AsNoTracking().Where(proposal => proposal.Status != ProposalStatus.Withdrawn);
        if (viewer.IsModerator) return all;
        var person = viewer.Person;
        return all.Where(proposal => proposal.ReadAlong || (proposal.Status != ProposalStatus.Drafting && proposal.Status != ProposalStatus.SignOff)
            || db.ProposalAuthors.Any(author => author.ProposalId == proposal.Id && db.Memberships.Any(membership => membership.OrganisationId == author.OrganisationId && membership.PersonId == person)));
    }

    /// <summary>Who somebody is in which organisation, now.</summary>
    public static async Task<Speaker> SpeakerAsync(this ParticipationDbContext db, Actor actor, CancellationToken cancel) => new(actor.Person, await db.Memberships.AsNoTracking()
        .Where(membership => membership.PersonId == actor.Person).ToDictionaryAsync(membership => membership.OrganisationId, membership => membership.Role, cancel));
}
