using Participation.Domain.Strategy.Measures;

namespace Participation.Web.Strategy.Measures;

/// <summary>A measure as it will look once it is saved.</summary>
/// <param name="Row">What lists show, too.</param>
/// <param name="Html">Its description.</param>
/// <param name="Milestones">Its steps.</param>
public sealed record MeasurePreview(MeasureRow Row, string Html, IReadOnlyList<MilestoneView> Milestones)
{
    /// <summary>Made of what is in the form; rows without a day are left out.</summary>
    public static MeasurePreview Of(MeasureInput input, string html, MeasureLists lists)
    {
        List<MilestoneView> milestones = [.. input.Milestones.Where(milestone => milestone is { IsEmpty: false, DueOn: not null }).Select(milestone => new MilestoneView(milestone.Title ?? "", milestone.DueOn!.Value, milestone.DoneOn)).OrderBy(milestone => milestone.DueOn)];
        var next = milestones.Find(milestone => milestone.DoneOn is null);
        return new MeasurePreview(
            new MeasureRow(
                0, input.Title ?? "", 0, lists.Fields.FirstOrDefault(field => field.Value == input.Field?.ToString())?.Text ?? "", input.Status, input.Status.NeedsReason() ? input.StatusReason : null,
                input.Status is MeasureStatus.Implemented ? 100 : Math.Clamp(input.Progress ?? 0, 0, 100), lists.Organisations.FirstOrDefault(body => input.Organisation is { } id && body.Value == id.ToString())?.Text, null,
                milestones.Count, milestones.Count(milestone => milestone.DoneOn is not null), next?.Title, next?.DueOn, default),
            html, milestones);
    }
}
