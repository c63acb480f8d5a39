using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;
using Participation.Domain.Strategy.Measures;

namespace Participation.Web.Strategy.Measures;

/// <summary>All that the page of a measure shows.</summary>
/// <param name="Row">What lists show, too.</param>
/// <param name="Html">Its description.</param>
/// <param name="Unit">The responsible unit.</param>
/// <param name="Publication">Whether everybody reads it.</param>
/// <param name="Milestones">Its steps, in order of time.</param>
/// <param name="Ideas">Public ideas it takes up.</param>
/// <param name="Proposals">Public proposals it carries out.</param>
/// <param name="History">What changed, the newest first.</param>
public sealed record MeasureView(
    MeasureRow Row, string Html, string? Unit, Publication Publication, IReadOnlyList<MilestoneView> Milestones, IReadOnlyList<LinkedIdea> Ideas, IReadOnlyList<LinkedProposal> Proposals,
    IReadOnlyList<ChangeView> History);

/// <summary>A milestone as it is shown.</summary>
/// <param name="Title">What will be there.</param>
/// <param name="DueOn">By when.</param>
/// <param name="DoneOn">When it was done.</param>
public sealed record MilestoneView(string Title, DateOnly DueOn, DateOnly? DoneOn)
{
    /// <summary>How it stands on a day, in a measure of a status.</summary>
    public MilestoneState StateOn(DateOnly today, MeasureStatus status) =>
        DoneOn is not null ? MilestoneState.Done : !status.IsRunning() ? MilestoneState.Resting : DueOn < today ? MilestoneState.Overdue : MilestoneState.Open;
}

/// <summary>How a milestone stands.</summary>
public enum MilestoneState
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It is ahead.</summary>
    Open,

    /// <summary>Its day has passed.</summary>
    Overdue,

    /// <summary>Nobody works on it, because the measure was put off or given up.</summary>
    Resting,
}

/// <summary>An idea that a measure takes up.</summary>
public sealed record LinkedIdea(int Number, string Title, IdeaStatus Status);

/// <summary>A proposal that a measure carries out.</summary>
public sealed record LinkedProposal(int Number, string Title, ProposalStatus Status);

/// <summary>A change as it is shown.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="Milestone">The milestone it is about.</param>
/// <param name="Before">What was there.</param>
/// <param name="After">What is there.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
/// <param name="By">Who; shown to the team only.</param>
public sealed record ChangeView(MeasureChangeKind Kind, string? Milestone, string? Before, string? After, string? Reason, DateTimeOffset At, string? By);
