namespace Participation.Domain.Discussions;

/// <summary>Identifies a <see cref="Comment"/>.</summary>
public readonly record struct CommentId(Guid Value) : IEntityId<CommentId>
{
    /// <inheritdoc/>
    public static CommentId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static CommentId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="CommentVersion"/>.</summary>
public readonly record struct CommentVersionId(Guid Value) : IEntityId<CommentVersionId>
{
    /// <inheritdoc/>
    public static CommentVersionId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static CommentVersionId New(DateTimeOffset now) => new(Uuid.Version7(now));
}
