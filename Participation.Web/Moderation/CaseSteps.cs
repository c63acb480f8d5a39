using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Moderation.Proposals;
using Participation.Web.Moderation.Questions;

namespace Participation.Web.Moderation;

/// <summary>From a step to the use case, whatever kind of contribution it is about.</summary>
public sealed class CaseSteps(IdeaSteps ideas, CommentSteps comments, ProposalItemSteps proposals, QuestionSteps questions)
{
    /// <summary>Takes the step.</summary>
    public Task<Refusal?> TakeAsync(CaseStep step, CaseRef at, CaseOrder order, Ground ground, string facts, CancellationToken cancel)
    {
        if (at.IsOfProposal) return proposals.TakeAsync(step, at, order, ground, facts, cancel);
        if (at.Kind is SubjectKind.MeetingQuestion) return questions.TakeAsync(step, at, order, ground, facts, cancel);
        return at.PartOrNull is { } comment ? comments.TakeAsync(step, order with { Under = at.Discussion }, comment, ground, facts, cancel) : ideas.TakeAsync(step, order, ground, facts, cancel);
    }
}

/// <summary>From the button of a case's form to the use case: ideas.</summary>
public sealed class IdeaSteps(
    PublishIdea publish, DeclineIdea decline, HideIdea hide, RestoreIdea restore, KeepIdea keep, SeeIdea see, LockDiscussion locks, BeginReview review, BeginImplementation implement, CompleteImplementation complete)
{
    /// <summary>Takes the step.</summary>
    public Task<Refusal?> TakeAsync(CaseStep step, CaseOrder order, Ground ground, string facts, CancellationToken cancel) => step switch
    {
        CaseStep.Publish => publish.ExecuteAsync(order, cancel),
        CaseStep.Decline => decline.ExecuteAsync(order, ground, facts, cancel),
        CaseStep.Hide => hide.ExecuteAsync(order, ground, facts, cancel),
        CaseStep.Restore => restore.ExecuteAsync(order, cancel),
        CaseStep.Keep => keep.ExecuteAsync(order, facts, cancel),
        CaseStep.Seen => see.ExecuteAsync(order, cancel),
        CaseStep.Lock => locks.ExecuteAsync(order, ground, facts, cancel),
        CaseStep.Unlock => locks.UndoAsync(order, cancel),
        CaseStep.Review => review.ExecuteAsync(order, cancel),
        CaseStep.Implement => implement.ExecuteAsync(order, cancel),
        CaseStep.Complete => complete.ExecuteAsync(order, cancel),
        _ => Task.FromResult<Refusal?>(new ChangedMeanwhile()),
    };
}

/// <summary>From the button of a case's form to the use case: comments.</summary>
public sealed class CommentSteps(PublishComment publish, DeclineComment decline, HideComment hide, RestoreComment restore, KeepComment keep, SeeComment see, LockThread locks)
{
    /// <summary>Takes the step.</summary>
    public Task<Refusal?> TakeAsync(CaseStep step, CaseOrder order, int comment, Ground ground, string facts, CancellationToken cancel) => step switch
    {
        CaseStep.Publish => publish.ExecuteAsync(order, comment, cancel),
        CaseStep.Decline => decline.ExecuteAsync(order, comment, ground, facts, cancel),
        CaseStep.Hide => hide.ExecuteAsync(order, comment, ground, facts, cancel),
        CaseStep.Restore => restore.ExecuteAsync(order, comment, cancel),
        CaseStep.Keep => keep.ExecuteAsync(order, comment, facts, cancel),
        CaseStep.Seen => see.ExecuteAsync(order, comment, cancel),
        CaseStep.Lock => locks.ExecuteAsync(order, comment, ground, facts, cancel),
        CaseStep.Unlock => locks.UndoAsync(order, comment, cancel),
        _ => Task.FromResult<Refusal?>(new ChangedMeanwhile()),
    };
}
