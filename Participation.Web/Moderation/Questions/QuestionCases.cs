using Participation.Domain.Council.Live;
using Participation.Domain.Moderation;
using Participation.Web.Council.Live;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation.Questions;

/// <summary>Finds questions to meetings as moderators decide on them.</summary>
public sealed class QuestionCases(LiveMeetings meetings, Matters matters)
{
    /// <exception cref="NotFoundException">There is nothing of the kind.</exception>
    public async Task<QuestionCase> FindAsync(CaseRef at, CancellationToken cancel)
    {
        var open = await meetings.OpenAsync(at.Number, deletedToo: true, cancel);
        return new QuestionCase(open, await meetings.QuestionAsync(open.Meeting, at.Part, cancel), await matters.FindAsync(at, cancel));
    }
}

/// <summary>A question to a meeting.</summary>
/// <param name="Open">The meeting.</param>
/// <param name="Question">The question.</param>
/// <param name="Matter">The same in short.</param>
public sealed record QuestionCase(OpenMeeting Open, MeetingQuestion Question, Matter Matter)
{
    /// <summary>What moderators can do with it.</summary>
    /// <param name="isReported">Whether notices wait.</param>
    public IReadOnlyList<CaseStep> Steps(bool isReported) => Question switch
    {
        { IsGone: true } => isReported ? [CaseStep.Keep] : [],
        { IsHeld: true, HiddenAt: null } => [CaseStep.Publish, CaseStep.Decline],
        { IsHeld: true } => [CaseStep.Restore, CaseStep.Hide],
        { HiddenAt: not null } => isReported ? [CaseStep.Keep, CaseStep.Restore] : [CaseStep.Restore],
        _ => isReported ? [CaseStep.Keep, CaseStep.Hide] : [CaseStep.Hide],
    };

    /// <summary>The step that takes a decision back as things stand; null when nothing is left to take back.</summary>
    public CaseStep? Reversal(Measure measure) => measure switch
    {
        Measure.Hide or Measure.Hold or Measure.Decline when Question is { IsGone: false, HiddenAt: not null } => CaseStep.Restore,
        Measure.Keep or Measure.Restore or Measure.Publish when Question.IsVisible => CaseStep.Hide,
        _ => null,
    };
}
