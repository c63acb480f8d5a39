using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Proposals;

/// <summary>Whoever writes along changes title and summary.</summary>
public sealed class DescribeProposal(ProposalChanges proposals)
{
    /// <param name="number">The proposal.</param>
    /// <param name="title">The new title.</param>
    /// <param name="summary">The new summary.</param>
    /// <param name="version">The version that was changed; another one is a conflict.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Refusal?> ExecuteAsync(int number, string title, string summary, int version, Actor actor, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel);
        if (open.Proposal.Describe(title, summary, version, open.Speaker, open.Change.Now) is { } refusal) return refusal;
        await open.CommitAsync("proposal.describe", cancel);
        return null;
    }
}

/// <summary>An owner of the lead opens the draft to all readers or closes it; then readers who are not of its organisations are out at once.</summary>
public sealed class ChooseReaders(ProposalChanges proposals, WritingDoor door)
{
    public async Task<Refusal?> ExecuteAsync(int number, bool readAlong, int version, Actor actor, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel);
        if (open.Proposal.ChooseReaders(readAlong, version, open.Speaker, open.Change.Now) is { } refusal) return refusal;
        await open.CommitAsync(readAlong ? "proposal.open-draft" : "proposal.close-draft", cancel);
        await door.RecheckAsync(CancellationToken.None);
        return null;
    }
}

/// <summary>Whoever writes along sets the table of costs.</summary>
public sealed class CalculateCosts(ProposalChanges proposals)
{
    public async Task<Refusal?> ExecuteAsync(int number, IReadOnlyList<CostLine> lines, int version, Actor actor, CancellationToken cancel)
    {
        await using var open = await proposals.OpenAsync(number, actor, cancel);
        if (open.Proposal.Calculate(lines, version, open.Speaker, open.Change.Now) is { } refusal) return refusal;
        await open.CommitAsync("proposal.costs", cancel);
        return null;
    }
}
