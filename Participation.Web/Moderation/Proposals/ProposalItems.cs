using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation.Proposals;

/// <summary>Finds proposals, suggestions for them and remarks on them as moderators decide on them.</summary>
public sealed class ProposalItems(ParticipationDbContext db, Matters matters)
{
    /// <exception cref="NotFoundException">There is nothing of the kind.</exception>
    public async Task<ProposalItem> FindAsync(CaseRef at, CancellationToken cancel)
    {
        var proposal = await db.Proposals.Include(candidate => candidate.Authors).SingleOrDefaultAsync(candidate => candidate.Number == at.Number, cancel) ?? throw new NotFoundException();
        Moderated? what = at.Kind switch
        {
            SubjectKind.Suggestion => await db.Suggestions.SingleOrDefaultAsync(made => made.ProposalId == proposal.Id && made.Number == at.Part, cancel),
            SubjectKind.PassageComment => await db.PassageComments.SingleOrDefaultAsync(remark => remark.ProposalId == proposal.Id && remark.Number == at.Part, cancel),
            _ => proposal,
        };
        return what is null ? throw new NotFoundException() : new ProposalItem(proposal, what, await matters.FindAsync(at, cancel));
    }

    /// <summary>Version of everything that a proposal says: it grows with every change.</summary>
    public async Task<int> TextVersionAsync(Proposal proposal, CancellationToken cancel) =>
        proposal.WordsVersion + await db.SharedTexts.Where(text => text.ProposalId == proposal.Id).SumAsync(text => text.Version, cancel);
}

/// <summary>A proposal, a suggestion for one, or a remark on one.</summary>
/// <param name="Proposal">The proposal, with its authors.</param>
/// <param name="What">What is decided on: the proposal itself, or the suggestion, or the remark.</param>
/// <param name="Matter">The same in short.</param>
public sealed record ProposalItem(Proposal Proposal, Moderated What, Matter Matter)
{
    /// <summary>What moderators can do with it.</summary>
    /// <param name="isReported">Whether notices wait.</param>
    public IReadOnlyList<CaseStep> Steps(bool isReported) => What switch
    {
        { IsGone: true } => isReported ? [CaseStep.Keep] : [],
        Suggestion { IsHeld: true, HiddenAt: null } => [CaseStep.Publish, CaseStep.Decline],
        Suggestion { IsHeld: true } => [CaseStep.Restore, CaseStep.Hide],
        { HiddenAt: not null } => isReported ? [CaseStep.Keep, CaseStep.Restore] : [CaseStep.Restore],
        Suggestion { NeedsLook: true } when !isReported => [CaseStep.Seen, CaseStep.Hide],
        _ => isReported ? [CaseStep.Keep, CaseStep.Hide] : [CaseStep.Hide],
    };

    /// <summary>Whether those for whom it was written read it now.</summary>
    public bool IsVisible => What switch { Suggestion made => made.IsVisible, PassageComment remark => remark.IsVisible, _ => What.HiddenAt is null && !What.IsGone };

    /// <summary>The step that takes a decision back as things stand; null when nothing is left to take back.</summary>
    public CaseStep? Reversal(Measure measure) => measure switch
    {
        Measure.Hide or Measure.Hold when What is { IsGone: false, HiddenAt: not null } => CaseStep.Restore,
        Measure.Decline when What is { IsGone: false, HiddenAt: not null } => CaseStep.Restore,
        Measure.Keep or Measure.Restore or Measure.Publish when IsVisible => CaseStep.Hide,
        _ => null,
    };
}
