using Participation.Domain.Council;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>What became of a paper that comes from an idea, in a word and a day.</summary>
internal static class PaperOutcomeWords
{
    public static string Of(PaperOutcome outcome, CityClock clock) => (outcome.Result switch
    {
        ResolutionResult.Adopted or ResolutionResult.AdoptedWithChanges when outcome.IsFinal => DetailTexts.PaperAdopted,
        ResolutionResult.Adopted or ResolutionResult.AdoptedWithChanges => DetailTexts.PaperRecommended,
        ResolutionResult.Rejected when outcome.IsFinal => DetailTexts.PaperRejected,
        ResolutionResult.Rejected => DetailTexts.PaperNotRecommended,
        ResolutionResult.Postponed => DetailTexts.PaperPostponed,
        ResolutionResult.Referred => DetailTexts.PaperReferred,
        ResolutionResult.Noted => DetailTexts.PaperNoted,
        _ => DetailTexts.PaperTakenBack,
    }).With(clock.Day(outcome.On));
}
