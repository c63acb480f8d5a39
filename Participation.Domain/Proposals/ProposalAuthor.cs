using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals;

/// <summary>What an organisation does in a proposal.</summary>
public enum AuthorRole
{
    /// <summary>Leads: invites, freezes, withdraws. Writes and signs like the others.</summary>
    Lead,

    /// <summary>Writes and signs.</summary>
    CoAuthor,

    /// <summary>Reads the draft and proposes changes; neither writes nor signs.</summary>
    Adviser,
}

/// <summary>An organisation that takes part in a proposal. One per proposal and organisation.</summary>
public sealed class ProposalAuthor
{
    private ProposalAuthor() { }

    /// <summary>The proposal.</summary>
    public ProposalId ProposalId { get; private set; }

    /// <summary>The organisation.</summary>
    public OrganisationId OrganisationId { get; private set; }

    /// <summary>What it does.</summary>
    public AuthorRole Role { get; private set; }

    /// <summary>When it was invited.</summary>
    public DateTimeOffset InvitedAt { get; private set; }

    /// <summary>When one of its owners accepted; null while nobody has. The lead never waits.</summary>
    public DateTimeOffset? JoinedAt { get; private set; }

    /// <summary>Whether its editors and owners write the text.</summary>
    public bool Writes => JoinedAt is not null && Role is AuthorRole.Lead or AuthorRole.CoAuthor;

    internal void Join(DateTimeOffset now) => JoinedAt = now;

    internal static ProposalAuthor Of(ProposalId proposal, OrganisationId organisation, AuthorRole role, DateTimeOffset now) => new()
    {
        ProposalId = proposal, OrganisationId = organisation, Role = role, InvitedAt = now, JoinedAt = role is AuthorRole.Lead ? now : null,
    };
}
