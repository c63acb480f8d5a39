using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Editing;
using Participation.Web.Shared;

namespace Participation.Tests.Council;

/// <summary>A new term is prepared before its first day: its committees and members are the team's until they appear, at once or by themselves.</summary>
public sealed class PreparedCouncilTests
{
    private const string Body = "Ausschuss für Bänke";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_prepared_is_the_teams_until_its_time_and_then_everywhere_at_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (browsing, visitor) = (await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)), Browsing.Visitor(site));
        await SendAsync(browsing, Links.NewTerm, "#wahlperiode", Planned(new() { ["Input.Name"] = "Wahlperiode 2030–2035" }));
        await SendAsync(browsing, Links.NewBody, "#gremium", Planned(new() { ["Input.Name"] = Body, ["Input.Terms"] = "1" }));
        await SendAsync(browsing, Links.NewCouncilPerson, "#ratsmitglied", Planned(new() { ["Input.Name"] = "Anna Beispiel", ["Input.Seats[0].Body"] = "1", ["Input.Seats[0].Role"] = "Vorsitz", ["Input.Seats[0].StartsOn"] = "2098-11-01" }));
        // A paper that is public already is to go there.
        await SendAsync(browsing, Links.NewPaper, "#vorlage", new() { ["Input.Name"] = "Zehn Bänke", ["Input.Body"] = "1", ["Input.Planned[0].Body"] = "1", ["Input.Planned[0].Role"] = "Decision" });
        await site.WithDbAsync(db => db.Papers.ExecuteUpdateAsync(set => set.SetProperty(paper => paper.Publication.From, (DateTimeOffset?)A.Moment).SetProperty(paper => paper.AnnouncedAt, (DateTimeOffset?)A.Moment)));

        string[] pages = [Links.Bodies, Links.PapersOf(null, 1, 1), Links.Paper(1, "Zehn Bänke"), $"{Links.Search}?q=Ausschuss", "/sitemap.xml", .. Lists];
        foreach (var page in pages) Assert.DoesNotContain(Body, await TextAsync(visitor, page), StringComparison.Ordinal);
        foreach (var gone in new[] { Links.Body(1, Body), "/oparl/v1.1/organization/1", "/oparl/v1.1/person/1", "/oparl/v1.1/membership/1", "/oparl/v1.1/legislativeterm/1", "/oparl/v1.1/consultation/1", "/gremien/1/kalender.ics" })
            Assert.Equal((gone, HttpStatusCode.NotFound), (gone, (await visitor.Client.GetAsync(gone)).StatusCode));
        Assert.NotNull((await browsing.GetAsync(Links.Body(1, Body))).QuerySelector("[role=note]"));
        Assert.Contains($"{Body} (", (await browsing.GetAsync(Links.NewMeeting)).QuerySelector("#Input_Body")!.TextContent, StringComparison.Ordinal);
        foreach (var area in new[] { "Terms", "Bodies", "People" }) Assert.Single((await browsing.GetAsync($"{Links.ManageCouncil}?bereich={area}&stand=Scheduled")).QuerySelectorAll(".queue li"));

        // That a body is to come earlier is nobody's business: nothing that is public changed.
        await LongAgoAsync(site);
        await SendAsync(browsing, Links.EditBody(1), "#gremium", new() { ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = "2099-02-02T10:00" });
        Assert.Equal((A.Moment, A.Moment), await site.WithDbAsync(async db => (await db.Papers.Select(paper => paper.ChangedAt).SingleAsync(), await db.Consultations.Select(step => step.ChangedAt).SingleAsync())));
        await LongAgoAsync(site);
        var asked = TimeProvider.System.GetUtcNow();
        await DueAsync(site);
        Assert.DoesNotContain("term.announce", await ActionsAsync(site));
        await TimePassesAsync(site);
        await Task.WhenAll(DueAsync(site), DueAsync(site));
        await DueAsync(site);
        Assert.Equal(["body.announce", "council-person.announce", "term.announce"], (await ActionsAsync(site)).Where(action => action.EndsWith(".announce", StringComparison.Ordinal)).Order());
        Assert.Contains(Body, await TextAsync(visitor, Links.Bodies), StringComparison.Ordinal);
        Assert.Matches(@"Anna Beispiel(?s:.{0,400})ab 1\.\s+November\s+2098", await TextAsync(visitor, Links.Body(1, Body)));
        Assert.Contains(Body, await TextAsync(visitor, Links.Paper(1, "Zehn Bänke")), StringComparison.Ordinal);
        // Who asks for what changed since they last asked learns of all of it.
        foreach (var list in Lists.Append("/oparl/v1.1/body/1/paper"))
        {
            var since = JsonDocument.Parse(await visitor.Client.GetStringAsync($"{list}?modified_since={Uri.EscapeDataString(asked.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture))}"));
            Assert.True(since.RootElement.GetProperty("data").GetArrayLength() == 1, list);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task No_meeting_appears_before_its_body_and_no_body_leaves_before_its_meetings(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        await SendAsync(browsing, Links.NewBody, "#gremium", new() { ["Input.Name"] = Body });
        Dictionary<string, string> meeting = new() { ["Input.Body"] = "1", ["Input.Name"] = "Erste Sitzung", ["Input.Start"] = "2099-04-01T17:00", ["Input.Publish.Step"] = "Publish" };
        var refused = await browsing.SubmitAsync(Links.NewMeeting, "#sitzung", meeting);
        Assert.NotNull(refused.QuerySelector("#fehler a[href='#Input_Body']"));
        await browsing.SubmitAsync(Links.NewMeeting, "#sitzung", new(meeting) { ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = "2099-03-01T10:00" });
        Assert.NotEqual(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        refused = await browsing.SubmitAsync(Links.NewPaper, "#vorlage", new() { ["Input.Name"] = "Zehn Bänke", ["Input.Body"] = "1", ["Input.Publish.Step"] = "Publish" });
        Assert.NotNull(refused.QuerySelector("#fehler a[href='#Input_Body']"));
        Assert.Equal((0, 0), await site.WithDbAsync(async db => (await db.Meetings.CountAsync(), await db.Papers.CountAsync())));
        await SendAsync(browsing, Links.NewMeeting, "#sitzung", new(meeting) { ["Input.Publish.Step"] = "Keep" });
        await SendAsync(browsing, Links.EditBody(1), "#gremium", Planned([]));
        await browsing.SubmitAsync(Links.EditMeeting(1), "#sitzung", new() { ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = "2099-02-01T10:00" });
        Assert.NotEqual(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        await SendAsync(browsing, Links.EditMeeting(1), "#sitzung", new() { ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = "2099-03-02T10:00" });

        // The body is needed on the second of March, so it may come earlier, and not later or never.
        foreach (var (step, at, status) in new[] { ("Withdraw", "", 409), ("Schedule", "2099-03-03T10:00", 409), ("Schedule", "2099-02-03T10:00", 302), ("Publish", "", 302) })
        {
            await browsing.SubmitAsync(Links.EditBody(1), "#gremium", new() { ["Input.Publish.Step"] = step, ["Input.Publish.At"] = at });
            Assert.Equal((step, at, status), (step, at, (int)browsing.Last.StatusCode));
        }

        Dictionary<string, string> withdraw = new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Aus Versehen." };
        var kept = await browsing.SubmitAsync(Links.EditBody(1), "#gremium", withdraw);
        Assert.Contains("Erste Sitzung", kept.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        await SendAsync(browsing, Links.EditMeeting(1), "#sitzung", new() { ["Input.Publish.Step"] = "Withdraw" });
        await SendAsync(browsing, Links.EditBody(1), "#gremium", withdraw);
        var visitor = Browsing.Visitor(site);
        Assert.Contains("Aus Versehen.", (await visitor.GetAsync(Links.Body(1, Body))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        Assert.True(JsonDocument.Parse(await visitor.Client.GetStringAsync("/oparl/v1.1/organization/1")).RootElement.GetProperty("deleted").GetBoolean());
    }

    /// <summary>The committee and its first agenda are prepared, then the committee appears; the way of the paper, hidden until then, stands in nobody's way.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_body_appears_though_a_public_paper_goes_there_and_is_not_taken_for_a_form_sent_twice(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        await SendAsync(browsing, Links.NewBody, "#gremium", new() { ["Input.Name"] = Body });
        await SendAsync(browsing, Links.NewPaper, "#vorlage", new() { ["Input.Name"] = "Zehn Bänke", ["Input.Planned[0].Body"] = "1", ["Input.Planned[0].Role"] = "Decision", ["Input.Publish.Step"] = "Publish" });
        await browsing.SubmitAsync(Links.NewBody, "#gremium", new() { ["Input.Name"] = Body, ["Input.Publish.Step"] = "Publish" });
        Assert.NotEqual(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        await SendAsync(browsing, Links.EditBody(1), "#gremium", Planned([]));
        await SendAsync(browsing, Links.EditBody(1), "#gremium", new() { ["Input.Publish.Step"] = "Withdraw" });
        await SendAsync(browsing, Links.EditBody(1), "#gremium", new() { ["Input.Publish.Step"] = "Publish" });
        Assert.Contains(Body, await TextAsync(Browsing.Visitor(site), Links.Paper(1, "Zehn Bänke")), StringComparison.Ordinal);
        await browsing.SubmitAsync(Links.EditBody(1), "#gremium", new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Aus Versehen." });
        Assert.Equal(409, (int)browsing.Last.StatusCode);
    }

    [Fact]
    public async Task It_is_looked_at_before_it_is_saved()
    {
        await using var site = await TestSite.StartAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        await SendAsync(browsing, Links.NewBody, "#gremium", new() { ["Input.Name"] = Body });
        foreach (var (address, form, fields, shown) in new (string, string, Dictionary<string, string>, string)[]
        {
            (Links.NewTerm, "#wahlperiode", new() { ["Input.Name"] = "Wahlperiode <neu>", ["Input.StartsOn"] = "2030-11-01" }, "Wahlperiode <neu>"),
            (Links.NewBody, "#gremium", new() { ["Input.Name"] = "Ausschuss <neu>", ["Input.Note"] = "Berät über Neues." }, "Berät über Neues."),
            (Links.NewCouncilPerson, "#ratsmitglied", new() { ["Input.Name"] = "Anna <Beispiel>", ["Input.Seats[0].Body"] = "1", ["Input.Seats[0].Role"] = "Vorsitz" }, "Anna <Beispiel>, Vorsitz"),
        })
        {
            var page = await browsing.SubmitAsync(address, form, fields, "button[value=vorschau]");
            Assert.Contains(shown, page.QuerySelector("#ansicht .preview")!.TextContent, StringComparison.Ordinal);
            await browsing.SubmitAsync(address, form, new() { ["Input.Name"] = "" }, "button[value=vorschau]");
            Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
            await browsing.SubmitAsync(address, form, new(fields) { ["Input.Publish.Step"] = "Schedule" });
            Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        }

        Assert.Equal((0, 1, 0), await site.WithDbAsync(async db => (await db.LegislativeTerms.CountAsync(), await db.Bodies.CountAsync(), await db.CouncilPeople.CountAsync())));
    }

    private static readonly string[] Lists = ["/oparl/v1.1/body/1/organization", "/oparl/v1.1/body/1/person", "/oparl/v1.1/body/1/membership", "/oparl/v1.1/body/1/legislativeterm", "/oparl/v1.1/body/1/consultation"];

    private static Dictionary<string, string> Planned(Dictionary<string, string> fields) => new(fields) { ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = "2099-03-01T10:00" };

    private static async Task<string> TextAsync(Browsing browsing, string address)
    {
        var answer = await browsing.Client.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Nothing changed for a long time.</summary>
    private static Task<int> LongAgoAsync(TestSite site) => site.WithDbAsync(async db =>
    {
        await db.LegislativeTerms.ExecuteUpdateAsync(set => set.SetProperty(record => record.ChangedAt, A.Moment));
        await db.Bodies.ExecuteUpdateAsync(set => set.SetProperty(record => record.ChangedAt, A.Moment));
        await db.CouncilPeople.ExecuteUpdateAsync(set => set.SetProperty(record => record.ChangedAt, A.Moment));
        await db.BodyMemberships.ExecuteUpdateAsync(set => set.SetProperty(record => record.ChangedAt, A.Moment));
        await db.Consultations.ExecuteUpdateAsync(set => set.SetProperty(record => record.ChangedAt, A.Moment));
        return await db.Papers.ExecuteUpdateAsync(set => set.SetProperty(record => record.ChangedAt, A.Moment));
    });

    private static Task<List<string>> ActionsAsync(TestSite site) => site.WithDbAsync(db => db.AuditEntries.Select(entry => entry.Action).ToListAsync());

    private static Task<int> TimePassesAsync(TestSite site) => site.WithDbAsync(async db =>
    {
        DateTimeOffset? from = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await db.Bodies.ExecuteUpdateAsync(set => set.SetProperty(body => body.Publication.From, from));
        await db.LegislativeTerms.ExecuteUpdateAsync(set => set.SetProperty(term => term.Publication.From, from));
        return await db.CouncilPeople.ExecuteUpdateAsync(set => set.SetProperty(person => person.Publication.From, from));
    });

    private static Task DueAsync(TestSite site) => site.UseAsync<PublishDue>(due => due.ExecuteAsync(default));

    private static async Task SendAsync(Browsing browsing, string page, string form, Dictionary<string, string> values)
    {
        var answer = await browsing.SubmitAsync(page, form, values);
        Assert.True((int)browsing.Last.StatusCode == 302, $"{page}: {(int)browsing.Last.StatusCode} {answer.QuerySelector("#fehler")?.TextContent}");
    }
}
