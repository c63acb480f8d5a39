namespace Participation.Domain.Strategy.Measures;

/// <summary>Where a measure is.</summary>
public enum MeasureStatus
{
    /// <summary>Nothing has begun.</summary>
    Planned,

    /// <summary>Somebody works on it.</summary>
    Begun,

    /// <summary>It is done.</summary>
    Implemented,

    /// <summary>It was put off, with a reason.</summary>
    Deferred,

    /// <summary>It was given up, with a reason.</summary>
    Stopped,
}

/// <summary>What follows from a status.</summary>
public static class MeasureStatusRules
{
    /// <summary>Whether dates are promises: nothing is late that was put off, given up or done.</summary>
    public static bool IsRunning(this MeasureStatus status) => status is MeasureStatus.Planned or MeasureStatus.Begun;

    /// <summary>Whether a reason has to be given.</summary>
    public static bool NeedsReason(this MeasureStatus status) => status is MeasureStatus.Deferred or MeasureStatus.Stopped;
}
