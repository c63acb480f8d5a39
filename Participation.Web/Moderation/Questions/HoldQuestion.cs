using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Council.Live;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Questions;

/// <summary>Hides a question until a person decides, with an automatic decision that its author reads and can complain about.</summary>
public sealed class HoldQuestion(DecisionBook book, Notifier notifier)
{
    /// <summary>Called under the locks of the meeting and of the queue.</summary>
    internal async Task ExecuteAsync(Change change, QuestionCase found, HoldReason why, CancellationToken cancel)
    {
        if (found.Question.Hold(why.Public, change.Now) is not null) return;
        var decision = await book.WriteAsync(change, found.Matter, new Statement(Measure.Hold, Ground.ToBeChecked, why.Facts) { Source = why.Source }, null, ofComplaint: false, cancel);
        await notifier.TellAsync(found.Matter.Author, new Happening(NotificationKind.QuestionHeld, 0, found.Matter.Title, $"decision-{decision}", found.Question.Number, why.Facts, decision), change.Now, cancel);
        QuestionNews.Announce(change, found.Open, found.Question, ChannelEventKind.QuestionRemoved);
        change.Audit("question.hold", found.Matter.Subject, null, why.Facts);
    }
}
