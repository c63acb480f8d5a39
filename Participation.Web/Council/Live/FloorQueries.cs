using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Council.Live;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Council.Live;

/// <summary>Reads how far meetings are; a fixed number of queries each.</summary>
public sealed class FloorQueries(ParticipationDbContext db, CityClock clock)
{
    /// <summary>Number of the newest event of a meeting; read before the meeting itself.</summary>
    public Task<long> SequenceAsync(int meeting, CancellationToken cancel) =>
        db.Channels.AsNoTracking().Where(channel => channel.Key == Channel.Meeting(meeting)).Select(channel => channel.Sequence).SingleOrDefaultAsync(cancel);

    /// <summary>One meeting, whatever its publication says; null when there is none.</summary>
    public async Task<LiveMeeting?> FindAsync(int number, CancellationToken cancel)
    {
        var found = await (
            from meeting in db.Meetings.AsNoTracking()
            join body in db.Bodies on meeting.BodyId equals body.Id
            join f in db.MeetingFloors on meeting.Id equals f.MeetingId into floors
            from floor in floors.DefaultIfEmpty()
            where meeting.Number == number && meeting.DeletedAt == null
            select new { Meeting = meeting, Body = new BodyName(body.Number, body.Name, body.ShortName), Floor = floor }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var (plan, live) = (found.Meeting, found.Floor ?? MeetingFloor.Of(found.Meeting.Id));
        var view = new FloorView(number, live.StateAt(plan, clock.Now), live.IsOn(plan, clock.Now), live.TakesQuestions(plan, clock.Now), live.Version, await ItemsAsync(live, cancel))
        {
            Start = plan.Start, EndedAt = live.EndedAt, QuestionsOpen = live.QuestionsOpen, LastQuestion = live.LastQuestion,
        };
        return new LiveMeeting(plan.Id, number, plan.Name, found.Body, plan.Start, plan.End, plan.Cancelled, plan.Publication, view);
    }

    /// <summary>Whether everybody may read of a meeting, or null when there is none.</summary>
    public async Task<bool?> IsPublicAsync(int number, CancellationToken cancel) =>
        await db.Meetings.AsNoTracking().SingleOrDefaultAsync(meeting => meeting.Number == number && meeting.DeletedAt == null, cancel) is { } meeting ? meeting.Publication.IsPublicAt(clock.Now) : null;

    /// <summary>How far a meeting is, and how many questions everybody reads: for its own page.</summary>
    public async Task<LiveHint> HintAsync(MeetingId id, DateTimeOffset start, CancellationToken cancel)
    {
        var floor = await db.MeetingFloors.AsNoTracking().Where(floor => floor.MeetingId == id)
            .Select(floor => new { floor.State, floor.QuestionsOpen, Questions = db.MeetingQuestions.Count(question => question.MeetingId == id && question.RemovedAt == null && question.HiddenAt == null && !question.IsHeld) }).SingleOrDefaultAsync(cancel);
        var isOver = MeetingFloor.IsLongAgo(start, clock.Now);
        return new LiveHint(isOver ? FloorState.Over : floor?.State ?? FloorState.NotBegun, !isOver && floor is { QuestionsOpen: true }, floor?.Questions ?? 0);
    }

    /// <summary>The public meeting that goes on now, the latest of several; null when there is none.</summary>
    public Task<RunningMeeting?> RunningAsync(CancellationToken cancel)
    {
        var since = clock.Now - MeetingFloor.LastsAtMost;
        return (
            from meeting in db.Meetings.ThatArePublic(clock.Now).AsNoTracking()
            join floor in db.MeetingFloors on meeting.Id equals floor.MeetingId
            where meeting.DeletedAt == null && !meeting.Cancelled && meeting.Start >= since && (floor.State == FloorState.Running || floor.State == FloorState.Interrupted)
            orderby meeting.Start descending, meeting.Number descending
            select new RunningMeeting(meeting.Number, meeting.Name, db.AgendaItems.Where(item => item.Id == floor.CurrentItemId && item.IsPublic && item.DeletedAt == null).Select(item => item.Sign + " " + item.Name).FirstOrDefault())).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The next public meeting that takes place; null when none is known.</summary>
    public Task<NextMeeting?> NextAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        return db.Meetings.ThatArePublic(now).Where(meeting => meeting.DeletedAt == null && !meeting.Cancelled && meeting.Start > now).OrderBy(meeting => meeting.Start).ThenBy(meeting => meeting.Number)
            .Select(meeting => new NextMeeting(meeting.Number, meeting.Name, meeting.Start)).FirstOrDefaultAsync(cancel);
    }

    private async Task<IReadOnlyList<FloorItem>> ItemsAsync(MeetingFloor floor, CancellationToken cancel)
    {
        var (id, now, over) = (floor.MeetingId, clock.Now, floor.State is FloorState.Over);
        var items = await (
            from item in db.AgendaItems.AsNoTracking()
            join c in db.Consultations.Where(c => c.DeletedAt == null) on item.Id equals c.AgendaItemId into consultations
            from consultation in consultations.DefaultIfEmpty()
            join p in db.Papers.ThatArePublic(now).Where(p => p.DeletedAt == null) on consultation.PaperId equals p.Id into papers
            from paper in papers.DefaultIfEmpty()
            where item.MeetingId == id && item.DeletedAt == null
            orderby item.Order, item.Number
            select new { item.Id, item.Number, item.Sign, item.Name, item.IsPublic, item.CalledAt, Paper = paper == null ? null : new PaperName(paper.Number, paper.Name, paper.Reference) }).Take(Meeting.MaxItems).ToListAsync(cancel);
        return
        [
            .. items.DistinctBy(item => item.Number).Select(item => new FloorItem(
                item.Number, item.Sign, item.IsPublic ? item.Name : null, item.IsPublic,
                item.Id == floor.CurrentItemId && !over ? FloorPlace.Current : item.CalledAt is null ? FloorPlace.Ahead : FloorPlace.Done, item.CalledAt, item.IsPublic ? item.Paper : null)),
        ];
    }
}

/// <summary>What a meeting's own page says of how it is followed live.</summary>
public sealed record LiveHint(FloorState State, bool QuestionsOpen, int Questions);
