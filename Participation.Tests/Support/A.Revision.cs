using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;

namespace Participation.Tests.Support;

/// <summary>Values for tests in memory.</summary>
public static partial class A
{
    /// <summary>An automatic revision of a proposal in which nothing is written yet.</summary>
    public static Revision Revision(Proposal proposal, int number, string? title = null)
    {
        var content = new ProposalContent(proposal.Number, title ?? proposal.Title, proposal.Summary, [proposal.Lead], Enum.GetValues<SectionKind>().ToDictionary(section => section, _ => ""), []);
        return Domain.Proposals.Revisions.Revision.Keep(RevisionId.New(Moment), proposal.Id, number, new RevisionState(content, [0, 0, 0, 0, 0, 0]), RevisionReason.Pause, [], Moment);
    }
}
