using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Domain.Realtime;
using Participation.Tests.Architecture;
using Participation.Tests.Council.Live;
using Participation.Tests.Council.Oparl;
using Participation.Tests.Support;
using Participation.Web.Council.Desk;
using Participation.Web.Council.Live;
using Participation.Web.Shared;

namespace Participation.Tests.Council;

/// <summary>What hangs on an agenda: papers of closed items, resolutions, whoever follows the meeting live, and two people at once.</summary>
public sealed class AgendaTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Which_paper_an_item_behind_closed_doors_is_about_is_said_on_no_page_and_to_no_program(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenCouncil.InAsync(site);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var open = (await Browsing.Visitor(site).GetAsync(Links.Paper(council.Paper.Number, council.Paper.Name))).QuerySelector(".way");
        Assert.Contains("Ö 2", open!.TextContent, StringComparison.Ordinal);
        Assert.Null(await SaveAsync(site, council, moderator, lines => lines with { IsPublic = lines.Sign == "Ö 1" }));

        var paper = await Browsing.Visitor(site).GetAsync(Links.Paper(council.Paper.Number, council.Paper.Name));
        Assert.Equal(HttpStatusCode.OK, paper.StatusCode);
        Assert.DoesNotContain("Ö 2", paper.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(council.Meeting.Name, paper.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var meeting = await Browsing.Visitor(site).GetAsync(Links.Meeting(council.Meeting.Number, council.Meeting.Name));
        Assert.DoesNotContain(council.Paper.Name, meeting.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var walk = new OparlWalk(OparlWalk.Client(site));
        Assert.True((await walk.ReadAsync("/oparl/v1.1/consultation/1")).GetProperty("deleted").GetBoolean());
        Assert.False((await walk.ReadAsync($"/oparl/v1.1/paper/{council.Paper.Number}")).TryGetProperty("consultation", out var steps) && steps.GetArrayLength() > 0);
        Assert.False((await walk.ReadAsync($"/oparl/v1.1/agendaitem/{council.Item}")).TryGetProperty("consultation", out JsonElement _));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_decided_on_a_paper_stays_with_it_until_it_is_withdrawn(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenCouncil.InAsync(site);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var other = await site.WithDbAsync(async db =>
        {
            var paper = A.Paper(council.Body, await db.NextNumberAsync(Web.Data.Counter.Papers, default), "Keine Bänke", Publication.At(A.Moment));
            db.Papers.Add(paper);
            await db.SaveChangesAsync();
            return $"{paper.Number}";
        });
        Assert.True((await council.ResolveAsync(moderator)).Done);
        foreach (var change in new Func<AgendaLine, AgendaLine>[] { line => line with { Paper = other }, line => line with { Paper = null }, line => line with { Role = ConsultationRole.Recommendation } })
            Assert.IsType<ItemIsDecided>(await SaveAsync(site, council, moderator, line => line.Sign == "Ö 2" ? change(line) : line));
        Assert.Null(await SaveAsync(site, council, moderator, line => line.Sign == "Ö 2" ? line with { Name = "Zehn Bänke am Markt" } : line));
        Assert.True((await council.RetractAsync(moderator)).Done);
        Assert.Null(await SaveAsync(site, council, moderator, line => line.Sign == "Ö 2" ? line with { Paper = other } : line));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_meeting_of_another_body_takes_its_papers_along_unless_something_was_decided(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenCouncil.InAsync(site);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var bodies = await site.WithDbAsync(async db =>
        {
            var more = new[] { "Rat der Stadt", "Hauptausschuss" }.Select((name, index) => A.Body(index + 8, name)).ToList();
            db.Bodies.AddRange(more);
            await db.SaveChangesAsync();
            return more;
        });
        Assert.Null(await MoveAsync(bodies[0].Id));
        Assert.Equal(bodies[0].Id, await site.WithDbAsync(db => db.Consultations.Select(step => step.BodyId).SingleAsync()));
        Assert.Contains("Rat der Stadt", (await Browsing.Visitor(site).GetAsync(Links.Paper(council.Paper.Number, council.Paper.Name))).QuerySelector(".way")!.TextContent, StringComparison.Ordinal);
        Assert.True((await council.ResolveAsync(moderator)).Done);
        Assert.IsType<StillInUse>(await MoveAsync(bodies[1].Id));
        Assert.Equal(bodies[0].Id, await site.WithDbAsync(db => db.Meetings.Select(meeting => meeting.BodyId).SingleAsync()));

        async Task<Refusal?> MoveAsync(BodyId body)
        {
            var meeting = await site.WithDbAsync(db => db.Meetings.AsNoTracking().SingleAsync());
            var plan = new MeetingPlan(body, meeting.Name, meeting.State, false, meeting.Start, meeting.End, null, meeting.Note);
            return (await site.UseAsync<SaveMeeting, Outcome<int>>(save => save.ExecuteAsync(meeting.Number, plan, null, new(PublicationStep.Keep), [], meeting.Version, moderator, default))).Refusal;
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_follows_a_meeting_sees_its_agenda_change(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var meeting = await GivenMeeting.InAsync(site);
        Assert.Null(await SaveAsync(site, meeting, line => line));
        Assert.Equal(0, await EventsAsync());
        await meeting.OpenAsync();
        var before = await EventsAsync();
        Assert.Null(await SaveAsync(site, meeting, line => line.Sign == "Ö 2" ? line with { Name = "Sensornetz, Nachtrag" } : line));
        Assert.Equal(before + 1, await EventsAsync());
        var stored = await site.WithDbAsync(db => db.Meetings.AsNoTracking().SingleAsync());
        var plan = new MeetingPlan(stored.BodyId, stored.Name, stored.State, true, stored.Start, stored.End, null, stored.Note);
        Assert.True((await site.UseAsync<SaveMeeting, Outcome<int>>(save => save.ExecuteAsync(stored.Number, plan, null, new(PublicationStep.Keep), [], stored.Version, meeting.Moderator, default))).Done);
        Assert.Equal(before + 2, await EventsAsync());

        Task<int> EventsAsync() => site.WithDbAsync(db => db.ChannelEvents.CountAsync(happened => happened.ChannelKey == Channel.Meeting(meeting.Number) && happened.Kind == ChannelEventKind.FloorChanged));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_item_is_called_while_the_agenda_is_written_and_neither_fails(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var meeting = await GivenMeeting.InAsync(site);
        Assert.Null(await meeting.StepAsync(FloorStep.Begin));
        for (var round = 0; round < 6; round++)
        {
            var (name, order) = ($"Sensornetz {round}", 1 + (round % 2));
            var call = Task.Run(() => meeting.CallAsync(order));
            var saved = await SaveAsync(site, meeting, line => line.Sign == "Ö 2" ? line with { Name = name } : line);
            await call;
            Assert.True(saved is null or ChangedMeanwhile, saved?.ToString());
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_long_agenda_with_papers_asks_no_more_than_a_short_one(string database)
    {
        var counter = new QueryCounter();
        await using var site = await TestSite.StartAsync(database, services: counter.Register);
        var council = await GivenCouncil.InAsync(site);
        var staff = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var few = await CostAsync();
        await site.WithDbAsync(async db =>
        {
            var meeting = await db.Meetings.Include(candidate => candidate.Items).SingleAsync();
            for (var i = 0; i < 20; i++)
            {
                var item = meeting.AddItem(await db.NextNumberAsync(Web.Data.Counter.AgendaItems, default), new($"Ö {i + 9}", i + 4, $"Punkt {i}", true), A.Moment);
                var paper = A.Paper(council.Body, await db.NextNumberAsync(Web.Data.Counter.Papers, default), $"Vorlage {i}", Publication.At(A.Moment));
                paper.Consult(await db.NextNumberAsync(Web.Data.Counter.Consultations, default), new(council.Body.Id, meeting.Id, item.Id, ConsultationRole.Decision, true), A.Moment);
                db.Papers.Add(paper);
            }

            return await db.SaveChangesAsync();
        });
        Assert.Equal(few, await CostAsync());

        async Task<int> CostAsync()
        {
            var fields = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)(await staff.GetAsync(Links.EditAgenda(council.Meeting.Number))).QuerySelector("#tagesordnung")!);
            counter.Take();
            await staff.PostAsync(Links.EditAgenda(council.Meeting.Number), fields);
            Assert.Equal(HttpStatusCode.Redirect, staff.Last.StatusCode);
            return counter.Take();
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_preview_shows_the_agenda_as_everybody_will_see_it_and_saves_nothing(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenCouncil.InAsync(site);
        var staff = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var fields = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)(await staff.GetAsync(Links.EditAgenda(council.Meeting.Number))).QuerySelector("#tagesordnung")!);
        fields["Input.Items[1].Name"] = "Zwölf Bänke";
        var page = await staff.PostAsync(Links.EditAgenda(council.Meeting.Number) + "?handler=Preview", fields);
        var preview = page.QuerySelector("#ansicht .agenda")!;
        Assert.Contains("Zwölf Bänke", preview.TextContent, StringComparison.Ordinal);
        Assert.NotNull(preview.QuerySelector($"a[href='{Links.Paper(council.Paper.Number, council.Paper.Name)}']"));
        Assert.DoesNotContain(GivenCouncil.Secret, preview.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await site.WithDbAsync(db => db.AgendaItems.CountAsync(item => item.Name == "Zwölf Bänke")));
        await staff.PostAsync(Links.EditAgenda(council.Meeting.Number), Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("#tagesordnung")!));
        Assert.Equal(1, await site.WithDbAsync(db => db.AgendaItems.CountAsync(item => item.Name == "Zwölf Bänke")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_paper_keeps_all_its_planned_steps_and_its_preview_shows_its_way(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenCouncil.InAsync(site);
        var staff = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        await site.WithDbAsync(async db =>
        {
            var paper = await db.Papers.Include(candidate => candidate.Consultations).SingleAsync();
            for (var i = 0; i < 5; i++) paper.Consult(await db.NextNumberAsync(Web.Data.Counter.Consultations, default), new(council.Body.Id, null, null, (ConsultationRole)i, false), A.Moment);
            return await db.SaveChangesAsync();
        });
        var page = await staff.GetAsync(Links.EditPaper(council.Paper.Number));
        var fields = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("#vorlage")!);
        var preview = (await staff.PostAsync(Links.EditPaper(council.Paper.Number) + "?handler=Preview", fields)).QuerySelector("section[aria-labelledby=vorschau]")!;
        Assert.Contains(council.Paper.Name, preview.TextContent, StringComparison.Ordinal);
        Assert.Equal(6, preview.QuerySelectorAll(".way .phases__name").Count(name => name.TextContent is not "eingebracht"));
        Assert.NotNull(preview.QuerySelector($".way a[href='{Links.AgendaItem(council.Meeting.Number, council.Item)}']"));
        await staff.PostAsync(Links.EditPaper(council.Paper.Number), fields);
        Assert.Equal(HttpStatusCode.Redirect, staff.Last.StatusCode);
        Assert.Equal(6, await site.WithDbAsync(db => db.Consultations.CountAsync(step => step.DeletedAt == null)));
    }

    private static Task<Refusal?> SaveAsync(TestSite site, GivenCouncil council, Actor moderator, Func<AgendaLine, AgendaLine> change) => SaveAsync(site, council.Meeting.Number, moderator, change);

    private static Task<Refusal?> SaveAsync(TestSite site, GivenMeeting meeting, Func<AgendaLine, AgendaLine> change) => SaveAsync(site, meeting.Number, meeting.Moderator, change);

    private static async Task<Refusal?> SaveAsync(TestSite site, int number, Actor moderator, Func<AgendaLine, AgendaLine> change)
    {
        var (lines, version) = await site.WithDbAsync(async db =>
        {
            var meeting = await db.Meetings.AsNoTracking().Include(candidate => candidate.Items).SingleAsync(candidate => candidate.Number == number);
            var lines = new List<AgendaLine>();
            foreach (var item in meeting.Items.OrderBy(item => item.Order))
            {
                var step = await db.Consultations.AsNoTracking().FirstOrDefaultAsync(step => step.AgendaItemId == item.Id && step.DeletedAt == null);
                var paper = step is null ? null : await db.Papers.Where(paper => paper.Id == step.PaperId).Select(paper => $"{paper.Number}").SingleAsync();
                lines.Add(new AgendaLine(item.Number, item.Sign, item.Name, item.IsPublic, paper, step?.Role ?? ConsultationRole.Recommendation));
            }

            return (lines, meeting.Version);
        });
        return (await site.UseAsync<SaveAgenda, Outcome<int>>(save => save.ExecuteAsync(number, lines.ConvertAll(line => change(line)), version, moderator, default))).Refusal;
    }
}
