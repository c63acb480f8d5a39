using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Realtime;

namespace Participation.Web.Council.Live;

/// <summary>An author takes a question back while it waits for an answer. A second call changes nothing.</summary>
public sealed class WithdrawQuestion(Changes changes, LiveMeetings meetings)
{
    public async Task<Refusal?> ExecuteAsync(int meeting, int number, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Meeting(meeting), Channel.Moderation], cancel);
        var open = await meetings.OpenAsync(meeting, cancel);
        var question = await meetings.QuestionAsync(open.Meeting, number, cancel);
        if (question.AuthorId != actor.Person) return new NotAllowed();
        if (question.IsGone) return null;
        if (question.Withdraw(change.Now) is { } refusal) return refusal;
        QuestionNews.Announce(change, open, question, ChannelEventKind.QuestionRemoved);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, 0);
        change.Audit("question.withdraw", Subject.Of(question.Id), actor);
        await change.CommitAsync(cancel);
        return null;
    }
}
