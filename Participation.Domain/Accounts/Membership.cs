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

    /// <summary>Whether the member may write in the organisation's name.</summary>
    public bool MaySpeak => Role is not MembershipRole.Viewer;

    /// <summary>An owner gives the member another role.</summary>
    /// <param name="role">The new role.</param>
    /// <param name="otherOwners">How many owners there are beside this member.</param>
    public Refusal? Assign(MembershipRole role, int otherOwners)
    {
        if (role is not MembershipRole.Owner && End(otherOwners) is { } refusal) return refusal;
        Role = role;
        return null;
    }

    /// <summary>Asks whether the membership may end, by leaving or being removed: an organisation is never left without an owner.</summary>
    /// <param name="otherOwners">How many owners there are beside this member.</param>
    public Refusal? End(int otherOwners) => Role is MembershipRole.Owner && otherOwners == 0 ? new OrganisationNeedsOwner() : null;

    /// <summary>An invitation raises a role, but never lowers one.</summary>
    public void Raise(MembershipRole role)
    {
        if (role > Role) Role = role;
    }
}

/// <summary>The last owner can neither leave nor get another role; first somebody else has to become owner.</summary>
public sealed record OrganisationNeedsOwner : Refusal;

/// <summary>Only owners and editors write in an organisation's name, and only as long as they are that.</summary>
public sealed record CannotSpeakForOrganisation : Refusal;
