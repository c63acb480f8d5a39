using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals;

/// <summary>Who acts on a proposal, and for which organisations: what the person is there now, not what they were when a page was shown.</summary>
/// <param name="Person">Who.</param>
/// <param name="Memberships">What the person is where.</param>
public sealed record Speaker(PersonId Person, IReadOnlyDictionary<OrganisationId, MembershipRole> Memberships)
{
    /// <summary>Whether the person signs and invites for an organisation.</summary>
    public bool Owns(OrganisationId organisation) => Memberships.TryGetValue(organisation, out var role) && role is MembershipRole.Owner;

    /// <summary>Whether the person writes for an organisation.</summary>
    public bool SpeaksFor(OrganisationId organisation) => Memberships.TryGetValue(organisation, out var role) && role is not MembershipRole.Viewer;
}
