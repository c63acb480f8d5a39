using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;

namespace Participation.Web.Data;

/// <summary>Which proposals everybody may read, said once for all queries; <see cref="Proposal.IsPublic"/> says it of one.</summary>
internal static class PublicProposals
{
    /// <summary>Signed ones, and drafts that are read along, unless a moderator hid them; for reading.</summary>
    public static IQueryable<Proposal> ThatArePublic(this IQueryable<Proposal> proposals) => proposals.AsNoTracking().Where(proposal => proposal.HiddenAt == null && proposal.Status != ProposalStatus.Withdrawn
        && (proposal.ReadAlong || (proposal.Status != ProposalStatus.Drafting && proposal.Status != ProposalStatus.SignOff)));
}
