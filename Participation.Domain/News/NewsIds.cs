namespace Participation.Domain.News;

/// <summary>Identifies an <see cref="Article"/>.</summary>
public readonly record struct ArticleId(Guid Value) : IEntityId<ArticleId>
{
    /// <inheritdoc/>
    public static ArticleId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static ArticleId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="Page"/>.</summary>
public readonly record struct PageId(Guid Value) : IEntityId<PageId>
{
    /// <inheritdoc/>
    public static PageId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static PageId New(DateTimeOffset now) => new(Uuid.Version7(now));
}
