using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Council.Live;
using Participation.Web.Data;

namespace Participation.Web.Council.Live;

/// <summary>Reads questions to meetings; a fixed number of queries each.</summary>
public sealed class QuestionQueries(ParticipationDbContext db)
{
    /// <summary>Questions of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Most questions that stand on the desk at once.</summary>
    public const int MostOnDesk = 200;

    /// <summary>What everybody reads: a page of what waits, and what is dealt with.</summary>
    public async Task<QuestionLists> ListsAsync(LiveMeeting meeting, QuestionSort sort, int page, CancellationToken cancel)
    {
        var (open, settled) = (Visible(meeting.Id).Where(question => question.State == QuestionState.Open), Visible(meeting.Id).Where(question => question.State != QuestionState.Open));
        var counts = await Visible(meeting.Id).GroupBy(question => question.State == QuestionState.Open).Select(group => new { IsOpen = group.Key, Count = group.Count() }).ToListAsync(cancel);
        var (openCount, settledCount) = (counts.Find(count => count.IsOpen)?.Count ?? 0, counts.Find(count => !count.IsOpen)?.Count ?? 0);
        var pages = Math.Max(1, (Math.Max(openCount, settledCount) + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return new QuestionLists(
            await Rows(meeting.Number, Sorted(open, sort).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(cancel),
            await Rows(meeting.Number, settled.OrderByDescending(question => question.Likes).ThenBy(question => question.Number).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(cancel),
            openCount, settledCount, page, pages);
    }

    /// <summary>Everything that stands on the desk: what waits for a look, then what waits for an answer, the most liked first, then the rest.</summary>
    public async Task<IReadOnlyList<QuestionView>> DeskAsync(LiveMeeting meeting, CancellationToken cancel) => await Rows(meeting.Number, db.MeetingQuestions.AsNoTracking()
        .Where(question => question.MeetingId == meeting.Id && question.RemovedAt == null)
        .OrderBy(question => question.IsHeld && question.HiddenAt == null ? 0 : question.HiddenAt != null ? 3 : question.State == QuestionState.Open ? 1 : 2)
        .ThenByDescending(question => question.Likes).ThenBy(question => question.Number).Take(MostOnDesk)).ToListAsync(cancel);

    /// <summary>Some of the most liked that wait, for the wall.</summary>
    public async Task<IReadOnlyList<QuestionView>> TopAsync(LiveMeeting meeting, int most, CancellationToken cancel) =>
        await Rows(meeting.Number, Sorted(Visible(meeting.Id).Where(question => question.State == QuestionState.Open), QuestionSort.Likes).Take(most)).ToListAsync(cancel);

    /// <summary>Those of some numbers that everybody reads.</summary>
    public async Task<IReadOnlyList<QuestionView>> ByNumberAsync(int meeting, IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        await Rows(meeting, db.MeetingQuestions.AsNoTracking().Where(question => db.Meetings.Any(home => home.Id == question.MeetingId && home.Number == meeting)
            && numbers.Contains(question.Number) && question.RemovedAt == null && question.HiddenAt == null && !question.IsHeld)).ToListAsync(cancel);

    /// <summary>One question with all that is known of it, for those who decide; null when there is none or its author took it back.</summary>
    public Task<QuestionView?> OneAsync(LiveMeeting meeting, int number, CancellationToken cancel) => Rows(meeting.Number, db.MeetingQuestions.AsNoTracking()
        .Where(question => question.MeetingId == meeting.Id && question.Number == number && question.RemovedAt == null)).SingleOrDefaultAsync(cancel);

    /// <summary>What a person asked in a meeting, the newest first.</summary>
    public async Task<IReadOnlyList<QuestionView>> OwnAsync(LiveMeeting meeting, PersonId person, CancellationToken cancel) => await Rows(meeting.Number, db.MeetingQuestions.AsNoTracking()
        .Where(question => question.MeetingId == meeting.Id && question.AuthorId == person && question.RemovedAt == null).OrderByDescending(question => question.Number).Take(PageSize)).ToListAsync(cancel);

    /// <summary>Numbers of the questions of a meeting that a person likes.</summary>
    public async Task<IReadOnlySet<int>> LikedAsync(MeetingId meeting, PersonId person, CancellationToken cancel) => (await db.QuestionLikes.AsNoTracking().Where(like => like.PersonId == person)
        .Join(db.MeetingQuestions.Where(question => question.MeetingId == meeting), like => like.QuestionId, question => question.Id, (_, question) => question.Number).Take(MeetingQuestion.Most).ToListAsync(cancel)).ToHashSet();

    /// <summary>How many like some questions, or all that wait.</summary>
    public async Task<IReadOnlyDictionary<int, int>> LikesAsync(int meeting, IReadOnlyCollection<int>? numbers, CancellationToken cancel) => await db.MeetingQuestions.AsNoTracking()
        .Where(question => db.Meetings.Any(home => home.Id == question.MeetingId && home.Number == meeting) && question.RemovedAt == null && question.HiddenAt == null && !question.IsHeld
            && (numbers == null ? question.State == QuestionState.Open : numbers.Contains(question.Number)))
        .Select(question => new { question.Number, question.Likes }).Take(MeetingQuestion.Most).ToDictionaryAsync(question => question.Number, question => question.Likes, cancel);

    private IQueryable<MeetingQuestion> Visible(MeetingId meeting) =>
        db.MeetingQuestions.AsNoTracking().Where(question => question.MeetingId == meeting && question.RemovedAt == null && question.HiddenAt == null && !question.IsHeld);

    private static IQueryable<MeetingQuestion> Sorted(IQueryable<MeetingQuestion> questions, QuestionSort sort) => sort is QuestionSort.Newest
        ? questions.OrderByDescending(question => question.Number)
        : questions.OrderByDescending(question => question.Likes).ThenBy(question => question.Number);

    /// <summary>The item is named only while it is deliberated in public.</summary>
    private IQueryable<QuestionView> Rows(int meeting, IQueryable<MeetingQuestion> questions) => questions.Select(question => new QuestionView(
        meeting, question.Number, question.Text, db.People.Where(person => person.Id == question.AuthorId).Select(person => person.DisplayName).First(), question.At, question.Likes, question.State)
    {
        Reply = question.Reply, Speaker = question.Speaker, ReplyDay = question.ReplyDay, RepliedAt = question.RepliedAt, IsHeld = question.IsHeld && question.HiddenAt == null,
        HiddenReason = question.HiddenAt == null ? null : question.HiddenReason, Version = question.Version,
        Item = db.AgendaItems.Where(item => item.Id == question.ItemId && item.IsPublic && item.DeletedAt == null).Select(item => item.Sign).FirstOrDefault(),
    });
}
