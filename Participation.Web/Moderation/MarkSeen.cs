using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation;

/// <summary>A moderator looked at what was published at once, or changed afterwards, and leaves it as it is.</summary>
public sealed class MarkSeen(ParticipationDbContext db, Changes changes)
{
    /// <param name="seen">What was looked at, in which version. What changed meanwhile stays in the list.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>How many are done.</returns>
    public async Task<int> ExecuteAsync(IReadOnlyCollection<SeenText> seen, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return 0;
        await using var change = await changes.BeginAsync([.. seen.Select(text => Channel.Idea(text.Idea)), Channel.Moderation], cancel);
        var done = 0;
        foreach (var text in seen)
            if (await MarkAsync(text, change, actor, cancel) is null) done++;
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, 0);
        await change.CommitAsync(cancel);
        return done;
    }

    private async Task<Refusal?> MarkAsync(SeenText text, Change change, Actor actor, CancellationToken cancel)
    {
        var idea = await db.Ideas.SingleOrDefaultAsync(candidate => candidate.Number == text.Idea, cancel);
        if (idea is null) return new ChangedMeanwhile();
        if (text.Comment is not { } number)
        {
            change.Audit("idea.seen", Subject.Of(idea.Id), actor);
            return idea.MarkSeen(text.TextVersion);
        }

        var (_, comment) = await CommentLookup.FindAsync(db, text.Idea, number, cancel);
        change.Audit("comment.seen", Subject.Of(comment.Id), actor);
        return comment.MarkSeen(text.TextVersion);
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
