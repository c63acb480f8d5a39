using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Proposals.Writing;

namespace Participation.Tests.Support;

/// <summary>Values for tests in memory.</summary>
public static partial class A
{
    private const string Quoted = "Heute fahren wenige.";

    /// <summary>What a proposal begins with, so that something in it can be quoted.</summary>
    public static IReadOnlyDictionary<SectionKind, string> ProposalTexts { get; } = new Dictionary<SectionKind, string> { [SectionKind.Background] = Quoted };

    /// <summary>A suggestion for the beginning of such a proposal.</summary>
    public static Suggestion Suggestion(Proposal proposal, int number, PersonId author) => Domain.Proposals.Suggestions.Suggestion.Make(
        SuggestionId.New(Moment), proposal.Id, number, Passage(proposal), new SuggestionWords("Heute fahren viele.", "So ist es."), author, null, held: false, $"vorschlag-{number}", Moment);

    /// <summary>A remark on it, or a reply.</summary>
    public static PassageComment Remark(Proposal proposal, int number, PersonId author, PassageComment? parent = null) =>
        PassageComment.Write(PassageCommentId.New(Moment), proposal.Id, number, parent, Passage(proposal), "Stimmt das?", author, proposal.Lead, $"anmerkung-{number}", Moment);

    private static Passage Passage(Proposal proposal)
    {
        var text = proposal.Sections.Single(candidate => candidate.Section is SectionKind.Background);
        return Domain.Proposals.Suggestions.Passage.Of(text.Id, text.Section, 0, Quoted, new TextRange(0, Quoted.Length))!;
    }
}
