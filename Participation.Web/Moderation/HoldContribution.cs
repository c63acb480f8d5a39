using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Discussions;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation;

/// <summary>Holds a public contribution back until a person decides: hidden, with an automatic decision that its author reads and can complain about.</summary>
public sealed class HoldContribution(DecisionBook book, Notifier notifier)
{
    /// <summary>Called under the locks of the idea, of the list of ideas and of the queue.</summary>
    /// <returns>Whether it is held back now; what is not public cannot be.</returns>
    internal async Task<bool> ExecuteAsync(Change change, Idea idea, HoldReason why, CancellationToken cancel)
    {
        var matter = Matter.Of(idea);
        if (idea.Hold(why.Public, change.Now) is not null) return false;
        change.Append(Channel.Idea(matter.Idea), ChannelEventKind.IdeaRemoved, matter.Idea);
        change.Append(Channel.Ideas, ChannelEventKind.IdeaRemoved, matter.Idea);
        change.Evict(CacheTags.Ideas);
        change.Evict(CacheTags.Idea(matter.Idea));
        await TellAsync(change, matter, NotificationKind.IdeaHeld, "idea.hold", why, cancel);
        return true;
    }

    /// <summary>The same with a comment, under the locks of its discussion and of the queue.</summary>
    internal async Task<bool> ExecuteAsync(Change change, IDiscussed home, Comment comment, HoldReason why, CancellationToken cancel)
    {
        if (comment.Hold(why.Public, change.Now) is not null) return false;
        CommentVisibility.Hide(change, home, comment);
        await TellAsync(change, Matter.Of(home, comment), NotificationKind.CommentHeld, "comment.hold", why, cancel);
        return true;
    }

    private async Task TellAsync(Change change, Matter matter, NotificationKind kind, string action, HoldReason why, CancellationToken cancel)
    {
        var decision = await book.WriteAsync(change, matter, new Statement(Measure.Hold, Ground.ToBeChecked, why.Facts) { Source = why.Source }, null, ofComplaint: false, cancel);
        await notifier.TellAsync(matter.Author, new Happening(kind, matter.Discussion, matter.Title, $"decision-{decision}", matter.Part, why.Facts, decision), change.Now, cancel);
        change.Audit(action, matter.Subject, null, why.Facts);
    }
}

/// <summary>Why something is held back.</summary>
/// <param name="Facts">What its author reads.</param>
/// <param name="Public">What everyone reads in its place; repeats nothing of it.</param>
/// <param name="Source">What found it; null when people reported it.</param>
public sealed record HoldReason(string Facts, string Public, DecisionSource? Source = null);
