using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Tests.Council;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Search;

public sealed class SearchPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Ideas_processes_and_pages_are_found_by_all_words_whatever_the_spelling_of_umlauts(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.IdeaAsync(title: "Mehr Bänke am Markt");
        await given.IdeaAsync(title: "Radweg nach Lintorf", body: "Ein Radweg entlang der Bahn, gut beleuchtet.");
        var visitor = Browsing.Visitor(site);

        var ideas = await visitor.GetAsync("/suche?q=b%C3%A4nke+markt");
        Assert.Equal(["Mehr Bänke am Markt"], ideas.QuerySelectorAll("#ideen").SelectMany(_ => ideas.QuerySelectorAll(".idea-row__title a")).Select(link => link.TextContent));
        var process = await visitor.GetAsync("/suche?q=smart+city");
        Assert.Contains(process.QuerySelectorAll("[aria-labelledby=verfahren] a"), link => link.GetAttribute("href")!.StartsWith("/verfahren/", StringComparison.Ordinal));
        var page = await visitor.GetAsync("/suche?q=barrierefrei");
        Assert.Contains(page.QuerySelectorAll("[aria-labelledby=seiten] a"), link => link.GetAttribute("href") == Links.Page("barrierefreiheit"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Bodies_and_public_meetings_are_found_by_name_and_by_the_public_items_of_the_agenda(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenCouncil.InAsync(site);
        await site.WithDbAsync(async db =>
        {
            var meeting = A.Meeting(given.Body, 90, "Sondersitzung: Übergänge & Straßen im Café", start: TimeProvider.System.GetUtcNow());
            meeting.AddItem(900, new("Ö 1", 1, "Parkplätze", true), A.Moment);
            db.Meetings.Add(meeting);
            return await db.SaveChangesAsync();
        });
        var visitor = Browsing.Visitor(site);

        Assert.Equal([given.Body.Name], await FoundAsync(visitor, "gremien", "diga"));
        Assert.Equal([given.Body.Name], await FoundAsync(visitor, "gremien", "Ausschuss Digitalisierung"));
        foreach (var words in new[] { "DigA bänke", "BAENKE Markt", given.Meeting.Name }) Assert.Contains(given.Meeting.Name, await FoundAsync(visitor, "sitzungen", words));
        foreach (var words in new[] { "sondersitzung", "Sondersitzung: Übergänge & Straßen im Café", "uebergaenge strassen cafe", "ÜBERGÄNGE parkplätze Café" })
            Assert.Equal(["Sondersitzung: Übergänge & Straßen im Café"], await FoundAsync(visitor, "sitzungen", words));
        Assert.Contains("Ö 2 Bänke am Markt", (await visitor.GetAsync("/suche?q=b%C3%A4nke")).QuerySelector("[aria-labelledby=sitzungen]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_meetings_that_are_not_public_and_of_items_behind_closed_doors_nothing_is_found(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenCouncil.InAsync(site);
        await site.WithDbAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            db.Meetings.AddRange(
                A.Meeting(given.Body, 90, "Geheime Klausur", Publication.Draft), A.Meeting(given.Body, 91, "Geheime Runde", new Publication(A.Moment, A.Moment, "Falsch.")), A.Meeting(given.Body, 92, "Geheime Planung", Publication.At(now.AddDays(1))));
            var deleted = A.Meeting(given.Body, 93, "Geheime Vergangenheit");
            db.Meetings.Add(deleted);
            db.Entry(deleted).Property(nameof(CouncilRecord.DeletedAt)).CurrentValue = now;
            var dropped = (await db.Meetings.Include(meeting => meeting.Items).SingleAsync(meeting => meeting.Id == given.Meeting.Id)).AddItem(900, new("Ö 9", 9, "Geheimer Rest", true), now);
            db.Entry(dropped).Property(nameof(CouncilRecord.DeletedAt)).CurrentValue = now;
            return await db.SaveChangesAsync();
        });
        foreach (var browsing in new[] { Browsing.Visitor(site), await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Administrator)) })
            foreach (var words in new[] { GivenCouncil.Secret, "firma", "vertrag bänke", "Sitzung Vertrag", "geheime", "geheimer" })
                Assert.Empty(await FoundAsync(browsing, "sitzungen", words));
    }

    private static async Task<IEnumerable<string>> FoundAsync(Browsing browsing, string section, string words)
    {
        var page = await browsing.GetAsync("/suche?q=" + Uri.EscapeDataString(words));
        Assert.Equal(200, (int)browsing.Last.StatusCode);
        return page.QuerySelectorAll($"[aria-labelledby={section}] h3 a").Select(link => link.TextContent);
    }

    [Fact]
    public async Task Nothing_found_says_so_and_offers_a_way_on()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync("/suche?q=xyzzy");
        Assert.Equal(200, (int)visitor.Last.StatusCode);
        Assert.Contains("xyzzy", page.QuerySelector("[role=status].lead")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".empty a[href='{Links.NewIdea}']"));
    }

    [Theory]
    [InlineData("%22%27%29%28*%3A%5E")]
    [InlineData("AND+OR+NOT+NEAR%281%2C2%29")]
    [InlineData("%25_%5C%25")]
    [InlineData("%3Cscript%3Ealert%281%29%3C%2Fscript%3E")]
    [InlineData("%F0%9F%9A%B2")]
    [InlineData("+++")]
    public async Task Any_text_is_an_answer_never_an_error(string text)
    {
        await using var site = await TestSite.StartAsync();
        await new Given(site).IdeaAsync();
        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync("/suche?q=" + text);
        Assert.Equal(200, (int)visitor.Last.StatusCode);
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        await visitor.GetAsync("/ideen?q=" + text);
        Assert.Equal(200, (int)visitor.Last.StatusCode);
    }

    [Fact]
    public async Task Hidden_ideas_are_not_found()
    {
        await using var site = await TestSite.StartAsync();
        await new Given(site).IdeaAsync(title: "Verborgene Bänke");
        await site.WithDbAsync(db => db.Ideas.ExecuteUpdateAsync(set => set.SetProperty(idea => idea.HiddenAt, DateTimeOffset.UnixEpoch)));
        Assert.Null((await Browsing.Visitor(site).GetAsync("/suche?q=verborgene")).QuerySelector("#ideen"));
    }

    [Fact]
    public async Task Each_active_filter_of_the_list_is_a_chip_that_removes_it_alone()
    {
        await using var site = await TestSite.StartAsync();
        await new Given(site).IdeaAsync();
        var page = await Browsing.Visitor(site).GetAsync("/ideen?q=b%C3%A4nke&stand=Published&sortierung=neu");
        Assert.Equal(["/ideen?stand=Published&sortierung=neu", "/ideen?q=b%C3%A4nke&sortierung=neu"], page.QuerySelectorAll("a.chip").Select(chip => chip.GetAttribute("href")!));
    }
}
