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

    /// <summary>What would be seen without its body when the body goes, or comes later than it was to: a meeting, a paper that it leads, or one that goes through it in public. Null when there is none.</summary>
    public static async Task<string?> NeededBeforeAsync(this ParticipationDbContext db, Body body, Publication before, DateTimeOffset now, CancellationToken cancel)
    {
        var (was, from, wasPublic) = (Appears(before), Appears(body.Publication), before.IsPublicAt(now));
        if (was is null || from <= was) return null;
        return await db.Meetings.Where(meeting => meeting.DeletedAt == null && meeting.BodyId == body.Id && meeting.Publication.From != null && meeting.Publication.WithdrawnAt == null && (from == null || meeting.Publication.From < from)).Select(meeting => meeting.Name).FirstOrDefaultAsync(cancel)
            ?? await db.Papers.Where(paper => paper.DeletedAt == null && paper.Publication.From != null && paper.Publication.WithdrawnAt == null && (from == null || paper.Publication.From < from)
                && (paper.UnderDirectionOfId == body.Id || (wasPublic && db.Consultations.Any(step => step.PaperId == paper.Id && step.BodyId == body.Id && step.DeletedAt == null)))).Select(paper => paper.Name).FirstOrDefaultAsync(cancel);
    }

    private static DateTimeOffset? Appears(Publication publication) => publication.WithdrawnAt is null ? publication.From : null;
}

/// <summary>Something cannot appear before its body.</summary>
/// <param name="Body">Name of the body.</param>
public sealed record BodyIsNotPublic(string Body) : Refusal;
