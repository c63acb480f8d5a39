using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;
using Participation.Web.Data;
using Participation.Web.Notifications;

namespace Participation.Web.Council.Desk;

/// <summary>Everybody who takes part in the ideas and proposals from which a paper comes; each is told once, in however many of them.</summary>
public sealed class InvolvedPeople(ParticipationDbContext db, Notifier notifier)
{
    /// <summary>Tells authors (those of ideas that became part of one too), those who took a stance, those who write below, and owners of the organisations.</summary>
    public async Task TellAsync(IReadOnlyList<IdeaId> ideas, IReadOnlyList<ProposalId> proposals, Happening happening, PersonId? except, DateTimeOffset now, CancellationToken cancel)
    {
        if (ideas.Count + proposals.Count == 0) return;
        var raw = ideas.Select(idea => idea.Value).ToList();
        var people = await db.Ideas.Where(idea => ideas.Contains(idea.Id) || (idea.MergedIntoId != null && ideas.Contains(idea.MergedIntoId.Value))).Select(idea => idea.AuthorId)
            .Union(db.Stances.Where(stance => ideas.Contains(stance.IdeaId)).Select(stance => stance.PersonId))
            .Union(db.Comments.Where(comment => comment.SubjectKind == SubjectKind.Idea && raw.Contains(comment.SubjectId) && comment.Status == CommentStatus.Published).Select(comment => comment.AuthorId))
            .Union(db.Memberships.Where(membership => membership.Role == MembershipRole.Owner && db.ProposalAuthors.Any(author => proposals.Contains(author.ProposalId) && author.OrganisationId == membership.OrganisationId)).Select(membership => membership.PersonId))
            .ToListAsync(cancel);
        var told = await db.Notifications.Where(entry => entry.Key == happening.Key).Select(entry => entry.PersonId).ToListAsync(cancel);
        await notifier.TellEachAsync([.. people.Except(told).Where(person => person != except).Select(person => (person, happening))], now, cancel);
    }
}
