namespace Participation.Domain.Strategy.Measures;

/// <summary>A step of a measure, with the day by which it is promised.</summary>
public sealed class Milestone
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 160;

    private Milestone() { }

    /// <summary>Internal identity.</summary>
    public MilestoneId Id { get; private set; }

    /// <summary>The measure it belongs to.</summary>
    public MeasureId MeasureId { get; private set; }

    /// <summary>What will be there.</summary>
    public string Title { get; private set; } = "";

    /// <summary>By when.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When it was done, if it is.</summary>
    public DateOnly? DoneOn { get; private set; }

    internal static Milestone Of(MeasureId measure, MilestonePlan plan, DateTimeOffset now) =>
        new() { Id = MilestoneId.New(now), MeasureId = measure, Title = plan.Title, DueOn = plan.DueOn, DoneOn = plan.DoneOn };

    internal void Become(MilestonePlan plan) => (Title, DueOn, DoneOn) = (plan.Title, plan.DueOn, plan.DoneOn);
}

/// <summary>A milestone as its editors set it.</summary>
/// <param name="Id">Which; null for a new one.</param>
/// <param name="Title">What will be there.</param>
/// <param name="DueOn">By when.</param>
/// <param name="DoneOn">When it was done.</param>
public sealed record MilestonePlan(MilestoneId? Id, string Title, DateOnly DueOn, DateOnly? DoneOn);
