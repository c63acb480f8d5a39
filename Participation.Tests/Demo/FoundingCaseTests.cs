using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Demo;

/// <summary>The founding case in the demo city: what is documented of the strategy of 2021 keeps its days whenever the city is loaded, and the paper can be had, with its size, where it is spoken of.</summary>
public sealed class FoundingCaseTests
{
    private const string Paper = "Strategiepapier „Ratingen.digital 2025plus“";
    private const string Committee = "Ausschuss für Digitalisierung";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_strategy_was_brought_into_the_committee_on_24_June_2021_and_deliberated_after_the_summer_break(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        var visitor = Browsing.Visitor(site);
        var (number, name) = await site.WithDbAsync(async db =>
        {
            var day = new DateTimeOffset(2021, 6, 24, 15, 0, 0, TimeSpan.Zero);
            var meeting = await db.Meetings.SingleAsync(candidate => candidate.Start == day);
            return (meeting.Number, meeting.Name);
        });
        var meeting = await visitor.GetAsync(Links.Meeting(number, name));
        Assert.Equal(Committee + ", Sitzung vom 24. Juni 2021", meeting.QuerySelector("h1")!.TextContent);
        Assert.Equal("2021-06-24T17:00:00+02:00", meeting.QuerySelector(".lead time")!.GetAttribute("datetime"));
        Assert.Contains("24. Juni 2021", Plain(meeting.QuerySelector(".lead time")!.TextContent), StringComparison.Ordinal);
        Assert.Contains(Committee, meeting.QuerySelector(".facts dd a")!.TextContent, StringComparison.Ordinal);
        var item = meeting.QuerySelectorAll(".agenda__item").Single(candidate => candidate.QuerySelector(".agenda__sign")!.TextContent == "Ö 2");
        Assert.Equal(Paper + ": Einbringung", item.QuerySelector(".agenda__name")!.TextContent);
        Assert.Contains("nächsten Sitzung nach der Sommerpause", item.QuerySelector(".resolution")!.TextContent, StringComparison.Ordinal);

        var paper = await visitor.GetAsync(item.QuerySelector("p a[href^='/vorlagen/']")!.GetAttribute("href")!);
        Assert.Equal(Paper, paper.QuerySelector("h1")!.TextContent);
        Assert.Contains("101/2021 (Demo)", paper.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("24. Juni 2021", Plain(paper.QuerySelector(".facts")!.TextContent), StringComparison.Ordinal);
        Assert.Equal(["eingebracht", "beraten", "empfohlen", "beschlossen"], paper.QuerySelectorAll(".way .phases__name").Select(step => step.TextContent));
        Assert.Equal(["24. Juni 2021", "24. Juni 2021, Ö 2", "24. August 2021, Ö 2", "31. August 2021, Ö 2"], paper.QuerySelectorAll(".way .phases__item:first-child .phases__when, .way .phases__when a").Select(day => Plain(day.TextContent)));
        Assert.Equal([Committee, Committee, "Rat der Stadt Ratingen"], paper.QuerySelectorAll(".way .phases__when > span:first-child").Select(body => body.TextContent));
        Assert.Contains("einstimmig", paper.QuerySelectorAll(".way .resolution__result")[^1].TextContent, StringComparison.Ordinal);
        var after = await visitor.GetAsync(paper.QuerySelectorAll(".way .phases__when a")[1].GetAttribute("href")!.Split('#')[0]);
        if (visitor.Last.Headers.Location is not null) after = await visitor.FollowAsync();
        Assert.Equal(Committee + ", Sitzung nach der Sommerpause 2021", after.QuerySelector("h1")!.TextContent);
        Assert.Equal("2021-08-24T17:00:00+02:00", after.QuerySelector(".lead time")!.GetAttribute("datetime"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_report_of_2_July_2021_has_its_day_its_keywords_and_its_source(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync(Links.Article(1, "Ratingen stellt seinen digitalen Fahrplan vor"));
        Assert.Equal("Ratingen stellt seinen digitalen Fahrplan vor", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(("2021-07-02T09:00:00+02:00", "2. Juli 2021"), (page.QuerySelector(".kicker time")!.GetAttribute("datetime"), Plain(page.QuerySelector(".kicker time")!.TextContent)));
        Assert.Equal(["Smart City", "regio iT", "Politik", "Ratingen"], page.QuerySelectorAll(".keywords a").Select(keyword => keyword.TextContent));
        Assert.Equal(["Quelle", "Kommune21"], page.QuerySelectorAll("article .facts dt, article .facts dd").Take(2).Select(part => part.TextContent.Trim()));
        Assert.Contains("Am 24. Juni 2021 hat der Stadtkämmerer", page.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nach der Sommerpause", page.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        foreach (var keyword in page.QuerySelectorAll(".keywords a").Select(keyword => keyword.GetAttribute("href")!))
            Assert.Contains("Fahrplan", (await visitor.GetAsync(keyword)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_report_of_2021_and_the_paper_lead_to_the_same_file_with_its_size(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        var visitor = Browsing.Visitor(site);
        var report = await visitor.GetAsync(Links.Article(1, "Ratingen stellt seinen digitalen Fahrplan vor"));
        var link = Assert.Single(report.QuerySelectorAll("section[aria-labelledby=dokumente] .attachments a"));
        var address = link.GetAttribute("href")!;
        var file = await visitor.Client.GetByteArrayAsync(address);
        Assert.True(file.AsSpan().StartsWith("%PDF-"u8));
        var size = string.Create(CultureInfo.InvariantCulture, $"PDF, {(file.Length + 512) / 1024} KB");
        Assert.Equal((Paper, size), (link.TextContent, Plain(link.ParentElement!.QuerySelector(".fine")!.TextContent)));

        var found = (await visitor.GetAsync(Links.PapersOf("Ratingen.digital 2025plus", null, 1))).QuerySelectorAll("main a[href^='/vorlagen/']").First(candidate => candidate.TextContent == Paper);
        var same = Assert.Single((await visitor.GetAsync(found.GetAttribute("href")!)).QuerySelectorAll("section[aria-labelledby=unterlagen] .attachments a"));
        Assert.Equal((address, size), (same.GetAttribute("href"), Plain(same.ParentElement!.QuerySelector(".fine")!.TextContent)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_strategy_says_on_which_day_it_was_brought_in_and_when_it_was_dealt_with(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        var steps = (await Browsing.Visitor(site).GetAsync(Links.Strategy)).QuerySelectorAll("section[aria-labelledby=weg] li").Select(step => Plain($"{step.QuerySelector("time")!.TextContent}: {step.QuerySelector(".phases__name")!.TextContent}")).ToList();
        Assert.Contains("24. Juni 2021: Einbringung in den Ausschuss für Digitalisierung", steps);
        Assert.Equal(2, steps.Count(step => step.StartsWith("August 2021: ", StringComparison.Ordinal)));
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
