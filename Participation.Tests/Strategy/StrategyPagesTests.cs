using System.Net;
using System.Text.Json;
using Participation.Domain.Accounts;
using Participation.Domain.Strategy.Measures;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Strategy;

public sealed class StrategyPagesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_demo_city_shows_its_strategy_with_what_is_known_of_the_paper_and_what_is_overdue(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        var page = await Browsing.Visitor(site).GetAsync(Links.Strategy);
        var text = page.Body!.TextContent.Replace('\u00A0', ' ');
        Assert.Equal("Ratingen.digital 2025plus", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("PDF, 649 KB, 39 Seiten, Stand Juni 2021", text, StringComparison.Ordinal);
        Assert.Equal("https://www.stadt-ratingen.de", page.QuerySelector("#papier ~ p a")!.GetAttribute("href"));
        // As exactly as it is known: a year, a month, a day.
        Assert.Equal(["2020", "2021-05", "2021-06-24", "2021-07-02", "2021-08", "2021-08"], page.QuerySelectorAll("#weg ~ ol time").Select(time => time.GetAttribute("datetime")!));
        Assert.Contains("Der veröffentlichte Text der Strategie ist allein maßgeblich", text, StringComparison.Ordinal);
        Assert.Equal("1", page.QuerySelector("[data-overdue]")!.GetAttribute("data-overdue"));
        Assert.Contains("überfällig seit 12 Tagen", text, StringComparison.Ordinal);
        Assert.Equal(18, page.QuerySelectorAll(".idea-row__title a[href^='/massnahmen/']").Length);
        Assert.Equal(7, page.QuerySelectorAll(".data-table tr").Length);
    }

    [Fact]
    public async Task Measures_of_the_demo_city_rest_on_papers_with_their_resolutions()
    {
        await using var site = await TestSite.StartAsync(demo: true);
        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync(Links.Measure(16, "Digitaler Behördenlotse für Betriebe"));
        var paper = Assert.Single(page.QuerySelectorAll("[data-papers] > li"));
        Assert.All(paper.QuerySelectorAll("[data-resolution]"), resolution => Assert.Contains("angenommen", resolution.TextContent, StringComparison.Ordinal));
        Assert.Equal(2, paper.QuerySelectorAll("[data-resolution]").Length);
        Assert.Equal(2, (await visitor.GetAsync(Links.Measure(1, "OZG-Statusampel für alle Leistungen auf der Website"))).QuerySelectorAll("[data-papers] > li").Length);
        Assert.Equal(Links.Measure(16, "Digitaler Behördenlotse für Betriebe"), (await visitor.GetAsync(paper.QuerySelector("a")!.GetAttribute("href")!)).QuerySelector("[data-measures] a")!.GetAttribute("href"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Measures_are_filtered_by_field_status_organisation_and_what_is_overdue(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        var visitor = Browsing.Visitor(site);
        Assert.Equal(3, await CountAsync("/massnahmen?feld=2"));
        Assert.Equal(2, await CountAsync("/massnahmen?stand=Implemented"));
        Assert.Equal(1, await CountAsync("/massnahmen?stand=Deferred"));
        Assert.Equal(2, await CountAsync("/massnahmen?wer=kommitt-ratingen"));
        Assert.Equal(1, await CountAsync(Links.MeasuresOverdue));
        Assert.Equal(0, await CountAsync("/massnahmen?feld=99"));
        Assert.Equal(18, await CountAsync("/massnahmen?stand=7&wer=&seite=-3"));

        async Task<int> CountAsync(string address) => (await visitor.GetAsync(address)).QuerySelectorAll(".idea-row__title").Length;
    }

    [Fact]
    public async Task A_measure_shows_what_was_promised_first_and_ideas_and_proposals_lead_both_ways()
    {
        await using var site = await TestSite.StartAsync(demo: true);
        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync(Links.Measure(10, "Kommunale Wärmeplanung verständlich machen"));
        Assert.NotNull(page.QuerySelector("[data-moved]"));
        Assert.Contains("verschoben: von", page.Body!.TextContent, StringComparison.Ordinal);
        var idea = page.QuerySelector("[data-ideas] a")!.GetAttribute("href")!;
        var proposal = page.QuerySelector("[data-proposals] a")!.GetAttribute("href")!;
        Assert.Contains("Wärmeplanung", (await visitor.GetAsync(idea)).QuerySelector("[data-measure]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wärmeplanung", (await visitor.GetAsync(proposal)).QuerySelector("[data-measure]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Files_and_api_say_the_same_and_hold_nothing_that_is_not_public(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.WithDbAsync(db =>
        {
            var paper = A.Strategy();
            db.Strategies.Add(paper);
            db.Measures.Add(A.Measure(paper, 1, "=SUMME(A1)", plan: A.MeasurePlan(paper, "=SUMME(A1)") with { Milestones = [new MilestonePlan(null, "Gebaut", new DateOnly(2026, 3, 2), null)] }));
            db.Measures.Add(A.Measure(paper, 2, "Geheimer Entwurf", published: false));
            return db.SaveChangesAsync();
        });
        var client = Browsing.Visitor(site).Client;
        var csv = await client.GetStringAsync(Links.MeasuresCsv);
        Assert.Contains("\"'=SUMME(A1)\"", csv, StringComparison.Ordinal);
        Assert.Contains("geplant", csv, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Planned", csv, StringComparison.Ordinal);
        Assert.Contains("status_schluessel", csv.Split('\n')[0], StringComparison.Ordinal);
        var file = JsonDocument.Parse(await client.GetStringAsync(Links.MeasuresJson)).RootElement;
        var api = JsonDocument.Parse(await client.GetStringAsync("/api/v1/measures")).RootElement.GetProperty("items");
        Assert.Equal(file.GetRawText(), api.GetRawText());
        Assert.Equal("2026-03-02", api[0].GetProperty("milestones")[0].GetProperty("dueOn").GetString());
        Assert.All([csv, file.GetRawText(), await client.GetStringAsync("/suche?q=Geheimer")], text => Assert.DoesNotContain("Geheimer Entwurf", text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/api/v1/measures?status=fertig&limit=0")).StatusCode);
    }

    [Fact]
    public async Task Without_a_strategy_the_page_says_so_and_a_draft_is_for_the_team_only()
    {
        await using var site = await TestSite.StartAsync();
        Assert.NotNull((await Browsing.Visitor(site).GetAsync(Links.Strategy)).QuerySelector(".empty"));
        await site.WithDbAsync(db =>
        {
            db.Strategies.Add(A.Strategy(published: false));
            return db.SaveChangesAsync();
        });
        Assert.NotNull((await Browsing.Visitor(site).GetAsync("/strategie?neu")).QuerySelector(".empty"));
        var moderator = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        Assert.Equal("Ratingen.digital", (await moderator.GetAsync(Links.Strategy)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_search_finds_measures_and_services()
    {
        await using var site = await TestSite.StartAsync(demo: true);
        var page = await Browsing.Visitor(site).GetAsync("/suche?q=ladepunkte");
        Assert.NotNull(page.QuerySelector("#massnahmen"));
        Assert.NotNull((await Browsing.Visitor(site).GetAsync("/suche?q=Fuehrungszeugnis")).QuerySelector("#dienste"));
    }
}
