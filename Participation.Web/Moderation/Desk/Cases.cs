using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Desk;

/// <summary>What stands behind the public numbers of cases.</summary>
public sealed class Cases(ParticipationDbContext db)
{
    /// <summary>The contribution; what is not there, or still a draft, is not found. Two queries at most.</summary>
    public async Task<CaseHome> FindAsync(CaseRef at, CancellationToken cancel)
    {
        var idea = await db.Ideas.AsNoTracking().Where(candidate => candidate.Number == at.Idea && candidate.Status != IdeaStatus.Draft)
            .Select(candidate => new { candidate.Id, candidate.Title, candidate.AuthorId }).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();
        if (!at.IsComment) return new CaseHome(at, Subject.Of(idea.Id), idea.AuthorId, idea.Title);
        var home = idea.Id.Value;
        var comment = await db.Comments.AsNoTracking().Where(candidate => candidate.SubjectKind == SubjectKind.Idea && candidate.SubjectId == home && candidate.Number == at.Comment)
            .Select(candidate => new { candidate.Id, candidate.AuthorId }).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();
        return new CaseHome(at, Subject.Of(comment.Id), comment.AuthorId, idea.Title);
    }
}

/// <summary>A case: where it is, what it is about, whose it is, and the title of the idea.</summary>
public sealed record CaseHome(CaseRef At, Subject Subject, PersonId Author, string Title);

/// <summary>Addresses of cases.</summary>
public static class CaseLinks
{
    /// <summary>Where moderators decide on it.</summary>
    public static string Address(this CaseRef at) => at.IsComment ? Links.ModerateComment(at.Idea, at.Comment) : Links.ModerateIdea(at.Idea);

    /// <summary>The same in an id of the page.</summary>
    public static string Anchor(this CaseRef at) => at.ToString().Replace(':', '-');
}
