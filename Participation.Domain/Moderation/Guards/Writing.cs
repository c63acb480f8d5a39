using Participation.Domain.Accounts;
using Participation.Domain.Discussions;

namespace Participation.Domain.Moderation.Guards;

/// <summary>What somebody did.</summary>
public enum WritingKind
{
    /// <summary>Submitted an idea.</summary>
    Idea,

    /// <summary>Posted a comment.</summary>
    Comment,

    /// <summary>Changed a text.</summary>
    Edit,
}

/// <summary>
/// That somebody wrote something lately: what limits count and what repetitions are recognised by. Without the text, and gone after a day. It outlives the
/// contribution, so that deleting does not start the count anew.
/// </summary>
public sealed class Writing
{
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private Writing() { }

    /// <summary>Internal identity.</summary>
    public WritingId Id { get; private set; }

    /// <summary>Who.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>What.</summary>
    public WritingKind Kind { get; private set; }

    /// <summary>Of which contribution: a text does not repeat its own earlier versions.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The same for the same words, see <see cref="WrittenWords.Hash"/>.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>How alike texts are recognised by, see <see cref="TextSketch"/>; null for a text too short for it.</summary>
    public byte[]? Sketch { get; private set; }

    /// <summary>Writes it down.</summary>
    public static Writing Of(PersonId person, WritingKind kind, WrittenWords words, DateTimeOffset now) =>
        new() { Id = WritingId.New(now), PersonId = person, Kind = kind, At = now, Hash = words.Hash, Sketch = words.Sketch?.ToBytes() };

    /// <summary>Says which contribution it became.</summary>
    public void Became(Subject subject) => SubjectId = subject.Id;
}

/// <summary>Identifies a <see cref="Writing"/>.</summary>
public readonly record struct WritingId(Guid Value) : IEntityId<WritingId>
{
    /// <inheritdoc/>
    public static WritingId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static WritingId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>One of the things somebody wrote in the last day, as the limits see it.</summary>
public readonly record struct RecentWriting(WritingKind Kind, DateTimeOffset At, string Hash, Guid SubjectId = default);
