namespace Participation.Domain.Processes;

/// <summary>What people can do in a process.</summary>
public enum ActivityKind
{
    /// <summary>Submit ideas.</summary>
    CollectIdeas,

    /// <summary>Write comments.</summary>
    Discuss,

    /// <summary>Take and change stances.</summary>
    TakeStances,
}

/// <summary>Something that can be done in a process, in a window of its own; several run in parallel.</summary>
public sealed class Activity(ActivityKind kind, DateTimeOffset? opensAt, DateTimeOffset? closesAt)
{
    /// <summary>What can be done.</summary>
    public ActivityKind Kind { get; private set; } = kind;

    /// <summary>From when; null means from the start.</summary>
    public DateTimeOffset? OpensAt { get; private set; } = opensAt;

    /// <summary>Until when, exclusive; null means always.</summary>
    public DateTimeOffset? ClosesAt { get; private set; } = closesAt;

    /// <summary>Whether it can be done at an instant.</summary>
    public bool IsOpen(DateTimeOffset now) => (OpensAt is null || OpensAt <= now) && (ClosesAt is null || now < ClosesAt);

    internal void Move(DateTimeOffset? opensAt, DateTimeOffset? closesAt) => (OpensAt, ClosesAt) = (opensAt, closesAt);
}
