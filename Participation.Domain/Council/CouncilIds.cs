namespace Participation.Domain.Council;

/// <summary>Identifies a <see cref="Body"/>.</summary>
public readonly record struct BodyId(Guid Value) : IEntityId<BodyId>
{
    /// <inheritdoc/>
    public static BodyId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static BodyId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="LegislativeTerm"/>.</summary>
public readonly record struct LegislativeTermId(Guid Value) : IEntityId<LegislativeTermId>
{
    /// <inheritdoc/>
    public static LegislativeTermId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static LegislativeTermId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="CouncilPerson"/>.</summary>
public readonly record struct CouncilPersonId(Guid Value) : IEntityId<CouncilPersonId>
{
    /// <inheritdoc/>
    public static CouncilPersonId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static CouncilPersonId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="BodyMembership"/>.</summary>
public readonly record struct BodyMembershipId(Guid Value) : IEntityId<BodyMembershipId>
{
    /// <inheritdoc/>
    public static BodyMembershipId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static BodyMembershipId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="Location"/>.</summary>
public readonly record struct LocationId(Guid Value) : IEntityId<LocationId>
{
    /// <inheritdoc/>
    public static LocationId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static LocationId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="Meeting"/>.</summary>
public readonly record struct MeetingId(Guid Value) : IEntityId<MeetingId>
{
    /// <inheritdoc/>
    public static MeetingId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static MeetingId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="AgendaItem"/>.</summary>
public readonly record struct AgendaItemId(Guid Value) : IEntityId<AgendaItemId>
{
    /// <inheritdoc/>
    public static AgendaItemId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static AgendaItemId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="Paper"/>.</summary>
public readonly record struct PaperId(Guid Value) : IEntityId<PaperId>
{
    /// <inheritdoc/>
    public static PaperId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static PaperId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="Consultation"/>.</summary>
public readonly record struct ConsultationId(Guid Value) : IEntityId<ConsultationId>
{
    /// <inheritdoc/>
    public static ConsultationId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static ConsultationId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="Resolution"/>.</summary>
public readonly record struct ResolutionId(Guid Value) : IEntityId<ResolutionId>
{
    /// <inheritdoc/>
    public static ResolutionId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static ResolutionId New(DateTimeOffset now) => new(Uuid.Version7(now));
}
