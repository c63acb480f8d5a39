using System.Text;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Tests.Council.Oparl;
using Participation.Tests.Support;
using Participation.Web.Council.Desk;
using Participation.Web.Shared;

namespace Participation.Tests.Council;

/// <summary>Meetings as calendar files, read back by a reader of them and checked line by line (RFC 5545).</summary>
public sealed class CalendarTests
{
    private const int MostOctets = 75;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_calendar_is_read_back_with_everything_and_keeps_the_rules_of_lines(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        const string name = "Sondersitzung: Größe, Höhe; Straße \\ „Ende“ 🎈 und ein sehr langer Name, der in keine einzige Zeile von fünfundsiebzig Oktetten passt";
        await site.WithDbAsync(db =>
        {
            var body = A.Body();
            var place = Location.Add(1, new("Rathaus,\nMinoritenstraße 2–6; Raum 1.10", null, null, null, null, null, null), A.Moment);
            var start = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(3).AddHours(16), TimeSpan.Zero);
            db.AddRange(body, place, Meeting.Plan(1, new(body.Id, name, MeetingState.Invited, false, start, start.AddHours(3), place.Id, Domain.FormattedText.Empty), Publication.At(A.Moment), A.Moment));
            db.Add(A.Meeting(body, 2, "Entwurf", Publication.Draft, start));
            return db.SaveChangesAsync();
        });
        foreach (var address in new[] { Links.CouncilCalendar, Links.BodyCalendar(1), Links.MeetingCalendar(1) })
        {
            var file = await FileAsync(site, address);
            var meeting = Assert.Single(Calendar.Load(file)!.Events);
            Assert.Equal((name, "Rathaus,\nMinoritenstraße 2–6; Raum 1.10", "CONFIRMED", 0), (meeting.Summary, meeting.Location, meeting.Status, meeting.Sequence));
            Assert.Equal((16, 19), (meeting.Start!.AsUtc.Hour, meeting.End!.AsUtc.Hour));
            Assert.True(Guid.TryParseExact(meeting.Uid, "D", out _), meeting.Uid);
            CheckLines(file);
        }

        var visitor = Browsing.Visitor(site);
        foreach (var missing in new[] { Links.MeetingCalendar(2), Links.MeetingCalendar(9), Links.BodyCalendar(9) })
        {
            await visitor.GetAsync(missing);
            Assert.Equal(404, (int)visitor.Last.StatusCode);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_too_many_meetings_the_oldest_are_left_out(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var now = TimeProvider.System.GetUtcNow();
        await site.WithDbAsync(db =>
        {
            var body = A.Body();
            db.Add(body);
            for (var i = 0; i <= Web.Council.CouncilCalendar.Most; i++) db.Add(A.Meeting(body, i + 1, $"Sitzung {i}", Publication.At(A.Moment), now.AddDays(1 - i * 0.5)));
            return db.SaveChangesAsync();
        });
        var meetings = Calendar.Load(await FileAsync(site, Links.CouncilCalendar))!.Events;
        Assert.Equal(Web.Council.CouncilCalendar.Most, meetings.Count);
        Assert.Contains(meetings, meeting => meeting.Summary == "Sitzung 0");
        Assert.DoesNotContain(meetings, meeting => meeting.Summary == $"Sitzung {Web.Council.CouncilCalendar.Most}");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_cancelled_meeting_stays_in_the_subscription_with_a_higher_sequence_and_the_same_id(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, moderator) = (await GivenCouncil.InAsync(site), await new Given(site).PersonAsync(Role.Moderator));
        var before = Assert.Single(Calendar.Load(await FileAsync(site, Links.CouncilCalendar))!.Events);
        var meeting = await site.WithDbAsync(db => db.Meetings.AsNoTracking().SingleAsync());
        var plan = new MeetingPlan(meeting.BodyId, meeting.Name, meeting.State, true, meeting.Start, meeting.End, null, meeting.Note);
        Assert.True((await site.UseAsync<SaveMeeting, Outcome<int>>(save => save.ExecuteAsync(meeting.Number, plan, null, new(PublicationStep.Keep), [], meeting.Version, moderator, default))).Done);
        var after = Assert.Single(Calendar.Load(await FileAsync(site, Links.CouncilCalendar))!.Events);
        Assert.Equal((before.Uid, before.Sequence + 1, "CANCELLED"), (after.Uid, after.Sequence, after.Status));
        Assert.False(given.Meeting.Cancelled);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_step_of_a_meeting_that_calendars_have_raises_its_sequence_and_its_status_follows(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (given, moderator) = (await GivenCouncil.InAsync(site), await new Given(site).PersonAsync(Role.Moderator));
        var seen = Assert.Single(Calendar.Load(await FileAsync(site, Links.CouncilCalendar))!.Events);
        (bool Cancelled, PublicationChange Step, string Status)[] steps =
        [
            (true, new(PublicationStep.Keep), "CANCELLED"), (false, new(PublicationStep.Keep), "CONFIRMED"), (false, new(PublicationStep.Withdraw, Reason: "Irrtum."), "CANCELLED"),
            (false, new(PublicationStep.Publish), "CONFIRMED"), (true, new(PublicationStep.Withdraw, Reason: "Irrtum."), "CANCELLED"), (true, new(PublicationStep.Publish), "CANCELLED"),
        ];
        foreach (var (cancelled, step, status) in steps)
        {
            var meeting = await site.WithDbAsync(db => db.Meetings.AsNoTracking().SingleAsync());
            var plan = new MeetingPlan(meeting.BodyId, meeting.Name, meeting.State, cancelled, meeting.Start, meeting.End, null, meeting.Note);
            Assert.True((await site.UseAsync<SaveMeeting, Outcome<int>>(save => save.ExecuteAsync(meeting.Number, plan, null, step, [], meeting.Version, moderator, default))).Done);
            foreach (var address in new[] { Links.CouncilCalendar, Links.BodyCalendar(given.Body.Number), Links.MeetingCalendar(given.Meeting.Number) })
            {
                var file = await FileAsync(site, address);
                var next = Assert.Single(Calendar.Load(file)!.Events);
                Assert.Equal((address, seen.Uid, status), (address, next.Uid, next.Status));
                Assert.True(next.Sequence > seen.Sequence, $"{step} in {address}: {next.Sequence} after {seen.Sequence}");
                Assert.Equal(seen.Start, next.Start);
                if (step.Step is PublicationStep.Withdraw) Assert.Equal((null, null, false), (next.Location, next.Description, file.Contains(given.Meeting.Name, StringComparison.Ordinal)));
                CheckLines(file);
            }

            seen = Assert.Single(Calendar.Load(await FileAsync(site, Links.CouncilCalendar))!.Events);
        }

        await site.WithDbAsync(async db =>
        {
            (await db.Meetings.SingleAsync()).Delete(TimeProvider.System.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        await site.ForgetPagesAsync();
        var deleted = Assert.Single(Calendar.Load(await FileAsync(site, Links.CouncilCalendar))!.Events);
        Assert.Equal((seen.Uid, seen.Sequence + 1, "CANCELLED"), (deleted.Uid, deleted.Sequence, deleted.Status));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_meeting_has_the_same_id_whatever_name_the_host_is_asked_by(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenCouncil.InAsync(site);
        var ids = new List<string?>();
        foreach (var asked in new[] { "https://localhost", "https://127.0.0.1", "https://beteiligung.example.org" })
        {
            using var client = site.CreateClient(new() { BaseAddress = new Uri(asked), AllowAutoRedirect = false, HandleCookies = false });
            ids.Add(Assert.Single(Calendar.Load(await client.GetStringAsync(Links.CouncilCalendar))!.Events).Uid);
        }

        Assert.All(ids, id => Assert.Equal(given.Meeting.Id.Value.ToString(), id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Where_meetings_are_listed_the_calendar_has_its_whole_address_and_a_link_for_calendar_programs(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenCouncil.InAsync(site);
        var visitor = Browsing.Visitor(site);
        foreach (var (page, calendar) in new[]
        {
            (Links.Bodies, Links.CouncilCalendar), (Links.Meetings, Links.CouncilCalendar), (Links.MeetingsOf(99, false, 1), Links.CouncilCalendar),
            (Links.MeetingsOf(given.Body.Number, false, 1), Links.BodyCalendar(given.Body.Number)), (Links.Body(given.Body.Number, given.Body.Name), Links.BodyCalendar(given.Body.Number)),
        })
        {
            var panel = (await visitor.GetAsync(page)).QuerySelector("[aria-labelledby=abonnieren]")!;
            var address = new Uri(panel.QuerySelector("code")!.TextContent);
            Assert.Equal((calendar, true), (address.AbsolutePath, address.Scheme is "http" or "https"));
            Assert.Equal("webcal://" + address.Authority + calendar, panel.QuerySelector("a[data-subscribe]")!.GetAttribute("href"));
            Assert.NotNull(panel.QuerySelector($"a[href='{calendar}'][type='text/calendar']"));
            Assert.Contains("BEGIN:VEVENT", await FileAsync(site, calendar), StringComparison.Ordinal);
        }
    }

    private static async Task<string> FileAsync(TestSite site, string address)
    {
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync(address);
        Assert.Equal("text/calendar; charset=utf-8", visitor.Last.Content.Headers.ContentType!.ToString());
        return Encoding.UTF8.GetString(await visitor.Last.Content.ReadAsByteArrayAsync());
    }

    /// <summary>CRLF at every end, no line longer than 75 octets, no fold within a character, the mandatory properties (3.1, 3.6, 3.6.1).</summary>
    private static void CheckLines(string file)
    {
        Assert.EndsWith("END:VCALENDAR\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
        var lines = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= MostOctets, line));
        Assert.DoesNotContain('\uFFFD', file);
        var unfolded = file.Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n\t", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        foreach (var needed in new[] { "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:", "BEGIN:VEVENT", "UID:", "DTSTAMP:", "DTSTART:", "SEQUENCE:", "END:VEVENT" }) Assert.Contains(unfolded, line => line.StartsWith(needed, StringComparison.Ordinal));
        Assert.All(unfolded.Where(line => line.StartsWith("DT", StringComparison.Ordinal)), line => Assert.EndsWith("Z", line, StringComparison.Ordinal));
    }
}
