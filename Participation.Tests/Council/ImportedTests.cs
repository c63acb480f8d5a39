using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Tests.Council.Oparl;
using Participation.Tests.Support;
using Participation.Web.Council.Desk;
using Participation.Web.Editing;
using Participation.Web.Shared;

namespace Participation.Tests.Council;

/// <summary>What comes from another council system is changed there; whether it is read here, a moderator says.</summary>
public sealed class ImportedTests
{
    private const string Form = "#uebernommen";
    private const string Reason = "Eine Adresse steht darin.";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_kind_is_taken_out_of_view_with_a_reason_stays_there_and_comes_back(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenAsync(site);
        var (staff, visitor) = (await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)), Browsing.Visitor(site));
        var walk = new OparlWalk(OparlWalk.Client(site));
        (DeskArea Area, int Number, string Edit, string? Page, string Oparl)[] all =
        [
            (DeskArea.Papers, council.Paper.Number, Links.EditPaper(council.Paper.Number), Links.Paper(council.Paper.Number, council.Paper.Name), "paper"),
            (DeskArea.Meetings, council.Meeting.Number, Links.EditMeeting(council.Meeting.Number), Links.Meeting(council.Meeting.Number, council.Meeting.Name), "meeting"),
            (DeskArea.People, 1, Links.EditCouncilPerson(1), null, "person"),
            (DeskArea.Bodies, council.Body.Number, Links.EditBody(council.Body.Number), Links.Body(council.Body.Number, council.Body.Name), "organization"),
            (DeskArea.Terms, 1, Links.EditTerm(1), null, "legislativeterm"),
        ];
        foreach (var (area, number, edit, page, oparl) in all)
        {
            var address = Links.ShowImported(area, number);
            if (area is not DeskArea.Papers)
            {
                await staff.GetAsync(edit);
                Assert.Equal((HttpStatusCode.Redirect, address), (staff.Last.StatusCode, staff.Last.Headers.Location?.ToString()));
            }
            else Assert.NotNull((await staff.GetAsync(edit)).QuerySelector($"a[href='{address}']"));

            Assert.Contains("So lassen", (await staff.GetAsync(address)).QuerySelector(Form)!.TextContent, StringComparison.Ordinal);
            // Without a reason nothing happens.
            var refused = await staff.SubmitAsync(address, Form, new() { ["Input.Publish.Step"] = "Withdraw" });
            Assert.Equal(HttpStatusCode.BadRequest, staff.Last.StatusCode);
            Assert.NotNull(refused.QuerySelector("#fehler a[href='#Input_Publish_Reason']"));
            await staff.SubmitAsync(address, Form, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = Reason });
            Assert.Equal((area, HttpStatusCode.Redirect), (area, staff.Last.StatusCode));
            if (page is not null)
            {
                var gone = await visitor.GetAsync(page);
                Assert.Equal((area, HttpStatusCode.Gone), (area, visitor.Last.StatusCode));
                Assert.Contains(Reason, gone.Body!.TextContent, StringComparison.Ordinal);
            }

            Assert.True((await walk.ReadAsync($"{Links.OparlRoot}/{oparl}/{number}")).GetProperty("deleted").GetBoolean());
        }

        // An import says something new of all of it; it stays where it is.
        await site.WithDbAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var (paper, meeting) = (await db.Papers.SingleAsync(), await db.Meetings.SingleAsync());
            Assert.True(paper.Renew(new("Anders genannt", paper.Reference, paper.Date, paper.PaperType, paper.UnderDirectionOfId, paper.Summary), now));
            Assert.True(meeting.Renew(new(meeting.BodyId, "Anders genannt", meeting.State, false, meeting.Start, meeting.End, meeting.LocationId, meeting.Note), now));
            return await db.SaveChangesAsync();
        });
        foreach (var page in (string[])[Links.Paper(council.Paper.Number, "Anders genannt"), Links.Meeting(council.Meeting.Number, "Anders genannt")])
        {
            await visitor.GetAsync(page);
            Assert.Equal((page, HttpStatusCode.Gone), (page, visitor.Last.StatusCode));
        }

        foreach (var (area, number, _, _, oparl) in all.Reverse())
        {
            await staff.SubmitAsync(Links.ShowImported(area, number), Form, new() { ["Input.Publish.Step"] = "Publish" });
            Assert.Equal((area, HttpStatusCode.Redirect), (area, staff.Last.StatusCode));
            Assert.False((await walk.ReadAsync($"{Links.OparlRoot}/{oparl}/{number}")).TryGetProperty("deleted", out _));
        }

        await visitor.GetAsync(Links.Paper(council.Paper.Number, "Anders genannt"));
        Assert.Equal(HttpStatusCode.OK, visitor.Last.StatusCode);
        // Calendars took the meeting out and put it back.
        Assert.True(await site.WithDbAsync(db => db.Meetings.Select(meeting => meeting.Sequence).SingleAsync()) >= 3);
        Assert.Equal(10, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "imported.show" || entry.Action == "imported.withdraw")));
        await site.UseAsync<PublishDue>(due => due.ExecuteAsync(default));
        Assert.Equal(0, await site.WithDbAsync(db => db.Papers.CountAsync(paper => paper.AnnouncedAt == null)));
    }

    /// <summary>Two look at it; one takes it out of view, and the other one does not put it back unread. A body that something public needs stays.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_slower_of_two_reads_how_it_is_and_a_body_does_not_go_before_what_it_does(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenAsync(site);
        var given = new Given(site);
        var (fast, slow) = (await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator, "Frau Schnell")), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
        var address = Links.ShowImported(DeskArea.Papers, council.Paper.Number);
        Dictionary<string, string> seen = new(Browsing.Fields((IHtmlFormElement)(await slow.GetAsync(address)).QuerySelector(Form)!)) { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Anders begründet." };
        await fast.SubmitAsync(address, Form, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = Reason });
        var page = await slow.PostAsync(address, seen);
        Assert.Equal(HttpStatusCode.Conflict, slow.Last.StatusCode);
        Assert.Contains("Frau Schnell", page.QuerySelector("[aria-labelledby=inzwischen]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([EditingTexts.WithdrawReason], page.QuerySelectorAll("[aria-labelledby=inzwischen] h3").Select(label => label.TextContent));
        Assert.Contains("Anders", page.QuerySelector("[aria-labelledby=inzwischen] ins")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Reason, await site.WithDbAsync(db => db.Papers.Select(paper => paper.Publication.Reason).SingleAsync()));

        // Sent twice is sent once; and whoever opened the page while it was out of view does not take it there again unread.
        var fields = Browsing.Fields((IHtmlFormElement)(await slow.GetAsync(address)).QuerySelector(Form)!);
        await slow.PostAsync(address, new(seen) { ["Input.Publish.Reason"] = Reason });
        Assert.Equal(HttpStatusCode.Redirect, slow.Last.StatusCode);
        await fast.SubmitAsync(address, Form, new() { ["Input.Publish.Step"] = "Publish" });
        await slow.PostAsync(address, new(fields) { ["Input.Publish.Step"] = "Publish" });
        Assert.Equal(HttpStatusCode.Conflict, slow.Last.StatusCode);
        // What an import changed meanwhile does not keep it in view.
        var opened = Browsing.Fields((IHtmlFormElement)(await fast.GetAsync(address)).QuerySelector(Form)!);
        await site.WithDbAsync(async db =>
        {
            (await db.Papers.SingleAsync()).Touch(TimeProvider.System.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        await fast.PostAsync(address, new(opened) { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = Reason });
        Assert.Equal(HttpStatusCode.Redirect, fast.Last.StatusCode);

        page = await fast.SubmitAsync(Links.ShowImported(DeskArea.Bodies, council.Body.Number), Form, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = Reason });
        Assert.Equal(HttpStatusCode.Conflict, fast.Last.StatusCode);
        Assert.Contains(council.Meeting.Name, page.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);

        // Once the body is out of view, nothing of it appears before it.
        await fast.SubmitAsync(Links.ShowImported(DeskArea.Meetings, council.Meeting.Number), Form, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = Reason });
        await fast.SubmitAsync(Links.ShowImported(DeskArea.Bodies, council.Body.Number), Form, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = Reason });
        Assert.Equal(HttpStatusCode.Redirect, fast.Last.StatusCode);
        page = await fast.SubmitAsync(address, Form, new() { ["Input.Publish.Step"] = "Publish" });
        Assert.Equal(HttpStatusCode.BadRequest, fast.Last.StatusCode);
        Assert.Contains(council.Body.Name, page.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A form that was open before it was known where a record comes from leads to the page for it, and changes nothing.</summary>
    [Fact]
    public async Task The_forms_of_what_is_written_here_change_nothing_that_comes_from_elsewhere()
    {
        await using var site = await TestSite.StartAsync();
        var council = await GivenAsync(site);
        var staff = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        foreach (var (area, number) in new[] { (DeskArea.Meetings, council.Meeting.Number), (DeskArea.Bodies, council.Body.Number), (DeskArea.Terms, 1), (DeskArea.People, 1) })
        {
            var form = Links.EditCouncil(area, number);
            foreach (var handler in (string[])["", "?handler=Delete"])
            {
                await staff.PostAsync(form + handler, new() { ["Input.Name"] = "Gefälscht" });
                Assert.Equal((area, HttpStatusCode.Redirect, Links.ShowImported(area, number)), (area, staff.Last.StatusCode, staff.Last.Headers.Location?.ToString()));
            }
        }

        Assert.Equal(0, await site.WithDbAsync(async db => await db.Meetings.CountAsync(meeting => meeting.Name == "Gefälscht" || meeting.DeletedAt != null) + await db.Bodies.CountAsync(body => body.Name == "Gefälscht" || body.DeletedAt != null)));
    }

    /// <summary>Only what is ours is in the form of a paper from elsewhere; what a program sends in place of the rest counts nothing.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_paper_from_elsewhere_is_given_ideas_here_and_nothing_else(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var council = await GivenAsync(site);
        var (idea, staff, address) = (await new Given(site).IdeaAsync(), await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)), Links.EditPaper(council.Paper.Number));
        var form = (IHtmlFormElement)(await staff.GetAsync(address)).QuerySelector("#vorlage")!;
        Assert.Equal(["Input.Ideas", "Input.Proposals", "Input.Version"], form.QuerySelectorAll("[name^='Input.']").Select(field => field.GetAttribute("name")!).Order(StringComparer.Ordinal));
        Dictionary<string, string> sent = new(Browsing.Fields(form)) { ["Input.Ideas"] = $"{idea}", ["Input.Name"] = "Gefälscht", ["Input.Summary"] = "Gefälscht", ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Gefälscht" };
        await staff.PostAsync(address, sent);
        Assert.Equal(HttpStatusCode.Redirect, staff.Last.StatusCode);
        Assert.Equal((council.Paper.Name, (string?)null, 1), await site.WithDbAsync(db => db.Papers.Select(paper => new ValueTuple<string, string?, int>(paper.Name, paper.Publication.Reason, paper.Ideas.Count)).SingleAsync()));

        var page = await staff.PostAsync(address, sent);
        Assert.Equal(HttpStatusCode.Conflict, staff.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("[aria-labelledby=inzwischen]"));
        sent["Input.Ideas"] = "alle";
        page = await staff.PostAsync(address, sent);
        Assert.Equal(HttpStatusCode.BadRequest, staff.Last.StatusCode);
        Assert.Equal("alle", page.QuerySelector("#Input_Ideas")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_written_here_or_nowhere_has_no_such_page_and_nobody_but_the_staff_uses_it()
    {
        await using var site = await TestSite.StartAsync();
        var council = await GivenAsync(site);
        var given = new Given(site);
        var (staff, citizen) = (await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)), await given.PersonAsync());
        Assert.IsType<NotAllowed>((await ShowAsync(site, DeskArea.Papers, council.Paper.Number, citizen)).Refusal);
        await site.WithDbAsync(db => db.Papers.ExecuteUpdateAsync(set => set.SetProperty(paper => paper.Origin, (string?)null)));
        foreach (var address in (string[])[Links.ShowImported(DeskArea.Papers, council.Paper.Number), Links.ShowImported(DeskArea.Terms, 99), "/verwaltung/meldungen/1/uebernommen", "/verwaltung/gibt-es-nicht/1/uebernommen"])
        {
            await staff.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, staff.Last.StatusCode));
            await staff.PostAsync(address, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = Reason });
            Assert.Equal((address, HttpStatusCode.NotFound), (address, staff.Last.StatusCode));
        }
    }

    private static Task<Outcome<int>> ShowAsync(TestSite site, DeskArea area, int number, Actor actor) =>
        site.UseAsync<ShowImported, Outcome<int>>(show => show.ExecuteAsync(area, number, new(PublicationStep.Withdraw, Reason: Reason), PublicationState.Published, actor, default));

    private static async Task<GivenCouncil> GivenAsync(TestSite site)
    {
        var council = await GivenCouncil.InAsync(site);
        await site.WithDbAsync(async db =>
        {
            db.AddRange(LegislativeTerm.Add(1, new("Elfte", null, null), A.Moment), CouncilPerson.Add(1, new("Anna Beispiel", null, null), A.Moment));
            await db.SaveChangesAsync();
            await FromElsewhereAsync(db.Meetings);
            await FromElsewhereAsync(db.AgendaItems);
            await FromElsewhereAsync(db.Papers);
            await FromElsewhereAsync(db.Consultations);
            await FromElsewhereAsync(db.Bodies);
            await FromElsewhereAsync(db.LegislativeTerms);
            return await FromElsewhereAsync(db.CouncilPeople);
        });
        return council;
    }

    private static Task<int> FromElsewhereAsync<T>(IQueryable<T> records) where T : CouncilRecord => records.ExecuteUpdateAsync(set => set.SetProperty(record => record.Origin, record => "https://rat.example/" + record.Number));
}
