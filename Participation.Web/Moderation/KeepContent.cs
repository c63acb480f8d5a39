using Participation.Domain;
using Participation.Domain.Moderation;

namespace Participation.Web.Moderation;

/// <summary>A moderator looked at what was reported and leaves it as it is; whoever reported it is told.</summary>
public sealed class KeepIdea(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, string facts, CancellationToken cancel) => cases.DecideAsync(order, "idea.keep", (idea, _, _) =>
        {
            idea.Keep();
            return null;
        }, new Statement(Measure.Keep, Ground.None, facts), null, null, cancel);
}

/// <summary>The same with a comment.</summary>
public sealed class KeepComment(CommentCase cases)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, int number, string facts, CancellationToken cancel) => cases.DecideAsync(order, number, "comment.keep", (comment, _) =>
        {
            comment.Keep();
            return null;
        }, new Statement(Measure.Keep, Ground.None, facts), null, (_, _, _) => Task.CompletedTask, cancel);
}
