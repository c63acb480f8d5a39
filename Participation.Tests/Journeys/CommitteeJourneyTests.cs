using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Shared;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>From an idea to what came of it: paper, meeting, resolution, result and measure, all made in the browser by one moderator; whoever took part is told of each once.</summary>
public sealed class CommitteeJourneyTests(LiveSite live) : IClassFixture<LiveSite>
{
    private const string Process = "schatten-in-der-stadt";

    [Fact]
    public async Task An_idea_becomes_a_resolution_a_result_and_a_milestone_and_each_person_is_told_of_each_once()
    {
        var given = new Given(live.Site);
        var (author, voter, writer, moderator) = (await given.PersonAsync(name: "Anna am Markt"), await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        // Whoever takes part in both ideas is told no more often than the others.
        var (idea, other) = (await given.IdeaAsync(author, Process, "Schatten am Markt"), await given.IdeaAsync(author, Process, "Trinkbrunnen am Markt"));
        foreach (var number in new[] { idea, other })
        {
            Assert.True((await live.Site.UseAsync<TakeStance, Outcome<StanceCounts>>(take => take.ExecuteAsync(number, StanceKind.For, voter, default))).Done);
            Assert.True((await live.Site.UseAsync<PostComment, Outcome<PostedComment>>(post => post.ExecuteAsync(new CommentInput(number, null, CommentLabel.For, "Gerne bald.", $"weg-{number}"), writer, default))).Done);
        }

        var desk = await live.OpenAsync();
        var complaints = await Complaints.OfAsync(desk);
        await live.SignInByCookieAsync(desk, moderator);
        await PublishAsync(desk, Links.NewPaper, "#vorlage", new() { ["Input.Name"] = "Schatten und Wasser am Markt", ["Input.Reference"] = "101/2026", ["Input.Ideas"] = $"{idea}, {other}" });
        var paper = await live.Site.WithDbAsync(db => db.Papers.Where(row => row.Reference == "101/2026").Select(row => row.Number).SingleAsync());
        await desk.GotoAsync(Links.NewMeeting);
        await desk.Locator("[name='Input.Body']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await PublishAsync(desk, null, "#sitzung", new() { ["Input.Name"] = "Sitzung zum Markt", ["Input.Start"] = "2026-11-05T17:00" });
        var meeting = await live.Site.WithDbAsync(db => db.Meetings.Where(row => row.Name == "Sitzung zum Markt").Select(row => row.Number).SingleAsync());
        await desk.GotoAsync(Links.EditAgenda(meeting));
        await desk.Locator("[name='Input.Items[0].Role']").SelectOptionAsync("Decision");
        await FillAndSendAsync(desk, "#tagesordnung", new() { ["Input.Items[0].Sign"] = "Ö 1", ["Input.Items[0].Name"] = "Schatten und Wasser am Markt", ["Input.Items[0].Paper"] = paper.ToString(CultureInfo.InvariantCulture) });

        // The moderator writes half of the resolution, closes the window, and goes on another day.
        var item = await live.Site.WithDbAsync(db => db.AgendaItems.Where(row => db.Meetings.Any(home => home.Id == row.MeetingId && home.Number == meeting)).Select(row => row.Number).SingleAsync());
        await desk.GotoAsync(Links.EditResolution(item));
        await desk.Locator("[name='Input.Text']").FillAsync("Der Markt bekommt vier Sonnensegel und einen Brunnen.");
        await Expect(desk.Locator("[data-kept]")).Not.ToBeEmptyAsync();
        await desk.GotoAsync(Links.Manage);
        await desk.GotoAsync(Links.EditResolution(item));
        await Expect(desk.Locator("[name='Input.Text']")).ToHaveValueAsync("Der Markt bekommt vier Sonnensegel und einen Brunnen.");
        await desk.Locator("[name='Input.Organisation']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await FillAndSendAsync(desk, "#beschluss", new() { ["Input.Yes"] = "12", ["Input.No"] = "3", ["Input.Abstentions"] = "1", ["Input.Answer"] = "Beides wird im nächsten Jahr gebaut." });

        await desk.GotoAsync(Links.NewResult);
        await desk.Locator("[name='Input.Process']").SelectOptionAsync(Process);
        await PublishAsync(desk, null, "#ergebnis", new() { ["Input.Title"] = "Schatten in der Stadt: das Ergebnis", ["Input.Summary"] = "Beides kommt.", ["Input.Adopted"] = $"{{{{idea {idea}}}}}\n\n{{{{paper {paper}}}}}" });
        await desk.GotoAsync(Links.NewMeasure);
        await desk.Locator("[name='Input.Field']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await desk.Locator("[name='Input.Organisation']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await desk.Locator("[name='Input.Status']").SelectOptionAsync("Implemented");
        await PublishAsync(desk, null, "#massnahme", new()
        {
            ["Input.Title"] = "Sonnensegel am Markt", ["Input.Description"] = "Vier Segel.", ["Input.Progress"] = "100", ["Input.Ideas"] = $"{idea}, {other}",
            ["Input.Milestones[0].Title"] = "Segel hängen", ["Input.Milestones[0].DueOn"] = "2026-11-10", ["Input.Milestones[0].DoneOn"] = "2026-11-09",
        });

        // What a citizen reads, on a phone, from the idea to the milestone.
        var phone = await live.OpenAsync(width: 390);
        await phone.GotoAsync(Links.Idea(idea));
        await Expect(phone.Locator("main")).ToContainTextAsync("Angenommen");
        await Expect(phone.Locator("main")).ToContainTextAsync("Beides wird im nächsten Jahr gebaut.");
        await phone.Locator($"main a[href^='/vorlagen/{paper}/']").First.ClickAsync();
        await Expect(phone.Locator("main")).ToContainTextAsync("Der Markt bekommt vier Sonnensegel und einen Brunnen.");
        await Expect(phone.Locator("main")).ToContainTextAsync("beschlossen");
        await phone.GotoAsync(Links.Results);
        await phone.GetByRole(AriaRole.Link, new() { Name = "Schatten in der Stadt: das Ergebnis" }).ClickAsync();
        await Expect(phone.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Schatten am Markt" }).First).ToBeVisibleAsync();
        await Expect(phone.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Schatten und Wasser am Markt" }).First).ToBeVisibleAsync();
        await phone.GotoAsync(Links.Idea(idea));
        await phone.GetByRole(AriaRole.Link, new() { Name = "Sonnensegel am Markt" }).First.ClickAsync();
        await Expect(phone.Locator("main")).ToContainTextAsync("Segel hängen");

        NotificationKind[] each = [NotificationKind.PaperIntroduced, NotificationKind.ResolutionPublished, NotificationKind.ResultPublished, NotificationKind.MeasureImplemented];
        var told = await live.Site.WithDbAsync(db => db.Notifications.AsNoTracking().Where(entry => each.Contains(entry.Kind)).ToListAsync());
        foreach (var person in new[] { author, voter, writer }) Assert.Equal(each, told.Where(entry => entry.PersonId == person.Person).Select(entry => entry.Kind).Order());
        Assert.DoesNotContain(told, entry => entry.PersonId == moderator.Person);
        Assert.Empty(complaints.Met);
    }

    [Fact]
    public async Task A_text_is_discussed_passage_by_passage_and_who_wrote_reads_what_became_of_it()
    {
        var given = new Given(live.Site);
        await given.ProcessAsync("leitlinien-des-marktes");
        var (writer, moderator) = (await given.PersonAsync(name: "Jan am Anger"), await given.PersonAsync(Role.Moderator));
        var desk = await live.OpenAsync();
        var complaints = await Complaints.OfAsync(desk);
        await live.SignInByCookieAsync(desk, moderator);
        await desk.GotoAsync(Links.NewText);
        await desk.Locator("[name='Input.Process']").SelectOptionAsync("leitlinien-des-marktes");
        await PublishAsync(desk, null, "#text", new() { ["Input.Title"] = "Leitlinien für den Markt", ["Input.Lead"] = "Was fehlt?", ["Input.Whole"] = "# Aufenthalt\n\nDer Markt bekommt vier Bänke.\n\nAbends ist es hell." });
        var (text, passage) = await live.Site.WithDbAsync(db => db.TextPassages.Where(row => row.Text.Title == "Leitlinien für den Markt" && row.Position == 1).Select(row => new ValueTuple<int, int>(row.Text.Number, row.Number)).SingleAsync());

        // Two people read the same passage; what one writes reaches the other without a reload.
        var (phone, reader) = (await live.OpenAsync(width: 390), await live.OpenAsync());
        await live.SignInByCookieAsync(phone, writer);
        await phone.GotoAsync(Links.Texts);
        await phone.GetByRole(AriaRole.Link, new() { Name = "Leitlinien für den Markt" }).ClickAsync();
        await phone.Locator($"main a[href='{Links.Passage(passage)}']").ClickAsync();
        await reader.GotoAsync(Links.Passage(passage));
        await Expect(reader.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");
        await phone.Locator("form[data-comment-form] textarea").FillAsync("Vier reichen nicht, es müssen **acht** sein.");
        await phone.Locator("form[data-comment-form] .kern-btn--primary").ClickAsync();
        await Expect(phone.Locator("#beitrag-1 strong")).ToHaveTextAsync("acht");
        await reader.Locator("[data-new-items]").ClickAsync();
        await Expect(reader.Locator("#beitrag-1")).ToContainTextAsync("Jan am Anger");

        // The moderator sees what the change does before saving it, and the writer is told why.
        await desk.GotoAsync(Links.EditText(text));
        await desk.Locator("[name='Input.Whole']").FillAsync("# Aufenthalt\n\nDer Markt bekommt acht Bänke.\n\nAbends ist es hell.");
        await desk.Locator("button[value=vorschau]").ClickAsync();
        await Expect(desk.Locator("[data-changes]")).ToContainTextAsync("1 geändert, 0 neu, 0 fallen weg");
        await FillAndSendAsync(desk, "#text", new() { ["Input.Note"] = "Acht statt vier, wie gewünscht." });
        await phone.GotoAsync(Links.Inbox);
        var entry = phone.Locator("main li", new() { HasText = "Leitlinien für den Markt" });
        await Expect(entry).ToContainTextAsync("Acht statt vier, wie gewünscht.");
        await entry.Locator($"a[href='{Links.Passage(passage)}']").ClickAsync();
        await Expect(phone.Locator("blockquote.text-quote")).ToContainTextAsync("acht Bänke");
        await Expect(phone.Locator("#beitrag-1")).ToContainTextAsync("Vier reichen nicht");
        await phone.GotoAsync(Links.TextVersions(text));
        await Expect(phone.Locator("main ins").First).ToContainTextAsync("acht");
        Assert.Empty(complaints.Met);
    }

    private static async Task PublishAsync(IPage page, string? address, string form, Dictionary<string, string> fields)
    {
        if (address is not null) await page.GotoAsync(address);
        await page.Locator($"{form} [name='Input.Publish.Step'][value=Publish]").CheckAsync();
        await FillAndSendAsync(page, form, fields);
    }

    private static async Task FillAndSendAsync(IPage page, string form, Dictionary<string, string> fields)
    {
        foreach (var (name, value) in fields) await page.Locator($"{form} [name='{name}']").FillAsync(value);
        await page.Locator($"{form} .form-end .kern-btn--primary").ClickAsync();
        await Expect(page.Locator(".flash--page")).ToBeVisibleAsync();
    }
}
