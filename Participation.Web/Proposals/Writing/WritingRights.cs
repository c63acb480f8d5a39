using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Web.Data;

namespace Participation.Web.Proposals.Writing;

/// <summary>Editors and owners of the organisations that write a draft write; its organisations and the moderation read, and everybody where it can be read along.</summary>
internal sealed class WritingRights(ParticipationDbContext db, TimeProvider clock) : IWritingRights
{
    public Task<Writer?> AsWriterAsync(SharedTextId text, PersonId person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return (from shared in db.SharedTexts
                join proposal in db.Proposals on shared.ProposalId equals proposal.Id
                join author in db.ProposalAuthors on proposal.Id equals author.ProposalId
                join organisation in db.Organisations on author.OrganisationId equals organisation.Id
                join membership in db.Memberships on organisation.Id equals membership.OrganisationId
                join member in db.People on membership.PersonId equals member.Id
                where shared.Id == text && shared.IsOpen && proposal.Status == ProposalStatus.Drafting
                    && author.JoinedAt != null && (author.Role == AuthorRole.Lead || author.Role == AuthorRole.CoAuthor)
                    && member.Id == person && (membership.Role == MembershipRole.Editor || membership.Role == MembershipRole.Owner)
                    && member.SuspendedAt == null && (member.SilencedUntil == null || member.SilencedUntil <= now)
                orderby author.InvitedAt, organisation.Slug
                select new Writer(member.Id, organisation.Id, member.DisplayName, organisation.Name)).FirstOrDefaultAsync(cancel);
    }

    public async Task<bool> MayReadAsync(SharedTextId text, Actor? actor, CancellationToken cancel)
    {
        var proposal = await (from shared in db.SharedTexts join candidate in db.Proposals on shared.ProposalId equals candidate.Id where shared.Id == text select candidate)
            .AsNoTracking().SingleOrDefaultAsync(cancel);
        if (proposal is null) return false;
        // Everybody reads what was signed, but how it came about only when it could be read along: the updates are all that was ever typed.
        if ((proposal.IsPublic && proposal.ReadAlong) || actor?.IsModerator == true) return true;
        return actor is not null && await db.ProposalAuthors.AnyAsync(author => author.ProposalId == proposal.Id
            && db.Memberships.Any(membership => membership.OrganisationId == author.OrganisationId && membership.PersonId == actor.Person), cancel);
    }
}
