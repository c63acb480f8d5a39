using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Council;

/// <summary>
/// Meetings for calendar programs (RFC 5545): all, those of a body, one. Instants are in UTC, so that no program needs the rules of a time zone. A cancelled meeting stays in the
/// subscription as cancelled, with a higher SEQUENCE, so that it disappears from calendars that have it; so does one that was withdrawn or deleted once it was public, of which nothing else is said.
/// </summary>
internal sealed class CouncilCalendar(ParticipationDbContext db, CityClock clock, SiteAddress site)
{
    /// <summary>Most meetings of a subscription; the oldest are left out first.</summary>
    public const int Most = 500;

    private const int MonthsBack = 12;

    /// <summary>How long a meeting is in a calendar when nobody knows.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromHours(2);

    /// <summary>The subscription: of a year back, and everything ahead.</summary>
    /// <returns>The file, or null when there is no such body.</returns>
    public async Task<byte[]?> OfBodyAsync(int? body, CancellationToken cancel)
    {
        var now = clock.Now;
        // Whoever subscribed to a body that was withdrawn has to learn that its meetings are.
        var name = body is null ? CouncilTexts.MeetingsTitle : await db.Bodies.ThatWerePublic(now).Where(candidate => candidate.Number == body && candidate.DeletedAt == null).Select(candidate => candidate.Name).SingleOrDefaultAsync(cancel);
        if (name is null) return null;
        var since = now.AddMonths(-MonthsBack);
        var meetings = db.Meetings.ThatWerePublic(now).Where(meeting => meeting.Start > since && (body == null || db.Bodies.Any(candidate => candidate.Id == meeting.BodyId && candidate.Number == body)));
        return Write(name, await RowsAsync(meetings.OrderByDescending(meeting => meeting.Start).ThenByDescending(meeting => meeting.Number).Take(Most).OrderBy(meeting => meeting.Start).ThenBy(meeting => meeting.Number), cancel));
    }

    /// <summary>One meeting.</summary>
    /// <returns>The file, or null when there never was such a public meeting.</returns>
    public async Task<byte[]?> OfMeetingAsync(int number, CancellationToken cancel) =>
        await RowsAsync(db.Meetings.ThatWerePublic(clock.Now).Where(meeting => meeting.Number == number), cancel) is [var meeting] ? Write(meeting.Gone ? meeting.Body : meeting.Name, [meeting]) : null;

    private Task<List<Row>> RowsAsync(IQueryable<Domain.Council.Meeting> meetings, CancellationToken cancel) => meetings.Select(meeting => new Row(
        meeting.Id, meeting.Number, meeting.Name, meeting.Start, meeting.End, meeting.Cancelled, meeting.DeletedAt != null || meeting.Publication.WithdrawnAt != null, meeting.Sequence, meeting.CreatedAt, meeting.ChangedAt,
        db.Bodies.Where(body => body.Id == meeting.BodyId).Select(body => body.Name).First(), db.Locations.Where(place => place.Id == meeting.LocationId).Select(place => place.Plan.Description).FirstOrDefault())).ToListAsync(cancel);

    private byte[] Write(string name, IReadOnlyList<Row> meetings)
    {
        var calendar = new Calendar { ProductId = "-//Mitmachen//Council//DE", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", name);
        foreach (var meeting in meetings)
        {
            var address = site.Of(Links.Meeting(meeting.Number));
            calendar.Events.Add(new CalendarEvent
            {
                // RFC 7986, 5.3: an id that says nothing, least of all by which name the host was asked.
                Uid = meeting.Id.Value.ToString(),
                Summary = meeting.Gone ? meeting.Body : meeting.Name, Description = meeting.Gone ? null : $"{meeting.Body}\n{address}", Location = meeting.Gone ? null : meeting.Location, Url = meeting.Gone ? null : new Uri(address),
                Start = Utc(meeting.Start), End = Utc(meeting.End ?? meeting.Start + Usual), DtStamp = Utc(meeting.ChangedAt), Created = Utc(meeting.CreatedAt), LastModified = Utc(meeting.ChangedAt),
                Sequence = meeting.Sequence, Status = meeting.Cancelled || meeting.Gone ? EventStatus.Cancelled : EventStatus.Confirmed,
            });
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }

    private static CalDateTime Utc(DateTimeOffset instant) => new(instant.UtcDateTime.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond)), "UTC");

    private sealed record Row(Domain.Council.MeetingId Id, int Number, string Name, DateTimeOffset Start, DateTimeOffset? End, bool Cancelled, bool Gone, int Sequence, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, string Body, string? Location);
}

/// <summary>Hands calendars out.</summary>
internal static class CalendarEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var endpoint in (RouteHandlerBuilder[])[app.MapGet(Links.CouncilCalendar, AllAsync), app.MapGet("/gremien/{number:int}/kalender.ics", OfBodyAsync), app.MapGet("/sitzungen/{number:int}/kalender.ics", OfMeetingAsync)])
            endpoint.AllowAnonymous().RequireRateLimiting(Limits.ApiRead).ExcludeFromDescription().WithMetadata(new Microsoft.AspNetCore.OutputCaching.OutputCacheAttribute { PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Council] });
    }

    private static async Task<IResult> AllAsync(CouncilCalendar calendar, CancellationToken cancel) => Answer(await calendar.OfBodyAsync(null, cancel), "sitzungen");

    private static async Task<IResult> OfBodyAsync(int number, CouncilCalendar calendar, CancellationToken cancel) => Answer(await calendar.OfBodyAsync(number, cancel), "sitzungen");

    private static async Task<IResult> OfMeetingAsync(int number, CouncilCalendar calendar, CancellationToken cancel) => Answer(await calendar.OfMeetingAsync(number, cancel), "sitzung");

    private static IResult Answer(byte[]? file, string name) => file is null ? throw new NotFoundException() : Results.File(file, "text/calendar; charset=utf-8", $"{name}.ics");
}
