using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.News;

/// <summary>JSON-LD and Open Graph on public pages: parsed, complete, with whole addresses, and nothing a text says gets out of it.</summary>
public sealed class StructuredDataTests
{
    private const string Hostile = "</script><script>alert(1)</script> <!-- & \"' ]]>";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Pages_of_the_demo_city_say_what_they_are(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        var visitor = Browsing.Visitor(site);
        (string Address, string Type, string[] Needs)[] rules =
        [
            (Links.Home, "WebSite", ["name", "url", "publisher", "potentialAction"]),
            (Links.Article(1, "Ratingen stellt seinen digitalen Fahrplan vor"), "NewsArticle", ["headline", "datePublished", "dateModified", "author", "publisher", "url", "keywords"]),
            (Links.Idea(1, await TitleAsync(site)), "DiscussionForumPosting", ["headline", "text", "author", "datePublished", "url", "interactionStatistic", "commentCount"]),
            (Links.Process("buergerbudget-lintorf-probelauf-2027"), "Event", ["name", "startDate", "endDate", "location", "organizer", "eventAttendanceMode"]),
            (Links.News, "BreadcrumbList", ["itemListElement"]), (Links.Ideas, "BreadcrumbList", ["itemListElement"]), (Links.Page("netiquette"), "BreadcrumbList", ["itemListElement"]),
        ];
        foreach (var (address, type, needs) in rules)
        {
            var page = await visitor.GetAsync(address);
            var data = Data(page).SingleOrDefault(thing => thing.GetProperty("@type").GetString() == type);
            Assert.True(data.ValueKind is JsonValueKind.Object, $"{address} has no {type}");
            Assert.Equal("https://schema.org", data.GetProperty("@context").GetString());
            Assert.All(needs, need => Assert.True(data.TryGetProperty(need, out _), $"{type} has no {need}"));
            Assert.All(Addresses(data), found => Assert.True(Uri.TryCreate(found, UriKind.Absolute, out var whole) && whole.Scheme is "https" or "http", found));
            foreach (var property in new[] { "og:title", "og:type", "og:url", "og:site_name", "og:locale" }) Assert.NotNull(page.QuerySelector($"meta[property='{property}'][content]"));
            Assert.Equal($"https://localhost{address}", page.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
        }
    }

    [Fact]
    public async Task A_search_action_leads_to_the_search_and_a_trail_to_its_pages()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        var search = Data(await visitor.GetAsync(Links.Home)).Single(thing => thing.GetProperty("@type").GetString() == "WebSite").GetProperty("potentialAction");
        var target = search.GetProperty("target").GetProperty("urlTemplate").GetString()!;
        Assert.Equal(200, (int)(await visitor.Client.GetAsync(new Uri(target.Replace("{search_term_string}", "rat", StringComparison.Ordinal)).PathAndQuery)).StatusCode);
        Assert.Contains("search_term_string", search.GetProperty("query-input").GetString(), StringComparison.Ordinal);

        var trail = Data(await visitor.GetAsync(Links.News)).Single(thing => thing.GetProperty("@type").GetString() == "BreadcrumbList").GetProperty("itemListElement").EnumerateArray().ToList();
        Assert.Equal([1, 2], trail.Select(step => step.GetProperty("position").GetInt32()));
        Assert.Equal(["https://localhost/", $"https://localhost{Links.News}"], trail.Select(step => step.GetProperty("item").GetString()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_somebody_typed_stays_within_the_data(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var author = await given.PersonAsync(name: "<b>Rose</b>");
        var idea = await given.IdeaAsync(author, title: Hostile);
        var number = await site.ArticleAsync(await given.PersonAsync(Role.Moderator), NewsSteps.Text(Hostile) with { Teaser = Hostile });
        var visitor = Browsing.Visitor(site);
        foreach (var (address, type) in new[] { (Links.Idea(idea, Hostile), "DiscussionForumPosting"), (Links.Article(number, Hostile), "NewsArticle") })
        {
            var page = await visitor.GetAsync(address);
            Harmless.AssertPage(page, address);
            Assert.Equal(Hostile, Data(page).Single(thing => thing.GetProperty("@type").GetString() == type).GetProperty("headline").GetString());
            Assert.Equal(Hostile, page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
            Assert.DoesNotContain("unsafe", Assert.Single(visitor.Last.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_staff_and_missing_pages_get_no_data()
    {
        await using var site = await TestSite.StartAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        foreach (var address in new[] { Links.Home, Links.Manage, Links.News }) Assert.Empty(Data(await browsing.GetAsync(address)));
        var missing = await Browsing.Visitor(site).GetAsync("/gibt-es-nicht");
        Assert.Null(missing.QuerySelector("meta[property^='og:']"));
    }

    private static Task<string> TitleAsync(TestSite site) => site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == 1).Select(idea => idea.Title).SingleAsync());

    private static List<JsonElement> Data(IDocument page) => [.. page.QuerySelectorAll("script[type='application/ld+json']").Select(script => JsonDocument.Parse(script.TextContent).RootElement)];

    private static IEnumerable<string> Addresses(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => field.Name is "url" or "item" or "@id" or "mainEntityOfPage" or "urlTemplate" or "image" ? [field.Value.GetString()!.Replace("{search_term_string}", "x", StringComparison.Ordinal)] : Addresses(field.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Addresses),
        _ => [],
    };
}
