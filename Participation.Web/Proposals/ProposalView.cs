using Participation.Domain.Accounts;
using Participation.Domain.Proposals;

namespace Participation.Web.Proposals;

/// <summary>Everything about one proposal that its pages show.</summary>
/// <param name="Proposal">What stands in its own row.</param>
/// <param name="Parties">The organisations, the lead first, then in the order in which they were asked.</param>
/// <param name="Ideas">The public ideas it comes from.</param>
/// <param name="Costs">The table of costs.</param>
/// <param name="Sections">The sections as they read now.</param>
/// <param name="Steps">The timeline, oldest first.</param>
public sealed record ProposalView(
    Proposal Proposal, IReadOnlyList<PartyView> Parties, IReadOnlyList<SourceIdea> Ideas, IReadOnlyList<CostLine> Costs, IReadOnlyList<SectionView> Sections, IReadOnlyList<ProposalStep> Steps)
{
    /// <summary>The organisation that leads.</summary>
    public PartyView Lead => Parties[0];

    /// <summary>Those that take part, apart from those that were only asked.</summary>
    public IEnumerable<PartyView> Joined => Parties.Where(party => party.JoinedAt is not null);

    /// <summary>Those whose signature counts or is missing.</summary>
    public IEnumerable<PartyView> Signatories => Parties.Where(party => party.Writes);
}

/// <summary>An organisation that takes part or was asked to.</summary>
public sealed record PartyView(OrganisationId Id, string Name, string Slug, AuthorRole Role, DateTimeOffset InvitedAt, DateTimeOffset? JoinedAt)
{
    /// <summary>When it signed what counts now; null when it has not.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>Whether its people write and sign.</summary>
    public bool Writes => JoinedAt is not null && (Role is AuthorRole.Lead or AuthorRole.CoAuthor);
}

/// <summary>An idea it comes from, with whom to thank for it.</summary>
public sealed record SourceIdea(int Number, string Title, string Author, string? Organisation);

/// <summary>A section as it reads.</summary>
public sealed record SectionView(SectionKind Section, string Html)
{
    /// <summary>Whether nothing was written yet.</summary>
    public bool IsEmpty => Html.Length == 0;
}

/// <summary>A step of the timeline.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="Organisation">Which organisation it is about.</param>
/// <param name="Note">The reason; only for those who may read it.</param>
/// <param name="Voided">Organisations whose signature does not count any more by this.</param>
public sealed record ProposalStep(ProposalEventKind Kind, DateTimeOffset At, string? Organisation, string? Note, IReadOnlyList<string> Voided);
