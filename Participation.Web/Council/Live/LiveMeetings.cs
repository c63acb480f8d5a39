using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Council.Live;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Council.Live;

/// <summary>Opens a meeting for a change of what happens in it. Called under the lock of its channel.</summary>
public sealed class LiveMeetings(ParticipationDbContext db)
{
    /// <exception cref="NotFoundException">There is no such meeting.</exception>
    public Task<OpenMeeting> OpenAsync(int number, CancellationToken cancel) => OpenAsync(number, deletedToo: false, cancel);

    /// <summary>The same, also of a meeting that was deleted.</summary>
    public async Task<OpenMeeting> OpenAsync(int number, bool deletedToo, CancellationToken cancel)
    {
        var meeting = await db.Meetings.SingleOrDefaultAsync(candidate => candidate.Number == number && (deletedToo || candidate.DeletedAt == null), cancel) ?? throw new NotFoundException();
        var floor = await db.MeetingFloors.SingleOrDefaultAsync(candidate => candidate.MeetingId == meeting.Id, cancel);
        if (floor is null) db.MeetingFloors.Add(floor = MeetingFloor.Of(meeting.Id));
        return new OpenMeeting(meeting, floor);
    }

    /// <summary>An item of its agenda, or null.</summary>
    public Task<AgendaItem?> ItemAsync(Meeting meeting, int number, CancellationToken cancel) =>
        db.AgendaItems.SingleOrDefaultAsync(item => item.MeetingId == meeting.Id && item.Number == number && item.DeletedAt == null, cancel);

    /// <summary>A question to it.</summary>
    /// <exception cref="NotFoundException">There is no such question.</exception>
    public async Task<MeetingQuestion> QuestionAsync(Meeting meeting, int number, CancellationToken cancel) =>
        await db.MeetingQuestions.SingleOrDefaultAsync(question => question.MeetingId == meeting.Id && question.Number == number, cancel) ?? throw new NotFoundException();
}

/// <summary>A meeting with what happens in it.</summary>
public sealed record OpenMeeting(Meeting Meeting, MeetingFloor Floor);
