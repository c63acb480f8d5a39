using Participation.Domain;
using Participation.Domain.Proposals;

namespace Participation.Web.Proposals;

/// <summary>Changes title, summary, who reads along, and the table of costs. Only the lead says who reads along.</summary>
public sealed class ChangeProposal(ProposalCase proposals)
{
    public Task<Refusal?> ExecuteAsync(ProposalOrder order, ProposalDetails details, CancellationToken cancel)
    {
        var leads = false;
        return proposals.TakeAsync(order, "proposal.change", viewer => (leads = viewer.Leads) || viewer.Writes, (proposal, change) =>
        {
            if (details.ReadAlong != proposal.ReadAlong && !leads) return Task.FromResult<Refusal?>(new NotAllowed());
            return Task.FromResult(proposal.Describe(details.Title, details.Summary, details.ReadAlong, change.Now) ?? proposal.SetCosts(details.Costs, change.Now));
        }, cancel);
    }
}

/// <summary>What a proposal says beside its sections.</summary>
public sealed record ProposalDetails(string Title, string Summary, bool ReadAlong, IReadOnlyList<CostLine> Costs);
