using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation;

/// <summary>A moderator looked at a public idea that nobody had looked at, and leaves it as it is.</summary>
public sealed class SeeIdea(ParticipationDbContext db, MarkSeen seen)
{
    public async Task<Refusal?> ExecuteAsync(CaseOrder order, CancellationToken cancel)
    {
        var found = await db.Ideas.AsNoTracking().Where(idea => idea.Number == order.Number).Select(idea => new { idea.Version, idea.TextVersion, idea.AuthorId }).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();
        return await seen.OneAsync(new CaseVersion(CaseRef.OfIdea(order.Number), found.TextVersion), found.Version, found.AuthorId, order, cancel);
    }
}

/// <summary>The same with a comment.</summary>
public sealed class SeeComment(ParticipationDbContext db, MarkSeen seen)
{
    public async Task<Refusal?> ExecuteAsync(CaseOrder order, int number, CancellationToken cancel)
    {
        var (_, found) = await db.CommentAsync(order.Discussion, number, cancel);
        db.ChangeTracker.Clear();
        return await seen.OneAsync(new CaseVersion(CaseRef.OfComment(order.Discussion, number), found.TextVersion), found.Version, found.AuthorId, order, cancel);
    }
}
