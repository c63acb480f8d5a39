using Participation.Domain.Accounts;
using Participation.Domain.Proposals;

namespace Participation.Web.Proposals;

/// <summary>What a viewer may do with a proposal, for pages that offer it; the rules are asked again when it is done.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Parties">Its organisations.</param>
/// <param name="IsModerator">Whether the viewer is a moderator.</param>
/// <param name="Speaker">Who the viewer is where; null for visitors.</param>
public sealed record ProposalRights(Proposal Proposal, IReadOnlyList<PartyView> Parties, bool IsModerator, Speaker? Speaker)
{
    /// <summary>Whether the viewer is a member of one of the organisations.</summary>
    public bool TakesPart => Parties.Any(party => Speaker?.Memberships.ContainsKey(party.Id) is true);

    /// <summary>Whether the viewer sees what only its organisations and the moderation see.</summary>
    public bool SeesInside => TakesPart || IsModerator;

    /// <summary>Whether the viewer may read it as it is now.</summary>
    public bool MayRead => Proposal.IsPublic || SeesInside;

    /// <summary>Whether the viewer writes, now.</summary>
    public bool MayWrite => Proposal.Status is ProposalStatus.Drafting && Writes;

    /// <summary>Whether the viewer writes for one of the organisations when it is written.</summary>
    public bool Writes => Parties.Any(party => party.Writes && Speaker?.SpeaksFor(party.Id) is true);

    /// <summary>Whether the viewer owns the organisation that leads.</summary>
    public bool Leads => Parties.Any(party => party.Role is AuthorRole.Lead && Speaker?.Owns(party.Id) is true);

    /// <summary>Organisations of the viewer that were asked and have not answered.</summary>
    public IEnumerable<PartyView> Asked => Parties.Where(party => party.JoinedAt is null && Speaker?.Owns(party.Id) is true);

    /// <summary>Organisations for which the viewer may sign.</summary>
    public IEnumerable<PartyView> SignsFor => Parties.Where(party => party.Writes && Speaker?.Owns(party.Id) is true);

    /// <summary>Those of which the signature is missing.</summary>
    public IEnumerable<PartyView> ToSign => Proposal.Status is ProposalStatus.SignOff ? SignsFor.Where(party => party.SignedAt is null) : [];
}
