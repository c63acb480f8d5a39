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
    /// <summary>Called under the locks of the idea and of the queue; for an idea, of the list of ideas too.</summary>
    /// <returns>Whether it is held back now; what is not public cannot be.</returns>
    internal async Task<bool> ExecuteAsync(Change change, Idea idea, Comment? comment, HoldReason why, CancellationToken cancel)
    {
        var matter = comment is null ? Matter.Of(idea) : Matter.Of(idea, comment);
        if ((comment is null ? idea.Hold(why.Public, change.Now) : comment.Hold(why.Public, change.Now)) is not null) return false;
        if (comment is not null) CommentVisibility.Hide(change, idea, comment);
        else
        {
            change.Append(Channel.Idea(matter.Idea), ChannelEventKind.IdeaRemoved, matter.Idea);
            change.Append(Channel.Ideas, ChannelEventKind.IdeaRemoved, matter.Idea);
            change.Evict(CacheTags.Ideas);
            change.Evict(CacheTags.Idea(matter.Idea));
        }

        var decision = await book.WriteAsync(change, matter, new Statement(Measure.Hold, Ground.ToBeChecked, why.Facts) { Source = why.Source }, null, ofComplaint: false, cancel);
        var kind = comment is null ? NotificationKind.IdeaHeld : NotificationKind.CommentHeld;
        await notifier.TellAsync(matter.Author, new Happening(kind, matter.Idea, matter.Title, $"decision-{decision}", matter.Part, why.Facts, decision), change.Now, cancel);
        change.Audit(comment is null ? "idea.hold" : "comment.hold", matter.Subject, null, why.Facts);
        return true;
    }
}

/// <summary>Why something is held back.</summary>
/// <param name="Facts">What its author reads.</param>
/// <param name="Public">What everyone reads in its place; repeats nothing of it.</param>
/// <param name="Source">What found it; null when people reported it.</param>
public sealed record HoldReason(string Facts, string Public, DecisionSource? Source = null);
