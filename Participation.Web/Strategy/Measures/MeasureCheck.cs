using Microsoft.AspNetCore.Mvc.ModelBinding;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Measures;

/// <summary>Says field by field what is missing or contradicts itself, so that the summary can link to it.</summary>
internal static class MeasureCheck
{
    public static void Check(MeasureInput input, ModelStateDictionary state, CityClock clock)
    {
        state.Require("Input.Title", MeasureFormTexts.FieldTitle, input.Title, Measure.TitleMaxLength);
        if (input.Field is null) state.Missing("Input.Field", MeasuresTexts.FieldIs);
        state.Require("Input.Description", MeasureFormTexts.FieldDescription, MarkdownText.Source(input.Description), Measure.DescriptionMaxLength);
        state.Limit("Input.Unit", MeasureFormTexts.FieldUnit, input.Unit, Measure.UnitMaxLength);
        if (!Enum.IsDefined(input.Status)) state.Missing("Input.Status", MeasuresTexts.Status);
        if (input.Status.NeedsReason()) state.Require("Input.StatusReason", MeasureFormTexts.FieldStatusReason, input.StatusReason, Measure.ReasonMaxLength);
        state.Limit("Input.ChangeReason", MeasureFormTexts.FieldChangeReason, input.ChangeReason, Measure.ReasonMaxLength);
        if (input.Progress is not (>= 0 and <= 100)) state.AddModelError("Input.Progress", RefusalTexts.ProgressOutOfRange);
        else if (input is { Progress: 100, Status: not MeasureStatus.Implemented }) state.AddModelError("Input.Progress", RefusalTexts.FullProgressMeansImplemented);
        for (var i = 0; i < input.Milestones.Count; i++) Milestone(state, $"Input.Milestones[{i}]", input.Milestones[i], i + 1, clock.Today);
        if (input.Milestones.Count > Measure.MaxMilestones) state.AddModelError("", RefusalTexts.TooManyMilestones.With(Measure.MaxMilestones));
        var open = input.Milestones.Count(milestone => milestone is { IsEmpty: false, DoneOn: null });
        if (input.Status is MeasureStatus.Implemented && open > 0) state.AddModelError("Input.Status", Refusals.Text(new MilestonesAreOpen(open)));
        Numbers(state, "Input.Ideas", MeasureFormTexts.FieldIdeas, input.Ideas);
        Numbers(state, "Input.Proposals", MeasureFormTexts.FieldProposals, input.Proposals);
        Numbers(state, "Input.Papers", MeasureFormTexts.FieldPapers, input.Papers);
        input.Publish.Check(state, clock);
    }

    private static void Numbers(ModelStateDictionary state, string field, string label, string? text)
    {
        if (MeasureInput.Numbers(text) is not { } numbers) state.AddModelError(field, MeasureFormTexts.NumbersOnly.With(label));
        else if (numbers.Count > Measure.MaxLinks) state.AddModelError(field, RefusalTexts.TooManyLinked.With(Measure.MaxLinks));
    }

    private static void Milestone(ModelStateDictionary state, string field, MilestoneInput milestone, int number, DateOnly today)
    {
        if (milestone.IsEmpty) return;
        state.Require($"{field}.Title", MeasureFormTexts.MilestoneTitleOf.With(number), milestone.Title, Domain.Strategy.Measures.Milestone.TitleMaxLength);
        if (milestone.DueOn is not { } due) state.Missing($"{field}.DueOn", MeasureFormTexts.MilestoneDueOf.With(number));
        else if (due.Year is < PartialDate.FirstYear or > PartialDate.LastYear) state.AddModelError($"{field}.DueOn", MeasureFormTexts.YearOutOfRange);
        if (milestone.DoneOn > today) state.AddModelError($"{field}.DoneOn", RefusalTexts.MilestoneDoneLater.With(milestone.Title));
        if (milestone.DoneOn?.Year < PartialDate.FirstYear) state.AddModelError($"{field}.DoneOn", MeasureFormTexts.YearOutOfRange);
    }
}
