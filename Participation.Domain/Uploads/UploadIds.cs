namespace Participation.Domain.Uploads;

/// <summary>Identifies an <see cref="Upload"/>. Unlike other ids it stands in addresses: it cannot be guessed, and rights are asked all the same.</summary>
public readonly record struct UploadId(Guid Value) : IEntityId<UploadId>
{
    /// <inheritdoc/>
    public static UploadId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static UploadId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="Document"/>.</summary>
public readonly record struct DocumentId(Guid Value) : IEntityId<DocumentId>
{
    /// <inheritdoc/>
    public static DocumentId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static DocumentId New(DateTimeOffset now) => new(Uuid.Version7(now));
}
