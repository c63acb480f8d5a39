using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council.Live;
using Participation.Domain.Discussions;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Council.Live;

/// <summary>A moderator writes down what was answered, defers a question to a day, or says why it is not dealt with; its author is told once of each.</summary>
public sealed class SettleQuestion(ParticipationDbContext db, Changes changes, LiveMeetings meetings, Notifier notifier, CityClock clock)
{
    public async Task<Refusal?> ExecuteAsync(int meeting, int number, QuestionReply reply, int expectedVersion, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Meeting(meeting)], cancel);
        var open = await meetings.OpenAsync(meeting, cancel);
        var question = await meetings.QuestionAsync(open.Meeting, number, cancel);
        var before = question.Version;
        if (question.Settle(reply, actor.Person, expectedVersion, clock.Today, change.Now) is { } refusal) return refusal;
        if (question.Version == before) return null;
        QuestionNews.Announce(change, open, question, ChannelEventKind.QuestionChanged);
        if (question.AuthorId != actor.Person) await TellAsync(open, question, change.Now, cancel);
        change.Audit(Action(question.State), Subject.Of(question.Id), actor);
        await change.CommitAsync(cancel);
        return null;
    }

    /// <summary>A correction is no news.</summary>
    private async Task TellAsync(OpenMeeting open, MeetingQuestion question, DateTimeOffset now, CancellationToken cancel)
    {
        NotificationKind? kind = question.State switch
        {
            QuestionState.Answered => NotificationKind.QuestionAnswered,
            QuestionState.Deferred => NotificationKind.QuestionDeferred,
            QuestionState.Declined => NotificationKind.QuestionDeclined,
            _ => null,
        };
        if (kind is not { } told) return;
        var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"meeting-{open.Meeting.Number}-question-{question.Number}-{told}");
        if (await db.Notifications.AnyAsync(notification => notification.PersonId == question.AuthorId && notification.Key == key, cancel)) return;
        var detail = question.State is QuestionState.Deferred ? question.ReplyDay?.ToString(InboxText.DayFormat, System.Globalization.CultureInfo.InvariantCulture) : question.Reply;
        await notifier.TellAsync(question.AuthorId, new Happening(told, 0, open.Meeting.Name, key, question.Number, detail, open.Meeting.Number), now, cancel);
    }

    private static string Action(QuestionState state) => state switch
    {
        QuestionState.Answered => "question.answer",
        QuestionState.Deferred => "question.defer",
        QuestionState.Declined => "question.set-aside",
        _ => "question.reopen",
    };
}
