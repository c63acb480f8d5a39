namespace Participation.Domain.Proposals;

/// <summary>Where a proposal is in its life.</summary>
public enum ProposalStatus
{
    /// <summary>Its organisations write.</summary>
    Drafting,

    /// <summary>The text is frozen; every organisation signs it or declines.</summary>
    SignOff,

    /// <summary>Signed by all and public.</summary>
    Published,

    /// <summary>Handed to a committee.</summary>
    InCommittee,

    /// <summary>The committee agreed.</summary>
    Adopted,

    /// <summary>The committee did not agree.</summary>
    Rejected,

    /// <summary>It is being done.</summary>
    InImplementation,

    /// <summary>It is done.</summary>
    Completed,

    /// <summary>Its lead organisation gave it up before it was published.</summary>
    Withdrawn,
}

/// <summary>Questions about a status.</summary>
public static class ProposalStatusRules
{
    /// <summary>Whether all have signed and anyone may read it.</summary>
    public static bool IsSigned(this ProposalStatus status) => status is not (ProposalStatus.Drafting or ProposalStatus.SignOff or ProposalStatus.Withdrawn);

    /// <summary>Whether it can be handed to a committee, or its committee named anew: signed, and nothing decided about it.</summary>
    public static bool CanBeHandedOver(this ProposalStatus status) => status is ProposalStatus.Published or ProposalStatus.InCommittee;
}
