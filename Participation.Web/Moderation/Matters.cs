using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation;

/// <summary>Finds the contribution that a step of a moderator is about.</summary>
public sealed class Matters(ParticipationDbContext db)
{
    /// <exception cref="NotFoundException">There is no such contribution.</exception>
    public async Task<Matter> FindAsync(int idea, int? comment, CancellationToken cancel)
    {
        if (comment is { } number)
        {
            var (home, found) = await CommentLookup.FindAsync(db, idea, number, cancel);
            return Matter.Of(home, found);
        }

        return Matter.Of(await db.Ideas.SingleOrDefaultAsync(candidate => candidate.Number == idea && candidate.Status != IdeaStatus.Draft, cancel) ?? throw new NotFoundException());
    }

    /// <summary>The contribution that a decision is about.</summary>
    public async Task<Matter> OfAsync(Decision decision, CancellationToken cancel)
    {
        var comment = decision.SubjectKind is SubjectKind.Comment ? await db.Comments.SingleAsync(candidate => candidate.Id == CommentId.From(decision.SubjectId), cancel) : null;
        var home = IdeaId.From(comment?.SubjectId ?? decision.SubjectId);
        var idea = await db.Ideas.SingleAsync(candidate => candidate.Id == home, cancel);
        return comment is null ? Matter.Of(idea) : Matter.Of(idea, comment);
    }
}
