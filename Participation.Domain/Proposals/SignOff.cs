using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals;

/// <summary>What an organisation said to a frozen text. One per organisation and round; never changed but by becoming void.</summary>
public sealed class SignOff
{
    private SignOff() { }

    /// <summary>Internal identity.</summary>
    public SignOffId Id { get; private set; }

    /// <summary>The proposal.</summary>
    public ProposalId ProposalId { get; private set; }

    /// <summary>The round in which it was given.</summary>
    public int Round { get; private set; }

    /// <summary>The organisation.</summary>
    public OrganisationId OrganisationId { get; private set; }

    /// <summary>The owner who gave it. Not public.</summary>
    public PersonId By { get; private set; }

    /// <summary>Exactly what it is about.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Why the organisation does not sign; null when it signs. For the organisations alone.</summary>
    public string? Objection { get; private set; }

    /// <summary>When the text was opened again, so that it no longer counts.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>Whether it is a signature that counts.</summary>
    public bool Counts => Objection is null && VoidedAt is null;

    internal static SignOff Of(Proposal proposal, OrganisationId organisation, PersonId by, string? objection, DateTimeOffset now) => new()
    {
        Id = SignOffId.New(now), ProposalId = proposal.Id, Round = proposal.Round, OrganisationId = organisation, By = by,
        ContentHash = proposal.ContentHash ?? "", At = now, Objection = objection,
    };

    internal void Void(DateTimeOffset now) => VoidedAt ??= now;
}
