using System.Globalization;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Demo;

/// <summary>The paper of 2021 can be had where it is spoken of: beside its report and on its own page, the same file with its size; and the strategy names the day on which it was brought in.</summary>
public sealed class FoundingCaseTests
{
    private const string Paper = "Strategiepapier „Ratingen.digital 2025plus“";

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
