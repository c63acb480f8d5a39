using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Web.Data;

namespace Participation.Web.Council.Desk;

/// <summary>Nothing that a body does or leads appears before the body.</summary>
internal static class BodyReach
{
    /// <summary>Why something cannot appear, or null; a draft may wait for both.</summary>
    /// <param name="db">The database.</param>
    /// <param name="body">Whose it is; null for nobody's.</param>
    /// <param name="publication">When it appears.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<Refusal?> CheckBodyAsync(this ParticipationDbContext db, BodyId? body, Publication publication, DateTimeOffset now, CancellationToken cancel)
    {
        if (body is null || publication is not { From: { } from, WithdrawnAt: null }) return null;
        var shown = db.PublicBodies(from > now ? from : now);
        var hidden = await db.Bodies.Where(candidate => candidate.Id == body && !shown.Any(other => other.Id == candidate.Id)).Select(candidate => candidate.Name).FirstOrDefaultAsync(cancel);
        return hidden is null ? null : new BodyIsNotPublic(hidden);
    }
}

/// <summary>Something cannot appear before its body.</summary>
/// <param name="Body">Name of the body.</param>
public sealed record BodyIsNotPublic(string Body) : Refusal;
