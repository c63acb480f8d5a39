using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Ideas;

namespace Participation.Web.Data;

/// <summary>Which ideas everybody may read, said once.</summary>
internal static class PublicIdeas
{
    /// <summary>Ideas in a public status that are not hidden; for reading.</summary>
    public static IQueryable<Idea> ThatArePublic(this IQueryable<Idea> ideas) => ideas.AsNoTracking().Where(idea => idea.HiddenAt == null && IdeaStatuses.Public.Contains(idea.Status));

    /// <summary>Those whose text anyone may read, here or where they became part of another.</summary>
    public static IQueryable<Idea> ThatAreReadable(this IQueryable<Idea> ideas) =>
        ideas.AsNoTracking().Where(idea => idea.HiddenAt == null && (IdeaStatuses.Public.Contains(idea.Status) || (idea.Status == IdeaStatus.Merged && idea.PublishedAt != null)));

    /// <summary>The refusal for someone who wants to write under an idea that was merged meanwhile: it says where it went.</summary>
    public static async Task<Refusal?> MovedAsync(this ParticipationDbContext db, Idea? idea, CancellationToken cancel) => idea is { MergedIntoId: { } target }
        ? new IdeaWasMerged(await db.Ideas.Where(other => other.Id == target).Select(other => other.Number ?? 0).SingleAsync(cancel))
        : null;
}
