using Microsoft.AspNetCore.Mvc.ModelBinding;
using Participation.Domain.Processes;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Processes;

/// <summary>Says field by field what is missing or contradicts itself, so that the summary can link to it.</summary>
internal static class ProcessCheck
{
    public static void Check(ProcessInput input, bool isNew, ModelStateDictionary state)
    {
        state.Require("Input.Title", ProcessesTexts.FieldTitle, input.Title, Process.TitleMaxLength);
        if (isNew && !string.IsNullOrWhiteSpace(input.Slug)) state.Require("Input.Slug", ProcessesTexts.FieldSlug, input.Slug, Process.SlugMaxLength);
        state.Require("Input.Question", ProcessesTexts.FieldQuestion, input.Question, Process.QuestionMaxLength);
        state.Require("Input.Summary", ProcessesTexts.FieldSummary, input.Summary, Process.SummaryMaxLength);
        state.Require("Input.Rules", ProcessesTexts.FieldRules, MarkdownText.Source(input.Rules), Process.RulesMaxLength);
        foreach (var (field, day) in new[] { ("Input.StartsOn", input.StartsOn), ("Input.EndsOn", input.EndsOn) })
            if (IsOutOfTime(day?.ToDateTime(TimeOnly.MinValue))) state.AddModelError(field, ProcessesTexts.YearOutOfRange);
        if (input.EndsOn < input.StartsOn) state.AddModelError("Input.EndsOn", RefusalTexts.ProcessEndsBeforeItStarts);
        if (input.AnswerWithinDays is not (>= 1 and <= Process.AnswerWithinDaysMax)) state.AddModelError("Input.AnswerWithinDays", RefusalTexts.AnswerPromiseOutOfRange.With(Process.AnswerWithinDaysMax));
        for (var i = 0; i < input.Activities.Count; i++) Window(state, $"Input.Activities[{i}]", input.Activities[i]);
        if (!input.Activities.Exists(activity => activity.Offered)) state.AddModelError("Input.Activities[0].Offered", ProcessesTexts.NoActivity);
        for (var i = 0; i < input.Phases.Count; i++) Phase(state, $"Input.Phases[{i}]", input.Phases[i], i + 1);
        if (input.Phases.Count > Process.MaxPhases) state.AddModelError("", RefusalTexts.TooManyPhases.With(Process.MaxPhases));
    }

    private static void Window(ModelStateDictionary state, string field, ActivityInput activity)
    {
        if (!activity.Offered && (activity.OpensAt ?? activity.ClosesAt) is not null) state.AddModelError($"{field}.Offered", ProcessesTexts.WindowWithoutActivity.With(ProcessWords.Of(activity.Kind)));
        if (IsOutOfTime(activity.OpensAt)) state.AddModelError($"{field}.OpensAt", ProcessesTexts.YearOutOfRange);
        if (IsOutOfTime(activity.ClosesAt)) state.AddModelError($"{field}.ClosesAt", ProcessesTexts.YearOutOfRange);
        if (activity.ClosesAt <= activity.OpensAt) state.AddModelError($"{field}.ClosesAt", ProcessesTexts.WindowBackwards.With(ProcessWords.Of(activity.Kind)));
    }

    private static bool IsOutOfTime(DateTime? time) => time is { Year: < 2000 or > 2200 };

    private static void Phase(ModelStateDictionary state, string field, PhaseInput phase, int number)
    {
        if (phase.IsEmpty) return;
        state.Require($"{field}.Title", ProcessesTexts.PhaseTitleOf.With(number), phase.Title, Domain.Processes.Phase.TitleMaxLength);
        state.Limit($"{field}.Note", ProcessesTexts.PhaseNoteOf.With(number), phase.Note, Domain.Processes.Phase.NoteMaxLength);
        if (phase.EndsOn < phase.StartsOn) state.AddModelError($"{field}.EndsOn", ProcessesTexts.PhaseBackwards.With(number));
    }
}
