using Participation.Domain;
using Participation.Domain.Council.Live;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Council.Live;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Moderation.Desk;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Questions;

/// <summary>From the button of a case's form to what happens: questions to meetings. Every step is locked, checked, decided, written down and told in one transaction.</summary>
public sealed class QuestionSteps(Changes changes, QuestionCases cases, DecisionBook book, SettleComplaint complaints, Notifier notifier)
{
    /// <summary>Takes the step.</summary>
    public async Task<Refusal?> TakeAsync(CaseStep step, CaseRef at, CaseOrder order, Ground ground, string facts, CancellationToken cancel)
    {
        // What stands in the form beside a step that gives no reasons is told to nobody.
        if (!CaseInput.NeedsReasons(step) && step is not CaseStep.Keep && order.Complaint is null) facts = "";
        await using var change = await changes.BeginAsync([.. at.Locks(), Channel.Moderation], cancel);
        var found = await cases.FindAsync(at, cancel);
        if (!order.Actor.IsModerator || found.Matter.Author == order.Actor.Person) return new NotAllowed();
        if (found.Question.Version != order.ExpectedVersion) return new ChangedMeanwhile();
        if (order.Complaint is { } hand && await complaints.ExecuteAsync(change, found.Matter, hand, order.Actor, cancel) is { } no) return no;
        if (Rule(step, found.Question, facts, change.Now) is { } refusal) return refusal;
        if (Measure(step) is { } measure) await WriteAsync(change, found, order, new Statement(measure, CaseInput.NeedsReasons(step) ? ground : Ground.None, facts), cancel);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, at.Number);
        QuestionNews.Announce(change, found.Open, found.Question, step is CaseStep.Keep ? ChannelEventKind.QuestionChanged : ChannelEventKind.QuestionAppeared);
        change.Audit(Action(step), found.Matter.Subject, order.Actor, facts.Length == 0 ? null : facts);
        await change.CommitAsync(cancel);
        return null;
    }

    private async Task WriteAsync(Change change, QuestionCase found, CaseOrder order, Statement statement, CancellationToken cancel)
    {
        var decision = await book.WriteAsync(change, found.Matter, order.Complete(statement), order.Actor, order.Complaint is not null, cancel);
        if (Told(statement.Measure) is not { } kind) return;
        // What was hidden leads to the reasons, what is shown to where it stands.
        var leads = Decision.Restricts(statement.Measure) ? decision : found.Open.Meeting.Number;
        await notifier.TellAsync(found.Matter.Author, new Happening(kind, 0, found.Matter.Title, $"decision-{decision}", found.Question.Number, statement.FactsOrNull, leads), change.Now, cancel);
    }

    private static Refusal? Rule(CaseStep step, MeetingQuestion question, string facts, DateTimeOffset now)
    {
        var waits = question is { IsHeld: true, HiddenAt: null };
        switch (step)
        {
            case CaseStep.Publish: return waits ? question.Show() : new ChangedMeanwhile();
            case CaseStep.Decline: return waits ? question.Hide(facts, now) : new ChangedMeanwhile();
            case CaseStep.Hide: return question.Hide(facts, now);
            case CaseStep.Restore: return question.Restore();
            case CaseStep.Keep:
                question.Keep();
                return null;
            default: return new ChangedMeanwhile();
        }
    }

    private static Measure? Measure(CaseStep step) => step switch
    {
        CaseStep.Publish => Domain.Moderation.Measure.Publish,
        CaseStep.Decline => Domain.Moderation.Measure.Decline,
        CaseStep.Hide => Domain.Moderation.Measure.Hide,
        CaseStep.Restore => Domain.Moderation.Measure.Restore,
        CaseStep.Keep => Domain.Moderation.Measure.Keep,
        _ => null,
    };

    private static NotificationKind? Told(Measure measure) => measure switch
    {
        Domain.Moderation.Measure.Publish or Domain.Moderation.Measure.Restore => NotificationKind.QuestionShown,
        Domain.Moderation.Measure.Decline => NotificationKind.QuestionRefused,
        Domain.Moderation.Measure.Hide => NotificationKind.QuestionHidden,
        _ => null,
    };

    private static string Action(CaseStep step) => step switch
    {
        CaseStep.Publish => "question.publish",
        CaseStep.Decline => "question.decline",
        CaseStep.Hide => "question.hide",
        CaseStep.Restore => "question.show",
        _ => "question.keep",
    };
}
