using Participation.Domain.Accounts;

namespace Participation.Domain.Strategy.Measures;

/// <summary>What can change about a measure.</summary>
public enum MeasureChangeKind
{
    /// <summary>It was set up.</summary>
    Created,

    /// <summary>Its title.</summary>
    Title,

    /// <summary>Its description.</summary>
    Description,

    /// <summary>The field of action it belongs to.</summary>
    Field,

    /// <summary>Who is responsible.</summary>
    Responsible,

    /// <summary>Where it is.</summary>
    Status,

    /// <summary>How far it is, in percent.</summary>
    Progress,

    /// <summary>A milestone was added.</summary>
    MilestoneAdded,

    /// <summary>A milestone was taken away.</summary>
    MilestoneRemoved,

    /// <summary>A milestone is worded in another way.</summary>
    MilestoneRenamed,

    /// <summary>A milestone is promised for another day.</summary>
    MilestoneMoved,

    /// <summary>A milestone is done.</summary>
    MilestoneDone,

    /// <summary>A milestone is not done after all.</summary>
    MilestoneReopened,

    /// <summary>The ideas it is linked with.</summary>
    Ideas,

    /// <summary>The proposals it is linked with.</summary>
    Proposals,

    /// <summary>The papers of the council it is linked with.</summary>
    Papers,

    /// <summary>Everybody reads it, or reads it again.</summary>
    Published,

    /// <summary>It was taken out of view.</summary>
    Withdrawn,
}

/// <summary>One change of a measure with the old and the new value; kept, so that a deadline that was moved stays visible.</summary>
public sealed class MeasureChange
{
    /// <summary>Longest value, in characters; longer ones are cut.</summary>
    public const int ValueMaxLength = 300;

    private MeasureChange() { }

    /// <summary>Internal identity.</summary>
    public MeasureChangeId Id { get; private set; }

    /// <summary>The measure.</summary>
    public MeasureId MeasureId { get; private set; }

    /// <summary>What changed.</summary>
    public MeasureChangeKind Kind { get; private set; }

    /// <summary>The milestone it is about.</summary>
    public string? Milestone { get; private set; }

    /// <summary>What was there before: days as <c>2026-04-30</c>, names of enums, percentages as numbers.</summary>
    public string? Before { get; private set; }

    /// <summary>What is there now, in the same form.</summary>
    public string? After { get; private set; }

    /// <summary>Why, if somebody said so.</summary>
    public string? Reason { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who.</summary>
    public PersonId? By { get; private set; }

    internal static MeasureChange Of(MeasureId measure, MeasureChangeKind kind, string? milestone, string? before, string? after, MeasureEdit edit) => new()
    {
        Id = MeasureChangeId.New(edit.Now), MeasureId = measure, Kind = kind, Milestone = milestone, Before = Cut(before), After = Cut(after), Reason = edit.Reason, At = edit.Now, By = edit.By,
    };

    private static string? Cut(string? value) => value?.Length > ValueMaxLength ? value[..(ValueMaxLength - 1)] + "…" : value;
}

/// <summary>Who changes a measure, when and why.</summary>
/// <param name="By">Who.</param>
/// <param name="Now">When.</param>
/// <param name="Today">The day in the city.</param>
/// <param name="Reason">Why, in a sentence, for the history.</param>
/// <param name="Names">Names of the fields, organisations, ideas, proposals and papers that the history mentions, by their ids.</param>
public sealed record MeasureEdit(PersonId? By, DateTimeOffset Now, DateOnly Today, string? Reason, IReadOnlyDictionary<Guid, string> Names)
{
    internal string? NameOf(Guid? id) => id is { } known && Names.TryGetValue(known, out var name) ? name : null;

    internal string? NamesOf(IEnumerable<Guid> ids) => string.Join(", ", ids.Select(id => NameOf(id)).Where(name => name is not null)) is { Length: > 0 } names ? names : null;
}
