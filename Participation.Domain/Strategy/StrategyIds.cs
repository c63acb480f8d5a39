namespace Participation.Domain.Strategy;

/// <summary>Identifies a <see cref="StrategyPaper"/>.</summary>
public readonly record struct StrategyPaperId(Guid Value) : IEntityId<StrategyPaperId>
{
    /// <inheritdoc/>
    public static StrategyPaperId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static StrategyPaperId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="FieldOfAction"/>.</summary>
public readonly record struct FieldOfActionId(Guid Value) : IEntityId<FieldOfActionId>
{
    /// <inheritdoc/>
    public static FieldOfActionId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static FieldOfActionId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="Measures.Measure"/>.</summary>
public readonly record struct MeasureId(Guid Value) : IEntityId<MeasureId>
{
    /// <inheritdoc/>
    public static MeasureId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static MeasureId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="Measures.Milestone"/>.</summary>
public readonly record struct MilestoneId(Guid Value) : IEntityId<MilestoneId>
{
    /// <inheritdoc/>
    public static MilestoneId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static MilestoneId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="Measures.MeasureChange"/>.</summary>
public readonly record struct MeasureChangeId(Guid Value) : IEntityId<MeasureChangeId>
{
    /// <inheritdoc/>
    public static MeasureChangeId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static MeasureChangeId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies an <see cref="Services.OnlineService"/>.</summary>
public readonly record struct OnlineServiceId(Guid Value) : IEntityId<OnlineServiceId>
{
    /// <inheritdoc/>
    public static OnlineServiceId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static OnlineServiceId New(DateTimeOffset now) => new(Uuid.Version7(now));
}
