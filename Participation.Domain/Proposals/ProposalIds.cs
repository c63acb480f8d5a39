namespace Participation.Domain.Proposals;

/// <summary>Identifies a <see cref="Proposal"/>.</summary>
public readonly record struct ProposalId(Guid Value) : IEntityId<ProposalId>
{
    /// <inheritdoc/>
    public static ProposalId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static ProposalId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="Writing.SharedText"/>.</summary>
public readonly record struct SharedTextId(Guid Value) : IEntityId<SharedTextId>
{
    /// <inheritdoc/>
    public static SharedTextId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static SharedTextId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="CostItem"/>.</summary>
public readonly record struct CostItemId(Guid Value) : IEntityId<CostItemId>
{
    /// <inheritdoc/>
    public static CostItemId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static CostItemId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="SignOff"/>.</summary>
public readonly record struct SignOffId(Guid Value) : IEntityId<SignOffId>
{
    /// <inheritdoc/>
    public static SignOffId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static SignOffId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>Identifies a <see cref="ProposalEvent"/>.</summary>
public readonly record struct ProposalEventId(Guid Value) : IEntityId<ProposalEventId>
{
    /// <inheritdoc/>
    public static ProposalEventId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static ProposalEventId New(DateTimeOffset now) => new(Uuid.Version7(now));
}
