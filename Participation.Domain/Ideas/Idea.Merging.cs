using Participation.Domain.Accounts;

namespace Participation.Domain.Ideas;

/// <content>How two ideas become one.</content>
public sealed partial class Idea
{
    /// <summary>Whether the idea can still become part of another one.</summary>
    public bool CanMerge => HiddenAt is null && Status is IdeaStatus.Submitted or IdeaStatus.Published or IdeaStatus.UnderReview;

    /// <summary>
    /// Makes this idea part of another one of the same process: there the same people were asked, under the same rules.
    /// Its stances and comments follow by <see cref="Unite"/> and <see cref="TakeIn"/>, under both ideas' locks.
    /// </summary>
    /// <param name="target">The idea that takes it in.</param>
    /// <param name="reason">Why, for everyone to read.</param>
    /// <param name="by">The deciding moderator.</param>
    /// <param name="now">The instant.</param>
    public Refusal? MergeInto(Idea target, string reason, PersonId by, DateTimeOffset now)
    {
        if (target.Id == Id) return new CannotMergeIntoItself();
        if (!CanMerge) return new StepNotPossible(Status);
        if (!target.IsPublic || target.Status is IdeaStatus.Withdrawn) return new MergeTargetMustBePublic();
        if (target.ProcessId != ProcessId) return new MergeNeedsSameProcess();
        if (string.IsNullOrWhiteSpace(reason)) return new ReasonIsMissing();
        MergedIntoId = target.Id;
        // What the city promised to people here stays promised there.
        if (target.Status.IsOpen() && NextDate < target.NextDate) target.NextDate = NextDate;
        NextDate = null;
        Count(default);
        CommentCount = 0;
        Step(IdeaStatus.Merged, IdeaEventKind.Merged, by, now, reason, target.Number);
        target.Step(target.Status, IdeaEventKind.TookIn, by, now, reason, Number);
        return null;
    }

    /// <summary>
    /// Takes over the stances of an idea that became part of this one. Whoever took a stance on both keeps the one taken here;
    /// the author of this idea gets none, as on any own idea.
    /// </summary>
    /// <param name="theirs">All stances of the other idea.</param>
    /// <param name="here">Who took a stance here.</param>
    /// <returns>The stances to add here; they are counted already.</returns>
    public IReadOnlyList<Stance> Unite(IEnumerable<Stance> theirs, IReadOnlySet<PersonId> here)
    {
        List<Stance> added = [.. theirs.Where(stance => stance.PersonId != AuthorId && !here.Contains(stance.PersonId))
            .Select(stance => Stance.Take(Id, stance.PersonId, stance.Kind, TextVersion, stance.TakenAt))];
        Count(added.Aggregate(Stances, (counts, stance) => counts.With(stance.Kind, 1)));
        return added;
    }

    /// <summary>Moves the comments of an idea that became part of this one under it, in the order in which they were posted.</summary>
    /// <returns>Their new numbers by their old ones.</returns>
    public IReadOnlyDictionary<int, int> TakeIn(IReadOnlyCollection<Discussions.Comment> comments)
    {
        var numbers = comments.Select(comment => comment.Number).Order().ToDictionary(number => number, _ => NextCommentNumber());
        foreach (var comment in comments) comment.MoveTo(Discussions.Subject.Of(Id), numbers);
        CommentCount += comments.Count(comment => comment.IsVisible);
        return numbers;
    }
}
