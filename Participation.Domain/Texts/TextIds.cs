namespace Participation.Domain.Texts;

/// <summary>Identifies a <see cref="DiscussedText"/>.</summary>
public readonly record struct DiscussedTextId(Guid Value) : IEntityId<DiscussedTextId>
{
    /// <inheritdoc/>
    public static DiscussedTextId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static DiscussedTextId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="TextPassage"/>.</summary>
public readonly record struct TextPassageId(Guid Value) : IEntityId<TextPassageId>
{
    /// <inheritdoc/>
    public static TextPassageId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static TextPassageId New(DateTimeOffset now) => new(Uuid.Version7(now));
}
