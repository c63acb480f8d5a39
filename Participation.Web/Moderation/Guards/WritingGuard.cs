using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Data;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Guards;

/// <summary>
/// What every contribution passes, whichever way it comes: limits of its author, the word list, repetitions, first posts. Asked under the lock of the author's own
/// channel, so that of two requests at once the second one sees the first.
/// </summary>
public sealed class WritingGuard(ParticipationDbContext db, CurrentRules current, MarkdownText markdown, IOptions<GuardOptions> options)
{
    private const int MostWords = 5;
    private const int MostCompared = 200;

    private readonly LinkCount _links = new(markdown);

    /// <summary>Asks for a contribution that is about to be written.</summary>
    /// <returns>What somebody should look at, or why it is not taken now.</returns>
    public async Task<Outcome<GuardVerdict>> CheckAsync(GuardedText text, Person author, OrganisationId? organisation, DateTimeOffset now, CancellationToken cancel)
    {
        if (organisation is not null || author.Role is Role.Moderator or Role.Administrator) return GuardVerdict.None;
        var inForce = await current.GetAsync(db, cancel);
        var words = WrittenWords.Of(text.Text);
        var before = text.Replaces is { } replaced ? WrittenWords.Of(replaced.Text) : null;
        var pace = new Pace(inForce.Rules, author.JoinedAt, options.Value.Pace ? await LatelyAsync(author.Id, now, cancel) : []);
        if (pace.IsNew(now) && _links.In(text) > inForce.Rules[GuardLimit.NewLinks]) return new TooManyLinks(inForce.Rules[GuardLimit.NewLinks]);
        if (options.Value.Pace && pace.Check(text.Kind, before?.Hash == words.Hash ? null : words.Hash, now, text.Replaces?.Subject.Id) is { } refusal) return refusal;
        var found = WordsIn(inForce.Words, words, before).ToList();
        if (options.Value.Pace && await IsRepeatedAsync(words, before, text.Replaces?.Subject.Id, author.Id, inForce.Rules, now, cancel)) found.Add(new Found(FindingReason.Similar));
        var holds = found.Count > 0;
        if (text.Kind is not WritingKind.Edit && await IsFirstAsync(author.Id, cancel))
        {
            found.Add(new Found(FindingReason.FirstPost));
            holds |= inForce.Rules.FirstPosts is FirstPostRule.Hold;
        }

        return new GuardVerdict(found, holds, Writing.Of(author.Id, text.Kind, words, now));
    }

    /// <summary>Writes down what was found, in the transaction of the contribution.</summary>
    public void Note(GuardVerdict verdict, Subject subject, int textVersion)
    {
        if (verdict.Writing is not { } writing) return;
        writing.Became(subject);
        db.Writings.Add(writing);
        foreach (var found in verdict.Found) db.Findings.Add(Finding.Of(subject, writing.PersonId, textVersion, found, writing.At));
    }

    /// <summary>What stood there before is known already.</summary>
    private static IEnumerable<Found> WordsIn(WordList list, WrittenWords words, WrittenWords? before) => list.FindIn(words, MostWords)
        .Except(before is null ? [] : list.FindIn(before, int.MaxValue), StringComparer.Ordinal).Select(entry => new Found(FindingReason.Word, entry));

    private async Task<IReadOnlyList<RecentWriting>> LatelyAsync(PersonId person, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Writing.Kept;
        return [.. (await db.Writings.AsNoTracking().Where(writing => writing.PersonId == person && writing.At > since).OrderByDescending(writing => writing.At)
            .Select(writing => new { writing.Kind, writing.At, writing.Hash, writing.SubjectId }).ToListAsync(cancel)).Select(writing => new RecentWriting(writing.Kind, writing.At, writing.Hash, writing.SubjectId))];
    }

    /// <summary>
    /// Whether nearly the same was written: by the same person within a day, by anyone within the time that the rules say. A change is compared with other contributions
    /// only, and what it was like already is no news.
    /// </summary>
    private async Task<bool> IsRepeatedAsync(WrittenWords words, WrittenWords? before, Guid? changed, PersonId person, GuardRules rules, DateTimeOffset now, CancellationToken cancel)
    {
        if (words.Sketch is not { } sketch || before?.Hash == words.Hash) return false;
        var (own, others) = (now - Writing.Kept, now - rules.Minutes(GuardLimit.SimilarMinutes));
        var mine = await SketchesAsync(db.Writings.Where(writing => writing.PersonId == person && writing.At > own && writing.SubjectId != changed), cancel);
        var theirs = await SketchesAsync(db.Writings.Where(writing => writing.PersonId != person && writing.At > others), cancel);
        return mine.Concat(theirs).Any(other => sketch.IsAlike(other) && before?.Sketch?.IsAlike(other) != true);
    }

    private static async Task<List<byte[]>> SketchesAsync(IQueryable<Writing> writings, CancellationToken cancel) => await writings.AsNoTracking()
        .Where(writing => writing.Sketch != null).OrderByDescending(writing => writing.At).Take(MostCompared).Select(writing => writing.Sketch!).ToListAsync(cancel);

    /// <summary>Nothing of theirs was ever let through: what waits or was declined does not open the door for the next.</summary>
    private async Task<bool> IsFirstAsync(PersonId person, CancellationToken cancel) =>
        !await db.Comments.AnyAsync(comment => comment.AuthorId == person && comment.Status == CommentStatus.Published, cancel) && !await db.Ideas.AnyAsync(idea => idea.AuthorId == person && idea.PublishedAt != null, cancel)
        && !await db.Suggestions.AnyAsync(made => made.AuthorId == person && !made.IsHeld && made.HiddenAt == null && made.Status != SuggestionStatus.Withdrawn, cancel)
        && !await db.MeetingQuestions.AnyAsync(question => question.AuthorId == person && !question.IsHeld && question.HiddenAt == null && question.RemovedAt == null, cancel);
}

/// <summary>A contribution that is about to be written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Body">Its text, with what becomes of it.</param>
/// <param name="Lines">What stands beside the text, such as the title.</param>
public sealed record GuardedText(WritingKind Kind, FormattedText Body, IReadOnlyList<string> Lines)
{
    /// <summary>What is changed; null for what is new.</summary>
    public ReplacedText? Replaces { get; init; }

    /// <summary>All that people read.</summary>
    public string Text => string.Join("\n\n", [.. Lines, Body.Markdown]);
}

/// <summary>What stood there before a change.</summary>
/// <param name="Subject">The contribution.</param>
/// <param name="Text">All of it, as Markdown.</param>
public sealed record ReplacedText(Subject Subject, string Text);

/// <summary>What the guard says of a contribution that it takes.</summary>
/// <param name="Found">What somebody should look at.</param>
/// <param name="Holds">Whether it waits until somebody did.</param>
/// <param name="Writing">What is kept of it for a day; null for those who are not guarded.</param>
public sealed record GuardVerdict(IReadOnlyList<Found> Found, bool Holds, Writing? Writing)
{
    /// <summary>Nothing, for those who are not guarded.</summary>
    public static GuardVerdict None { get; } = new([], Holds: false, null);
}
