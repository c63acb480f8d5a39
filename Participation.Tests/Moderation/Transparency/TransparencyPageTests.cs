using System.Net;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Transparency;

public sealed class TransparencyPageTests
{
    [Fact]
    public async Task Visitors_read_the_present_figures_although_pages_are_cached()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var visitor = Browsing.Visitor(site);
        Assert.Equal(["0", "0", "0", "–"], await KeysAsync());
        var idea = await given.IdeaAsync();
        var comment = await site.CommentAsync(idea, await given.PersonAsync());
        await site.ReportAsync(idea, comment, null, NoticeReason.Spam);
        Assert.Equal(["1", "0", "0", "–"], await KeysAsync());
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, await given.PersonAsync(Role.Moderator)));
        Assert.Equal("1", (await KeysAsync())[1]);

        var page = await visitor.GetAsync(Links.Transparency);
        Assert.Contains("Netiquette: Respekt", page.QuerySelector("#gruende")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".flash--wait"));
        Assert.NotEmpty(page.QuerySelectorAll("table tbody tr"));
        Assert.NotEmpty(page.QuerySelectorAll("[class*=bars]"));
        Assert.NotNull(page.QuerySelector("#aktive"));
        Assert.Single(page.QuerySelectorAll("nav a[aria-current=page]"));
        foreach (var file in page.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")!))
        {
            await visitor.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, visitor.Last.StatusCode);
        }

        async Task<List<string>> KeysAsync() => [.. (await visitor.GetAsync(Links.Transparency)).QuerySelectorAll(".key-figures dd").Select(figure => figure.TextContent)];
    }

    [Theory]
    [InlineData("/transparenz/2026-3")]
    [InlineData("/transparenz/1999-1")]
    [InlineData("/transparenz/2999-1")]
    [InlineData("/transparenz/quatsch")]
    [InlineData("/transparenz/2999-1.csv")]
    [InlineData("/transparenz/2026-3.json")]
    public async Task Other_periods_do_not_exist(string address)
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Last.StatusCode);
    }

    [Fact]
    public async Task A_page_explains_sorting_and_moderation_and_is_found_from_where_one_asks()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync(Links.TransparencyHow);
        Assert.Equal(HttpStatusCode.OK, visitor.Last.StatusCode);
        foreach (var words in (string[])["Umstritten", "Das Ziel sind 4\u00a0Stunden", "6\u00a0Monate lang", "mindestens 2\u00a0Menschen"]) Assert.Contains(words, page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        foreach (var from in (string[])[Links.Report, Links.Transparency]) Assert.NotNull((await visitor.GetAsync(from)).QuerySelector($"main a[href='{Links.TransparencyHow}']"));
        var home = await visitor.GetAsync(Links.Home);
        Assert.NotNull(home.QuerySelector($"footer a[href='{Links.Transparency}']"));
        Assert.NotNull(home.QuerySelector($"footer a[href='{Links.TransparencyHow}']"));
    }
}
