using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Web.Data;
using Participation.Web.Notifications;

namespace Participation.Web.Proposals;

/// <summary>Tells that a proposal became public: those who speak for its organisations, and the authors of the ideas it comes from, each once.</summary>
public sealed class PublicationNews(ParticipationDbContext db, Notifier notifier)
{
    public async Task TellAsync(OpenProposal open, CancellationToken cancel)
    {
        var organisations = open.Proposal.Authors.Select(author => author.OrganisationId).ToList();
        var members = await db.Memberships.Where(membership => organisations.Contains(membership.OrganisationId) && membership.Role != MembershipRole.Viewer)
            .Select(membership => membership.PersonId).ToListAsync(cancel);
        var authors = await db.Ideas.Where(idea => db.Set<ProposalIdea>().Any(source => source.ProposalId == open.Proposal.Id && source.IdeaId == idea.Id))
            .Select(idea => idea.AuthorId).ToListAsync(cancel);
        foreach (var person in members.Concat(authors).Distinct().Where(person => person != open.Speaker.Person))
            await notifier.TellAsync(person, open.Happening(NotificationKind.ProposalPublished, null), open.Change.Now, cancel);
    }
}
