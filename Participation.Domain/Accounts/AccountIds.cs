namespace Participation.Domain.Accounts;

/// <summary>Identifies a <see cref="Person"/>.</summary>
public readonly record struct PersonId(Guid Value) : IEntityId<PersonId>
{
    /// <inheritdoc/>
    public static PersonId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static PersonId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="Organisation"/>.</summary>
public readonly record struct OrganisationId(Guid Value) : IEntityId<OrganisationId>
{
    /// <inheritdoc/>
    public static OrganisationId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static OrganisationId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies an <see cref="Invitation"/>.</summary>
public readonly record struct InvitationId(Guid Value) : IEntityId<InvitationId>
{
    /// <inheritdoc/>
    public static InvitationId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static InvitationId New(DateTimeOffset now) => new(Uuid.Version7(now));
}
