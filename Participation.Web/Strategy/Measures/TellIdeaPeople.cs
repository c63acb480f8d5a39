using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Data;
using Participation.Web.Notifications;

namespace Participation.Web.Strategy.Measures;

/// <summary>
/// Tells everyone who has to do with an idea that a measure takes up: its author, those of ideas that became part of it, all who took a stance and all who write
/// below it. Each is told once of an event, however many of the ideas are theirs.
/// </summary>
public sealed class TellIdeaPeople(ParticipationDbContext db, Notifier notifier)
{
    /// <summary>Called within the change after which everybody may read it.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="actor">Who changed it; knows already.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="only">Which of its ideas; null for all.</param>
    internal async Task ExecuteAsync(Measure measure, Actor? actor, DateTimeOffset now, CancellationToken cancel, IReadOnlyList<IdeaId>? only = null)
    {
        var linked = only ?? [.. measure.Ideas.Select(link => link.IdeaId)];
        if (linked.Count == 0 || KindOf(measure.Status) is not { } kind || !measure.Publication.IsPublicAt(now)) return;
        var ideas = await db.Ideas.AsNoTracking().Where(idea => linked.Contains(idea.Id) || (idea.MergedIntoId != null && linked.Contains(idea.MergedIntoId.Value)))
            .Select(idea => new { idea.Id, Number = idea.Number ?? 0, idea.AuthorId, idea.Title }).ToListAsync(cancel);
        var (ids, guids) = (ideas.ConvertAll(idea => idea.Id), ideas.ConvertAll(idea => idea.Id.Value));
        var stances = await db.Stances.AsNoTracking().Where(stance => ids.Contains(stance.IdeaId)).Select(stance => new { Idea = stance.IdeaId, Person = stance.PersonId }).ToListAsync(cancel);
        var comments = await db.Comments.AsNoTracking().Where(comment => comment.SubjectKind == SubjectKind.Idea && guids.Contains(comment.SubjectId) && comment.Status == CommentStatus.Published)
            .Select(comment => new { Idea = comment.SubjectId, Person = comment.AuthorId }).Distinct().ToListAsync(cancel);
        var byId = ideas.ToDictionary(idea => idea.Id.Value);
        var key = FormattableString.Invariant($"measure-{measure.Number}-{measure.Status}");
        var known = (await db.Notifications.AsNoTracking().Where(entry => entry.Key == key).Select(entry => entry.PersonId).ToListAsync(cancel)).ToHashSet();
        var told = ideas.Select(idea => (Person: idea.AuthorId, Idea: idea.Id.Value)).Concat(stances.Select(stance => (stance.Person, Idea: stance.Idea.Value))).Concat(comments.Select(comment => (comment.Person, comment.Idea)))
            .Where(one => one.Person != actor?.Person && !known.Contains(one.Person)).DistinctBy(one => one.Person)
            .Select(one => (one.Person, new Happening(kind, byId[one.Idea].Number, measure.Title, key, Detail: byId[one.Idea].Title, CaseNumber: measure.Number)));
        await notifier.TellEachAsync([.. told], now, cancel);
    }

    private static NotificationKind? KindOf(MeasureStatus status) => status switch
    {
        MeasureStatus.Begun => NotificationKind.MeasureBegun,
        MeasureStatus.Implemented => NotificationKind.MeasureImplemented,
        MeasureStatus.Deferred => NotificationKind.MeasureDeferred,
        MeasureStatus.Stopped => NotificationKind.MeasureStopped,
        _ => null,
    };
}
