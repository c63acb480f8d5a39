using Participation.Domain;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Discussions;

namespace Participation.Web.Moderation;

/// <summary>A moderator closes the whole discussion of an idea, with reasons, or opens it again.</summary>
public sealed class LockDiscussion(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, Ground ground, string facts, CancellationToken cancel) => cases.DecideAsync(
        order, "idea.lock", (idea, _, _) => idea.Lock(facts), new Statement(Measure.Lock, ground, facts), NotificationKind.ThreadLocked, ChannelEventKind.IdeaChanged, cancel);

    /// <summary>Opens it.</summary>
    public Task<Refusal?> UndoAsync(CaseOrder order, CancellationToken cancel) => cases.DecideAsync(
        order, "idea.unlock", (idea, _, _) => idea.Unlock(), new Statement(Measure.Unlock), null, ChannelEventKind.IdeaChanged, cancel);
}

/// <summary>The same with the thread below one comment.</summary>
public sealed class LockThread(CommentCase cases)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, int comment, Ground ground, string facts, CancellationToken cancel) => cases.DecideAsync(
        order, comment, "comment.lock", (found, _) => found.Lock(facts), new Statement(Measure.Lock, ground, facts), NotificationKind.ThreadLocked, Tell, cancel);

    /// <summary>Opens it.</summary>
    public Task<Refusal?> UndoAsync(CaseOrder order, int comment, CancellationToken cancel) => cases.DecideAsync(
        order, comment, "comment.unlock", (found, _) => found.Unlock(), new Statement(Measure.Unlock), null, Tell, cancel);

    private static Task Tell(Realtime.Change change, Domain.Discussions.IDiscussed home, Domain.Discussions.Comment comment)
    {
        CommentVisibility.ChangeText(change, home, comment);
        return Task.CompletedTask;
    }
}
