using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Processes;

namespace Participation.Domain.Texts;

/// <summary>A passage of a text: a heading, or a block of text with a discussion of its own. What was discussed stays readable when it is struck.</summary>
public sealed class TextPassage : IDiscussed
{
    /// <summary>Longest passage, in characters.</summary>
    public const int BodyMaxLength = 6_000;

    /// <summary>Deepest heading.</summary>
    public const int MaxLevel = 4;

    private TextPassage() { }

    /// <summary>Internal identity.</summary>
    public TextPassageId Id { get; private set; }

    /// <summary>The text it belongs to.</summary>
    public DiscussedTextId TextId { get; private set; }

    /// <summary>The text it belongs to, when it was loaded with it.</summary>
    public DiscussedText Text { get; private set; } = null!;

    /// <summary>Public number among all passages of all texts; stays whatever becomes of the text around it.</summary>
    public int Number { get; private set; }

    /// <summary>Place in the text, from 1, headings included; of a struck one, where it stood.</summary>
    public int Order { get; private set; }

    /// <summary>Which paragraph of the text it is, from 1; 0 for a heading.</summary>
    public int Position { get; private set; }

    /// <summary>Level of a heading, from 1; 0 for a block of text.</summary>
    public int Level { get; private set; }

    /// <summary>What it says.</summary>
    public FormattedText Body { get; private set; } = FormattedText.Empty;

    /// <summary>The same as it is searched; see <see cref="News.SearchableWords"/>.</summary>
    public string Words { get; private set; } = "";

    /// <summary>When its words were last changed after it had been set up.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>When it was struck from the text.</summary>
    public DateTimeOffset? StruckAt { get; private set; }

    /// <summary>How many comments everyone sees.</summary>
    public int CommentCount { get; private set; }

    /// <summary>Number of the last comment.</summary>
    public int LastCommentNumber { get; private set; }

    /// <inheritdoc/>
    /// <remarks>Nobody closes the discussion of one passage; that of the whole text ends with its process.</remarks>
    public string? LockReason => null;

    /// <summary>Whether it is a heading, which is not discussed.</summary>
    public bool IsHeading => Level > 0;

    /// <summary>Whether it stands in the text.</summary>
    public bool Stands => StruckAt is null;

    /// <inheritdoc/>
    public Subject Subject => Subject.Of(Id);

    /// <inheritdoc/>
    public DiscussionKey Discussion => DiscussionKey.OfPassage(Number);

    /// <inheritdoc/>
    public string Title => Text.Title;

    /// <inheritdoc/>
    public ProcessId ProcessId => Text.ProcessId;

    /// <inheritdoc/>
    public PersonId? Writer => null;

    /// <inheritdoc/>
    public string? RemovalReason => Text.Publication.Reason;

    /// <inheritdoc/>
    public bool IsPublicAt(DateTimeOffset now) => !IsHeading && Text.Publication.IsPublicAt(now);

    /// <inheritdoc/>
    public int NextCommentNumber() => ++LastCommentNumber;

    /// <inheritdoc/>
    public void CountComment(int delta, DateTimeOffset? activeAt) => CommentCount += delta;

    internal static TextPassage Of(DiscussedText text, TextPassageId id, int number, PassagePlan plan) => new() { Id = id, TextId = text.Id, Text = text, Number = number, Level = plan.Level, Body = plan.Body, Words = News.SearchableWords.Of([plan.Body.Markdown]) };

    internal void Become(PassagePlan plan, DateTimeOffset now)
    {
        if (plan.Body.Markdown != Body.Markdown) (Body, Words, ChangedAt) = (plan.Body, News.SearchableWords.Of([plan.Body.Markdown]), now);
        (Level, StruckAt) = (plan.Level, null);
    }

    internal void Stand(int order, int position) => (Order, Position) = (order, position);

    internal void Strike(DateTimeOffset now) => StruckAt ??= now;
}

/// <summary>A passage as its editors set it.</summary>
/// <param name="Number">Which one of the text it is; null for a new one.</param>
/// <param name="Level">Level of a heading; 0 for a block of text.</param>
/// <param name="Body">What it says.</param>
public sealed record PassagePlan(int? Number, int Level, FormattedText Body);
