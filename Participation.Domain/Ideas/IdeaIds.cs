namespace Participation.Domain.Ideas;

/// <summary>Identifies a <see cref="Idea"/>.</summary>
public readonly record struct IdeaId(Guid Value) : IEntityId<IdeaId>
{
    /// <inheritdoc/>
    public static IdeaId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static IdeaId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="IdeaVersion"/>.</summary>
public readonly record struct IdeaVersionId(Guid Value) : IEntityId<IdeaVersionId>
{
    /// <inheritdoc/>
    public static IdeaVersionId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static IdeaVersionId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="IdeaEvent"/>.</summary>
public readonly record struct IdeaEventId(Guid Value) : IEntityId<IdeaEventId>
{
    /// <inheritdoc/>
    public static IdeaEventId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static IdeaEventId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="OfficialAnswer"/>.</summary>
public readonly record struct OfficialAnswerId(Guid Value) : IEntityId<OfficialAnswerId>
{
    /// <inheritdoc/>
    public static OfficialAnswerId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static OfficialAnswerId New(DateTimeOffset now) => new(Uuid.Version7(now));
}
