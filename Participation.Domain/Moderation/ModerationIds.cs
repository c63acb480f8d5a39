namespace Participation.Domain.Moderation;

/// <summary>Identifies a <see cref="Decision"/>.</summary>
public readonly record struct DecisionId(Guid Value) : IEntityId<DecisionId>
{
    /// <inheritdoc/>
    public static DecisionId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static DecisionId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="AuditEntry"/>.</summary>
public readonly record struct AuditEntryId(Guid Value) : IEntityId<AuditEntryId>
{
    /// <inheritdoc/>
    public static AuditEntryId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static AuditEntryId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="Notice"/>.</summary>
public readonly record struct NoticeId(Guid Value) : IEntityId<NoticeId>
{
    /// <inheritdoc/>
    public static NoticeId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static NoticeId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="Complaint"/>.</summary>
public readonly record struct ComplaintId(Guid Value) : IEntityId<ComplaintId>
{
    /// <inheritdoc/>
    public static ComplaintId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static ComplaintId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies that somebody took a <see cref="CaseClaim"/>.</summary>
public readonly record struct ClaimId(Guid Value) : IEntityId<ClaimId>
{
    /// <inheritdoc/>
    public static ClaimId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static ClaimId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="CaseNote"/>.</summary>
public readonly record struct CaseNoteId(Guid Value) : IEntityId<CaseNoteId>
{
    /// <inheritdoc/>
    public static CaseNoteId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static CaseNoteId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="ReasonTemplate"/>.</summary>
public readonly record struct ReasonTemplateId(Guid Value) : IEntityId<ReasonTemplateId>
{
    /// <inheritdoc/>
    public static ReasonTemplateId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static ReasonTemplateId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="ReportedVersion"/>.</summary>
public readonly record struct ReportedVersionId(Guid Value) : IEntityId<ReportedVersionId>
{
    /// <inheritdoc/>
    public static ReportedVersionId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static ReportedVersionId New(DateTimeOffset now) => new(Uuid.Version7(now));
}
