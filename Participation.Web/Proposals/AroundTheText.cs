using Participation.Domain.Proposals;
using Participation.Web.Proposals.Suggestions;

namespace Participation.Web.Proposals;

/// <summary>What stands around the text of a proposal.</summary>
/// <param name="View">The proposal.</param>
/// <param name="Thanked">Whose suggestions became part of it.</param>
/// <param name="Noted">How many changes are kept for the deliberation.</param>
public sealed record AroundTheText(ProposalView View, IReadOnlyList<string> Thanked, int Noted)
{
    public Proposal Proposal => View.Proposal;

    /// <summary>Whether one reads how the text came about.</summary>
    public bool ShowsHistory => View.Viewer.SeesInside || Proposal.ReadAlong;

    /// <summary>Whether one can propose changes.</summary>
    public bool TakesSuggestions => TakingPart.IsOpen(Proposal);
}
