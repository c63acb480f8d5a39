using Participation.Domain.Ideas;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>Answers and steps of the timeline in words.</summary>
public static class AnswerWords
{
    /// <summary>Heading of an answer, with a place for who gave it.</summary>
    public static string Title(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Interim => DetailTexts.AnswerInterim,
        AnswerOutcome.Accepted => DetailTexts.AnswerAccepted,
        AnswerOutcome.PartlyAccepted => DetailTexts.AnswerPartlyAccepted,
        _ => DetailTexts.AnswerRejected,
    };

    /// <summary>A step of the timeline.</summary>
    public static string Step(IdeaStep step) => step.Kind switch
    {
        IdeaEventKind.Submitted => DetailTexts.StepSubmitted,
        IdeaEventKind.Published => DetailTexts.StepPublished,
        IdeaEventKind.Declined => DetailTexts.StepDeclined,
        IdeaEventKind.ReviewBegun => DetailTexts.StepReview,
        IdeaEventKind.Answered => step.Outcome switch
        {
            AnswerOutcome.Accepted => DetailTexts.StepAccepted,
            AnswerOutcome.PartlyAccepted => DetailTexts.StepPartlyAccepted,
            AnswerOutcome.Rejected => DetailTexts.StepRejected,
            _ => DetailTexts.StepInterim,
        },
        IdeaEventKind.ImplementationBegun => DetailTexts.StepImplementation,
        IdeaEventKind.Implemented => DetailTexts.StepImplemented,
        IdeaEventKind.Withdrawn => DetailTexts.StepWithdrawn,
        IdeaEventKind.TookIn => DetailTexts.StepTookIn.With(step.Other),
        IdeaEventKind.Merged => DetailTexts.StepMerged,
        _ => DetailTexts.StepRevised,
    };
}
