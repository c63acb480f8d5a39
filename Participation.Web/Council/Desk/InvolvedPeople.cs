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
    /// <param name="ideas">The ideas.</param>
    /// <param name="proposals">The proposals.</param>
    /// <param name="key">Key of the happening: whoever has been told of it is not told again.</param>
    /// <param name="happening">What somebody is told, by what they take part in.</param>
    /// <param name="except">Who is not told, because it is their own doing.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>How many people are told.</returns>
    public async Task<int> TellAsync(IReadOnlyList<IdeaId> ideas, IReadOnlyList<ProposalId> proposals, string key, Func<TakenPart, Happening> happening, PersonId? except, DateTimeOffset now, CancellationToken cancel)
    {
        if (ideas.Count + proposals.Count == 0) return 0;
        var parts = await PartsAsync(ideas, proposals, cancel);
        var told = await db.Notifications.Where(entry => entry.Key == key).Select(entry => entry.PersonId).ToListAsync(cancel);
        return await notifier.TellEachAsync([.. parts.Where(part => part.Key != except).ExceptBy(told, part => part.Key).Select(part => (part.Key, happening(part.Value)))], now, cancel);
    }

    /// <summary>What each person takes part in, of several the oldest: an idea that they wrote before one on which they took a stance, that before one below which they write, an idea before a proposal.</summary>
    private async Task<Dictionary<PersonId, TakenPart>> PartsAsync(IReadOnlyList<IdeaId> ideas, IReadOnlyList<ProposalId> proposals, CancellationToken cancel)
    {
        var raw = ideas.Select(idea => idea.Value).ToList();
        var written = await db.Ideas.AsNoTracking().Where(idea => ideas.Contains(idea.Id) || (idea.MergedIntoId != null && ideas.Contains(idea.MergedIntoId.Value))).OrderBy(idea => idea.Number)
            .Select(idea => new { idea.Id, idea.AuthorId, Part = new TakenPart(idea.Number ?? 0, idea.Title) }).ToListAsync(cancel);
        var stances = await db.Stances.AsNoTracking().Where(stance => ideas.Contains(stance.IdeaId)).Select(stance => new { stance.PersonId, stance.IdeaId }).ToListAsync(cancel);
        var comments = await db.Comments.AsNoTracking().Where(comment => comment.SubjectKind == SubjectKind.Idea && raw.Contains(comment.SubjectId) && comment.Status == CommentStatus.Published).Select(comment => new { comment.AuthorId, comment.SubjectId }).Distinct().ToListAsync(cancel);
        var owners = await (
            from membership in db.Memberships
            join author in db.ProposalAuthors on membership.OrganisationId equals author.OrganisationId
            join proposal in db.Proposals on author.ProposalId equals proposal.Id
            where membership.Role == MembershipRole.Owner && proposals.Contains(proposal.Id)
            orderby proposal.Number
            select new { membership.PersonId, proposal.Title }).ToListAsync(cancel);
        var byId = written.ToDictionary(idea => idea.Id, idea => idea.Part);
        var parts = new Dictionary<PersonId, TakenPart>();
        foreach (var idea in written) parts.TryAdd(idea.AuthorId, idea.Part);
        foreach (var (person, part) in Oldest(stances.Select(stance => (stance.PersonId, stance.IdeaId))).Concat(Oldest(comments.Select(comment => (comment.AuthorId, IdeaId.From(comment.SubjectId)))))) parts.TryAdd(person, part);
        foreach (var owner in owners) parts.TryAdd(owner.PersonId, new TakenPart(0, owner.Title));
        return parts;

        IEnumerable<(PersonId Person, TakenPart Part)> Oldest(IEnumerable<(PersonId Person, IdeaId Idea)> taken) =>
            taken.Where(one => byId.ContainsKey(one.Idea)).Select(one => (one.Person, Part: byId[one.Idea])).OrderBy(one => one.Part.Idea);
    }
}

/// <summary>What somebody takes part in.</summary>
/// <param name="Idea">Number of the idea; 0 for a proposal.</param>
/// <param name="Title">Its title.</param>
public sealed record TakenPart(int Idea, string Title);
