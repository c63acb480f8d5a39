using Participation.Domain;
using Participation.Domain.Council.Live;
using Participation.Domain.Moderation;
using Participation.Domain.Realtime;
using Participation.Web.Council.Live;
using Participation.Web.Moderation.Questions;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Undoing;

/// <summary>A question to a meeting as it was before the latest decision about it.</summary>
public sealed class UndoQuestion(QuestionCases cases)
{
    /// <param name="change">The running change.</param>
    /// <param name="at">What it is about.</param>
    /// <param name="decision">What is undone.</param>
    /// <param name="before">The decision before it, if there was one.</param>
    /// <param name="cancel">Cancels.</param>
    internal async Task<Refusal?> ExecuteAsync(Change change, CaseRef at, Decision decision, Decision? before, CancellationToken cancel)
    {
        var (open, question, _) = await cases.FindAsync(at, cancel);
        var refusal = decision.Measure switch
        {
            Measure.Publish or Measure.Decline => question.WaitAgain(),
            Measure.Hide => question.Unhide() ?? HeldAgain(question, before),
            Measure.Restore => before is null ? new ChangedMeanwhile() : before.Measure is Measure.Hold ? HeldAgain(question, before) : question.Hide(before.Facts, before.DecidedAt),
            _ => null,
        };
        if (refusal is not null) return refusal;
        QuestionNews.Announce(change, open, question, ChannelEventKind.QuestionAppeared);
        return null;
    }

    private static Refusal? HeldAgain(MeetingQuestion question, Decision? before) => before is { Measure: Measure.Hold } ? question.Hold(UndoDecision.Shown(before), before.DecidedAt) : null;
}
