namespace Participation.Domain.Processes;

/// <summary>Identifies a <see cref="Process"/>.</summary>
public readonly record struct ProcessId(Guid Value) : IEntityId<ProcessId>
{
    /// <inheritdoc/>
    public static ProcessId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static ProcessId New(DateTimeOffset now) => new(Uuid.Version7(now));
}
