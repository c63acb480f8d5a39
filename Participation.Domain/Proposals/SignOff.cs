using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals;

/// <summary>What an organisation said about a frozen text: once per round.</summary>
public sealed class SignOff
{
    /// <summary>Longest reason for declining, in characters.</summary>
    public const int ReasonMaxLength = 1000;

    /// <summary>Length of a SHA-256 in hexadecimal digits.</summary>
    public const int HashLength = 64;

    private SignOff() { }

    /// <summary>The proposal.</summary>
    public ProposalId ProposalId { get; private set; }

    /// <summary>The how-manieth time it was frozen.</summary>
    public int Round { get; private set; }

    /// <summary>In whose name.</summary>
    public OrganisationId OrganisationId { get; private set; }

    /// <summary>Who did it.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>SHA-256 of what was signed; null when it was declined.</summary>
    public string? ContentHash { get; private set; }

    /// <summary>Why it was declined; null when it was signed.</summary>
    public string? Reason { get; private set; }

    /// <summary>When the text changed, so that this counts no more.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>Whether it is a signature.</summary>
    public bool IsSigned => ContentHash is not null;

    internal static SignOff Sign(ProposalId proposal, int round, OrganisationId organisation, PersonId by, string hash, DateTimeOffset now) =>
        new() { ProposalId = proposal, Round = round, OrganisationId = organisation, PersonId = by, At = now, ContentHash = hash };

    internal static SignOff Decline(ProposalId proposal, int round, OrganisationId organisation, PersonId by, string reason, DateTimeOffset now) =>
        new() { ProposalId = proposal, Round = round, OrganisationId = organisation, PersonId = by, At = now, Reason = reason };

    internal void Void(DateTimeOffset now) => VoidedAt = now;
}
