using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council.Live;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Council.Live;

/// <summary>
/// Likes a question, or does not any more. Under the meeting's lock the like and the question's count change together, so the count is exact at every instant; the primary
/// key allows one like per person.
/// </summary>
public sealed class LikeQuestion(ParticipationDbContext db, Changes changes, LiveMeetings meetings)
{
    /// <param name="meeting">Number of the meeting.</param>
    /// <param name="number">Number of the question.</param>
    /// <param name="likes">Whether the person likes it. The same twice changes nothing.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>How many like it afterwards.</returns>
    public async Task<Outcome<int>> ExecuteAsync(int meeting, int number, bool likes, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Meeting(meeting)], cancel);
        var open = await meetings.OpenAsync(meeting, cancel);
        var question = await meetings.QuestionAsync(open.Meeting, number, cancel);
        if (!open.Meeting.Publication.IsPublicAt(change.Now) || !question.IsVisible) throw new NotFoundException();
        var person = await db.People.SingleAsync(candidate => candidate.Id == actor.Person, cancel);
        if (person.CheckTakingPart(Verification.Email) is { } barred) return barred;
        if (question.CheckLike(actor.Person) is { } refusal) return refusal;
        var like = await db.QuestionLikes.FindAsync([question.Id, actor.Person], cancel);
        if (like is not null == likes) return question.Likes;
        if (like is null) db.QuestionLikes.Add(QuestionLike.Of(question.Id, actor.Person, change.Now));
        else db.QuestionLikes.Remove(like);
        question.Count(likes ? 1 : -1);
        change.Counted(Channel.Meeting(meeting), number);
        change.Evict(CacheTags.Questions);
        await change.CommitAsync(cancel);
        return question.Likes;
    }
}
