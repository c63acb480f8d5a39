using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
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
    public async Task<int> ExecuteAsync(IReadOnlyCollection<SeenText> seen, Actor actor, CancellationToken cancel)
    {
        List<SeenText> texts = [.. seen.Distinct().Take(Most)];
        if (!actor.IsModerator || texts.Count == 0) return 0;
        await using var change = await changes.BeginAsync([.. texts.Select(text => Channel.Idea(text.Idea)).Distinct(), Channel.Moderation], cancel);
        List<int?> numbers = [.. texts.Select(text => (int?)text.Idea).Distinct()];
        var ideas = await db.Ideas.Where(idea => numbers.Contains(idea.Number)).ToDictionaryAsync(idea => idea.Number ?? 0, cancel);
        List<Guid> homes = [.. ideas.Values.Select(idea => idea.Id.Value)];
        List<int> wanted = [.. texts.Select(text => text.Comment).OfType<int>().Distinct()];
        var comments = await db.Comments.Where(comment => comment.SubjectKind == SubjectKind.Idea && homes.Contains(comment.SubjectId) && wanted.Contains(comment.Number)).ToDictionaryAsync(comment => (comment.SubjectId, comment.Number), cancel);
        var done = texts.Count(text => ideas.TryGetValue(text.Idea, out var idea) && (text.Comment is { } number
            ? comments.TryGetValue((idea.Id.Value, number), out var comment) && Mark(change, "comment.seen", Subject.Of(comment.Id), comment.MarkSeen(text.TextVersion), actor)
            : Mark(change, "idea.seen", Subject.Of(idea.Id), idea.MarkSeen(text.TextVersion), actor)));
        if (done == 0) return 0;
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, 0);
        await change.CommitAsync(cancel);
        return done;
    }

    /// <summary>One contribution, as somebody looked at it on its own page; the text version is asked again under the lock.</summary>
    internal async Task<Refusal?> OneAsync(SeenText text, int version, PersonId author, CaseOrder order, CancellationToken cancel)
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

/// <summary>A text in a version, as the form sends it: <c>17:2</c> for an idea, <c>17:5:1</c> for a comment.</summary>
public sealed record SeenText(int Idea, int? Comment, int TextVersion) : IParsable<SeenText>
{
    public override string ToString() => Comment is { } comment ? $"{Idea}:{comment}:{TextVersion}" : $"{Idea}:{TextVersion}";

    public static SeenText Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var text) ? text : throw new FormatException(s);

    public static bool TryParse(string? s, IFormatProvider? provider, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out SeenText? result)
    {
        int[] numbers = [.. (s ?? "").Split(':', 4).Select(part => int.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1)];
        result = numbers.Contains(-1) ? null : numbers switch
        {
            [var idea, var version] => new SeenText(idea, null, version),
            [var idea, var comment, var version] => new SeenText(idea, comment, version),
            _ => null,
        };
        return result is not null;
    }
}
