using Microsoft.EntityFrameworkCore;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Demo;

/// <summary>What is documented of the city's strategy of 2021 keeps its days in the demo city, whenever that is loaded.</summary>
public sealed class DemoHistoryTests
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
        Assert.Contains("einstimmig", paper.QuerySelectorAll(".way .resolution__result").Last().TextContent, StringComparison.Ordinal);
        var after = await visitor.GetAsync(paper.QuerySelectorAll(".way .phases__when a").Skip(1).First().GetAttribute("href")!.Split('#')[0]);
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

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
