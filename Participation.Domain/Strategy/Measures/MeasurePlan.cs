using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;

namespace Participation.Domain.Strategy.Measures;

/// <summary>Everything about a measure that its editors set.</summary>
public sealed record MeasurePlan(
    FieldOfActionId Field, string Title, FormattedText Description, OrganisationId? Responsible, string? Unit, MeasureStatus Status, string? StatusReason, int Progress,
    IReadOnlyList<MilestonePlan> Milestones, IReadOnlyList<IdeaId> Ideas, IReadOnlyList<ProposalId> Proposals, IReadOnlyList<PaperId> Papers)
{
    /// <summary>Says what contradicts itself on a day, or null.</summary>
    public Refusal? Check(DateOnly today)
    {
        if (Progress is < 0 or > 100) return new ProgressOutOfRange();
        if (Status.NeedsReason() && string.IsNullOrWhiteSpace(StatusReason)) return new MeasureNeedsReason();
        if (Milestones.Count > Measure.MaxMilestones) return new TooManyMilestones(Measure.MaxMilestones);
        if (Ideas.Count > Measure.MaxLinks || Proposals.Count > Measure.MaxLinks || Papers.Count > Measure.MaxLinks) return new TooManyLinked(Measure.MaxLinks);
        if (Milestones.FirstOrDefault(milestone => milestone.DoneOn > today) is { } later) return new MilestoneDoneLater(later.Title);
        var open = Milestones.Count(milestone => milestone.DoneOn is null);
        if (Status is MeasureStatus.Implemented && open > 0) return new MilestonesAreOpen(open);
        return Status is not MeasureStatus.Implemented && Progress == 100 ? new FullProgressMeansImplemented() : null;
    }
}
