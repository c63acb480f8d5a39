using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council.Live;
using Participation.Domain.Realtime;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Council.Live;

/// <summary>
/// What somebody asked in meetings, liked, and replied as a moderator. As with comments a question stays without a name or goes, as chosen; what nobody reads goes. Likes are
/// taken back while a question waits; of what is dealt with the number stays, and nobody behind it.
/// </summary>
internal sealed class QuestionsOfPerson(ParticipationDbContext db, Changes changes, LiveMeetings meetings) : IPersonalData
{
    private const int Batch = 50;

    public int Order => 63;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(MeetingQuestion), typeof(QuestionLike)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var asked = await db.MeetingQuestions.AsNoTracking().Where(question => question.AuthorId == person).Join(db.Meetings, question => question.MeetingId, meeting => meeting.Id, (question, meeting) => new { meeting.Number, meeting.Name, Question = question })
            .OrderBy(row => row.Question.At).ToListAsync(cancel);
        var liked = await (
            from like in db.QuestionLikes.AsNoTracking()
            join question in db.MeetingQuestions on like.QuestionId equals question.Id
            join meeting in db.Meetings on question.MeetingId equals meeting.Id
            where like.PersonId == person
            orderby like.At
            select new { Meeting = meeting.Number, question.Number, like.At }).ToListAsync(cancel);
        var replied = await db.MeetingQuestions.AsNoTracking().Where(question => question.RepliedBy == person && question.AuthorId != person).Join(db.Meetings, question => question.MeetingId, meeting => meeting.Id, (question, meeting) => new { meeting.Number, Question = question })
            .OrderBy(row => row.Question.RepliedAt).ToListAsync(cancel);
        return
        [
            new("questions", [.. asked.Select(row => new ExportItem(("meeting", row.Number), ("title", row.Name), ("number", row.Question.Number), ("text", row.Question.Text), ("status", row.Question.State), ("at", row.Question.At), ("answer", row.Question.Reply), ("decidedAt", row.Question.RepliedAt), ("removedAt", row.Question.RemovedAt), ("hiddenAt", row.Question.HiddenAt), ("hiddenReason", row.Question.HiddenReason)))]),
            new("questionLikes", [.. liked.Select(row => new ExportItem(("meeting", row.Meeting), ("number", row.Number), ("at", row.At)))]),
            new("questionReplies", [.. replied.Select(row => new ExportItem(("meeting", row.Number), ("number", row.Question.Number), ("status", row.Question.State), ("at", row.Question.RepliedAt), ("answer", row.Question.Reply)))]),
        ];
    }

    /// <summary>Of one meeting at a time, because its lock is held.</summary>
    public async Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel)
    {
        var next = Texts(who).Select(question => question.MeetingId).Concat(db.MeetingQuestions.Where(question => db.QuestionLikes.Any(like => like.QuestionId == question.Id && like.PersonId == who.Id)).Select(question => question.MeetingId));
        if (await db.Meetings.Where(meeting => next.Contains(meeting.Id)).OrderBy(meeting => meeting.Number).Select(meeting => (int?)meeting.Number).FirstOrDefaultAsync(cancel) is not { } number) return false;
        await using var change = await changes.BeginAsync([Channel.Meeting(number), Channel.Moderation], cancel);
        var open = await meetings.OpenAsync(number, deletedToo: true, cancel);
        foreach (var question in await Texts(who).Where(question => question.MeetingId == open.Meeting.Id).OrderBy(question => question.Number).Take(Batch).ToListAsync(cancel))
        {
            question.Erase(change.Now);
            QuestionNews.Announce(change, open, question, ChannelEventKind.QuestionRemoved);
        }

        var likes = await db.QuestionLikes.Where(like => like.PersonId == who.Id).Join(db.MeetingQuestions.Where(question => question.MeetingId == open.Meeting.Id), like => like.QuestionId, question => question.Id, (like, question) => new { like, question }).Take(Batch).ToListAsync(cancel);
        foreach (var row in likes)
        {
            db.QuestionLikes.Remove(row.like);
            if (row.question.State is not QuestionState.Open) continue;
            row.question.Count(-1);
            change.Counted(Channel.Meeting(number), row.question.Number);
        }

        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, 0);
        change.Evict(CacheTags.Questions);
        await change.CommitAsync(cancel);
        return true;
    }

    /// <summary>What goes: what was hidden or waits, and everything of who takes texts along.</summary>
    private IQueryable<MeetingQuestion> Texts(LeavingPerson who)
    {
        var all = who.TakesTextsAlong;
        return db.MeetingQuestions.Where(question => question.AuthorId == who.Id && question.Text != "" && (all || question.HiddenAt != null || question.IsHeld));
    }
}
