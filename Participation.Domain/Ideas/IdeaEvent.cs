using Participation.Domain.Accounts;

namespace Participation.Domain.Ideas;

/// <summary>Steps of the public timeline.</summary>
public enum IdeaEventKind
{
    /// <summary>Handed in.</summary>
    Submitted,

    /// <summary>Made public.</summary>
    Published,

    /// <summary>Not published, with reasons.</summary>
    Declined,

    /// <summary>The administration began to look into it.</summary>
    ReviewBegun,

    /// <summary>An official answer was given.</summary>
    Answered,

    /// <summary>Carrying it out began.</summary>
    ImplementationBegun,

    /// <summary>It was carried out.</summary>
    Implemented,

    /// <summary>Its author took it back.</summary>
    Withdrawn,

    /// <summary>It became part of another idea.</summary>
    Merged,

    /// <summary>Another idea became part of it.</summary>
    TookIn,

    /// <summary>Its text was changed.</summary>
    Revised,
}

/// <summary>One dated step in the life of an idea; the timeline is read from these.</summary>
public sealed class IdeaEvent
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteMaxLength = 1000;

    private IdeaEvent() { }

    /// <summary>Internal identity.</summary>
    public IdeaEventId Id { get; private set; }

    /// <summary>The idea.</summary>
    public IdeaId IdeaId { get; private set; }

    /// <summary>What happened.</summary>
    public IdeaEventKind Kind { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who did it; null for imports.</summary>
    public PersonId? By { get; private set; }

    /// <summary>The reason given, if any. Public.</summary>
    public string? Note { get; private set; }

    /// <summary>The other idea of a merge.</summary>
    public int? OtherNumber { get; private set; }

    /// <summary>What an answer said.</summary>
    public AnswerOutcome? Outcome { get; private set; }

    internal void ForgetNote() => Note = null;

    internal static IdeaEvent Of(IdeaId idea, IdeaEventKind kind, PersonId? by, DateTimeOffset at, string? note = null, int? other = null, AnswerOutcome? outcome = null) =>
        new() { Id = IdeaEventId.New(at), IdeaId = idea, Kind = kind, By = by, At = at, Note = note, OtherNumber = other, Outcome = outcome };
}
