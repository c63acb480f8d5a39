using Participation.Domain;
using Participation.Domain.Accounts;

namespace Participation.Web.Moderation;

/// <summary>From the button of a case's form to the use case: ideas.</summary>
public sealed class IdeaSteps(
    PublishIdea publish, DeclineIdea decline, HideIdea hide, RestoreIdea restore, KeepIdea keep, BeginReview review, BeginImplementation implement, CompleteImplementation complete)
{
    /// <summary>Takes the step.</summary>
    public Task<Refusal?> TakeAsync(CaseStep step, int number, CaseInput input, Actor actor, CancellationToken cancel)
    {
        var (version, ground, facts) = (input.Version, input.Ground, input.Facts ?? "");
        var order = new CaseOrder(number, version, actor) { Complaint = input.Complaint };
        return step switch
        {
            CaseStep.Publish => publish.ExecuteAsync(order, cancel),
            CaseStep.Decline => decline.ExecuteAsync(number, ground, facts, version, actor, cancel),
            CaseStep.Hide => hide.ExecuteAsync(order, ground, facts, cancel),
            CaseStep.Restore => restore.ExecuteAsync(order, cancel),
            CaseStep.Keep => keep.ExecuteAsync(order, facts, cancel),
            CaseStep.Review => review.ExecuteAsync(number, version, actor, cancel),
            CaseStep.Implement => implement.ExecuteAsync(number, version, actor, cancel),
            _ => complete.ExecuteAsync(number, version, actor, cancel),
        };
    }
}

/// <summary>From the button of a case's form to the use case: comments.</summary>
public sealed class CommentSteps(PublishComment publish, DeclineComment decline, HideComment hide, RestoreComment restore, KeepComment keep)
{
    /// <summary>Takes the step.</summary>
    public Task<Refusal?> TakeAsync(CaseStep step, int idea, int comment, CaseInput input, Actor actor, CancellationToken cancel)
    {
        var (version, ground, facts) = (input.Version, input.Ground, input.Facts ?? "");
        var order = new CaseOrder(idea, version, actor) { Complaint = input.Complaint };
        return step switch
        {
            CaseStep.Publish => publish.ExecuteAsync(order, comment, cancel),
            CaseStep.Decline => decline.ExecuteAsync(idea, comment, ground, facts, version, actor, cancel),
            CaseStep.Hide => hide.ExecuteAsync(order, comment, ground, facts, cancel),
            CaseStep.Restore => restore.ExecuteAsync(order, comment, cancel),
            CaseStep.Keep => keep.ExecuteAsync(order, comment, facts, cancel),
            _ => Task.FromResult<Refusal?>(new ChangedMeanwhile()),
        };
    }
}
