namespace Participation.Domain.Processes;

/// <summary>A step of the timeline that readers see. It opens and closes nothing; activities do.</summary>
public sealed class Phase(int order, string title, string? note, DateOnly? startsOn, DateOnly? endsOn)
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 80;

    /// <summary>Longest note, in characters.</summary>
    public const int NoteMaxLength = 120;

    /// <summary>Position, from 0.</summary>
    public int Order { get; private set; } = order;

    /// <summary>What happens.</summary>
    public string Title { get; private set; } = title;

    /// <summary>A word beside the dates.</summary>
    public string? Note { get; private set; } = note;

    /// <summary>First day.</summary>
    public DateOnly? StartsOn { get; private set; } = startsOn;

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? EndsOn { get; private set; } = endsOn;

    /// <summary>Whether the phase is over on a day.</summary>
    public bool IsDone(DateOnly today) => EndsOn < today;

    /// <summary>Whether the phase runs on a day.</summary>
    public bool IsCurrent(DateOnly today) => !IsDone(today) && (StartsOn is null || StartsOn <= today);

    internal void Become(Phase other) => (Title, Note, StartsOn, EndsOn) = (other.Title, other.Note, other.StartsOn, other.EndsOn);
}
