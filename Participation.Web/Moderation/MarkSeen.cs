using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Moderation.Desk;
using Participation.Web.Moderation.Proposals;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation;

/// <summary>A moderator looked at what was published at once, or changed afterwards, and leaves it as it is.</summary>
public sealed class MarkSeen(ParticipationDbContext db, Changes changes)
{
    /// <summary>Most texts at once; the list has no more.</summary>
    public const int Most = QueueQueries.Most;

    /// <param name="seen">What was looked at, in which version. What changed, moved or went meanwhile stays as it is.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>How many are done.</returns>
    public async Task<int> ExecuteAsync(IReadOnlyCollection<CaseVersion> seen, Actor actor, CancellationToken cancel)
    {
        List<CaseVersion> texts = [.. seen.Distinct().Take(Most)];
        if (!actor.IsModerator || texts.Count == 0) return 0;
        await using var change = await changes.BeginAsync([.. texts.SelectMany(text => text.At.Locks()).Distinct(), Channel.Moderation], cancel);
        List<int?> numbers = [.. texts.Where(text => text.At.IsOfIdea).Select(text => (int?)text.At.Number).Distinct()];
        var ideas = await db.Ideas.Where(idea => numbers.Contains(idea.Number)).ToDictionaryAsync(idea => idea.Number ?? 0, cancel);
        List<int> passages = [.. texts.Where(text => text.At.Kind is SubjectKind.Comment && !text.At.IsOfIdea).Select(text => text.At.Number).Distinct()];
        var homes = ideas.ToDictionary(idea => DiscussionKey.OfIdea(idea.Key), idea => idea.Value.Id.Value);
        if (passages.Count > 0)
            foreach (var passage in await db.TextPassages.AsNoTracking().Where(passage => passages.Contains(passage.Number)).Select(passage => new { passage.Id, passage.Number }).ToListAsync(cancel)) homes[DiscussionKey.OfPassage(passage.Number)] = passage.Id.Value;
        List<int> wanted = [.. texts.Where(text => text.At.Kind is SubjectKind.Comment).Select(text => text.At.Part).Distinct()];
        List<Guid> places = [.. homes.Values];
        var comments = await db.Comments.Where(comment => places.Contains(comment.SubjectId) && wanted.Contains(comment.Number)).ToDictionaryAsync(comment => (comment.SubjectId, comment.Number), cancel);
        var done = texts.Count(text => text.At.Kind is SubjectKind.Idea && ideas.TryGetValue(text.At.Number, out var idea) && Mark(change, "idea.seen", Subject.Of(idea.Id), idea.MarkSeen(text.Version), actor))
            + texts.Count(text => text.At.Kind is SubjectKind.Comment && homes.TryGetValue(text.At.Discussion, out var home) && comments.TryGetValue((home, text.At.Part), out var comment)
                && Mark(change, "comment.seen", Subject.Of(comment.Id), comment.MarkSeen(text.Version), actor));
        done += await MarkSuggestionsAsync(change, [.. texts.Where(text => text.At.Kind is SubjectKind.Suggestion)], actor, cancel);
        if (done == 0) return 0;
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, 0);
        await change.CommitAsync(cancel);
        return done;
    }

    /// <summary>Nobody changes a suggestion; its only version is the one that was looked at.</summary>
    private async Task<int> MarkSuggestionsAsync(Change change, IReadOnlyCollection<CaseVersion> texts, Actor actor, CancellationToken cancel)
    {
        if (texts.Count == 0) return 0;
        List<int> proposals = [.. texts.Select(text => text.At.Number).Distinct()], parts = [.. texts.Select(text => text.At.Part).Distinct()];
        var suggestions = await db.Suggestions.Where(made => parts.Contains(made.Number)).WithPlaces(db).Where(row => proposals.Contains(row.Proposal)).ToDictionaryAsync(row => row.At, row => row.Made, cancel);
        return texts.Count(text => suggestions.TryGetValue(text.At, out var made) && made.AuthorId != actor.Person && Mark(change, "suggestion.seen", Subject.Of(made.Id), made.MarkSeen(), actor));
    }

    /// <summary>One contribution, as somebody looked at it on its own page; the text version is asked again under the lock.</summary>
    internal async Task<Refusal?> OneAsync(CaseVersion text, int version, PersonId author, CaseOrder order, CancellationToken cancel)
    {
        if (!order.Actor.IsModerator || author == order.Actor.Person) return new NotAllowed();
        return version == order.ExpectedVersion && await ExecuteAsync([text], order.Actor, cancel) == 1 ? null : new ChangedMeanwhile();
    }

    /// <summary>Only what was marked is written down.</summary>
    private static bool Mark(Change change, string action, Subject subject, Refusal? refusal, Actor actor)
    {
        if (refusal is not null) return false;
        change.Audit(action, subject, actor);
        return true;
    }
}
