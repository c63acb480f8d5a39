using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Measures;

/// <summary>Words for the values of a measure.</summary>
public static class MeasureWords
{
    /// <summary>Where it is.</summary>
    public static string Of(MeasureStatus status) => status switch
    {
        MeasureStatus.Planned => MeasuresTexts.Planned,
        MeasureStatus.Begun => MeasuresTexts.Begun,
        MeasureStatus.Implemented => MeasuresTexts.Implemented,
        MeasureStatus.Deferred => MeasuresTexts.Deferred,
        _ => MeasuresTexts.Stopped,
    };

    /// <summary>How a milestone stands.</summary>
    public static string Of(MilestoneState state) => state switch
    {
        MilestoneState.Done => MeasuresTexts.MilestoneDone,
        MilestoneState.Overdue => MeasuresTexts.MilestoneOverdue,
        MilestoneState.Resting => MeasuresTexts.MilestoneResting,
        _ => MeasuresTexts.MilestoneOpen,
    };

    /// <summary>A number of percent, bound to its sign.</summary>
    public static string Percent(int percent) => MeasuresTexts.Percent.With(percent);

    /// <summary>Meilensteine 2 von 4.</summary>
    public static string Milestones(MeasureRow row) => row.Milestones == 0 ? MeasuresTexts.NoMilestones : MeasuresTexts.MilestonesOf.With(row.MilestonesDone, row.Milestones);

    /// <summary>überfällig seit 12 Tagen.</summary>
    public static string Overdue(int days) => Counted.Of(days, MeasuresTexts.OverdueOne, MeasuresTexts.OverdueMany);

    /// <summary>What changed, with the old value, so that a deadline that was moved stays visible.</summary>
    public static string Of(ChangeView change, CityClock clock) => change.Kind switch
    {
        MeasureChangeKind.Created => MeasuresTexts.ChangeCreated,
        MeasureChangeKind.Description => MeasuresTexts.ChangeDescription,
        MeasureChangeKind.Published => MeasuresTexts.ChangePublished,
        MeasureChangeKind.Withdrawn => MeasuresTexts.ChangeWithdrawn,
        MeasureChangeKind.Title => MeasuresTexts.ChangeTitle.With(change.Before, change.After),
        MeasureChangeKind.Field => MeasuresTexts.ChangeField.With(change.Before, change.After),
        MeasureChangeKind.Responsible => MeasuresTexts.ChangeResponsible.With(change.Before ?? MeasuresTexts.Nobody, change.After ?? MeasuresTexts.Nobody),
        MeasureChangeKind.Status when change.Before == change.After => MeasuresTexts.ChangeReason.With(Status(change.After)),
        MeasureChangeKind.Status => MeasuresTexts.ChangeStatus.With(Status(change.Before), Status(change.After)),
        MeasureChangeKind.Progress => MeasuresTexts.ChangeProgress.With(change.Before, change.After),
        MeasureChangeKind.MilestoneAdded => MeasuresTexts.ChangeMilestoneAdded.With(change.Milestone, Day(change.After, clock)),
        MeasureChangeKind.MilestoneRemoved => MeasuresTexts.ChangeMilestoneRemoved.With(change.Milestone, Day(change.Before, clock)),
        MeasureChangeKind.MilestoneRenamed => MeasuresTexts.ChangeMilestoneRenamed.With(change.Before, change.After),
        MeasureChangeKind.MilestoneMoved => MeasuresTexts.ChangeMilestoneMoved.With(change.Milestone, Day(change.Before, clock), Day(change.After, clock)),
        MeasureChangeKind.MilestoneDone => MeasuresTexts.ChangeMilestoneDone.With(change.Milestone, Day(change.After, clock)),
        MeasureChangeKind.MilestoneReopened => MeasuresTexts.ChangeMilestoneReopened.With(change.Milestone),
        MeasureChangeKind.Ideas => MeasuresTexts.ChangeIdeas.With(change.Before ?? MeasuresTexts.None, change.After ?? MeasuresTexts.None),
        MeasureChangeKind.Papers => MeasuresTexts.ChangePapers.With(change.Before ?? MeasuresTexts.None, change.After ?? MeasuresTexts.None),
        _ => MeasuresTexts.ChangeProposals.With(change.Before ?? MeasuresTexts.None, change.After ?? MeasuresTexts.None),
    };

    /// <summary>To choose from.</summary>
    public static IReadOnlyList<SelectListItem> Statuses => [.. Enum.GetValues<MeasureStatus>().Select(status => new SelectListItem(Of(status), status.ToString()))];

    private static string Status(string? stored) => Enum.TryParse<MeasureStatus>(stored, out var status) ? Of(status) : stored ?? "";

    private static string Day(string? stored, CityClock clock) =>
        DateOnly.TryParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? clock.Day(day) : stored ?? "";
}
