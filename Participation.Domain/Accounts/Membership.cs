namespace Participation.Domain.Accounts;

/// <summary>What a member may do in the organisation's name.</summary>
public enum MembershipRole
{
    /// <summary>Reads drafts.</summary>
    Viewer,

    /// <summary>Writes in the organisation's name.</summary>
    Editor,

    /// <summary>Signs and invites.</summary>
    Owner,
}

/// <summary>Who speaks for an organisation. One per person and organisation.</summary>
public sealed class Membership
{
    private Membership() { }

    /// <summary>The organisation.</summary>
    public OrganisationId OrganisationId { get; private set; }

    /// <summary>The member.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>What the member may do.</summary>
    public MembershipRole Role { get; private set; }

    /// <summary>Makes someone a member.</summary>
    public static Membership Grant(OrganisationId organisation, PersonId person, MembershipRole role) =>
        new() { OrganisationId = organisation, PersonId = person, Role = role };
}
