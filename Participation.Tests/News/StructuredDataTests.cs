using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Domain.Outcomes;
using Participation.Domain.Strategy.Measures;
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

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_the_council_and_the_city_do_says_what_it_is(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        var visitor = Browsing.Visitor(site);
        var meeting = await site.WithDbAsync(db => db.Meetings.Where(meeting => meeting.LocationId != null && meeting.End != null && !meeting.Cancelled).OrderBy(meeting => meeting.Number).FirstAsync());
        var paper = await site.WithDbAsync(db => db.Papers.Where(paper => paper.Ideas.Any() && db.Attachments.Any(file => file.SubjectId == (Guid)(object)paper.Id)).OrderBy(paper => paper.Number).FirstAsync());
        var (result, measure, service) = (await site.WithDbAsync(db => db.Results.FirstAsync()), await site.WithDbAsync(db => db.Measures.FirstAsync(measure => measure.Status == MeasureStatus.Implemented)), await site.WithDbAsync(db => db.OnlineServices.FirstAsync()));
        var shown = await DataAsync(visitor, Links.Meeting(meeting.Number, meeting.Name), "Event", ["name", "url", "startDate", "endDate", "eventStatus", "eventAttendanceMode", "location", "organizer"]);
        Assert.Equal((meeting.Start, meeting.End, "https://schema.org/EventScheduled"), (shown.GetProperty("startDate").GetDateTimeOffset(), shown.GetProperty("endDate").GetDateTimeOffset(), shown.GetProperty("eventStatus").GetString()));
        Assert.Matches(@"T\d\d:\d\d:\d\d\+0[12]:00$", shown.GetProperty("startDate").GetString());
        Assert.Equal(("Place", "Ratingen", "GovernmentOrganization"), (Type(shown.GetProperty("location")), shown.GetProperty("location").GetProperty("address").GetProperty("addressLocality").GetString(), Type(shown.GetProperty("organizer"))));

        shown = await DataAsync(visitor, Links.Paper(paper.Number, paper.Name), "Report", ["name", "reportNumber", "abstract", "url", "dateCreated", "datePublished", "author", "publisher", "encoding", "isBasedOn"]);
        Assert.All(shown.GetProperty("encoding").EnumerateArray(), file => Assert.Equal(("MediaObject", "application/pdf", true), (Type(file), file.GetProperty("encodingFormat").GetString(), file.GetProperty("contentUrl").GetString()!.StartsWith("https://localhost/dokumente/", StringComparison.Ordinal))));
        shown = await DataAsync(visitor, Links.Result(result.Number, result.Title), "Report", ["name", "description", "url", "datePublished", "dateModified", "author", "publisher", "about"]);
        Assert.Equal(result.Title, shown.GetProperty("headline").GetString());
        shown = await DataAsync(visitor, Links.Measure(measure.Number, measure.Title), "Action", ["name", "description", "url", "actionStatus", "agent"]);
        Assert.Equal("https://schema.org/CompletedActionStatus", shown.GetProperty("actionStatus").GetString());
        await DataAsync(visitor, Links.Service(service.Number, service.Name), "GovernmentService", ["name", "description", "url", "provider"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_cancelled_meeting_says_so_hostile_names_stay_in_the_data_and_what_is_not_public_says_nothing(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await new Given(site).IdeaAsync();
        await site.WithDbAsync(async db =>
        {
            var (process, body, strategy) = (await db.Processes.FirstAsync(), A.Body(), A.Strategy());
            db.AddRange(body, strategy);
            foreach (var (number, publication) in new[] { (1, Publication.At(A.Moment)), (2, Publication.Draft), (3, new Publication(A.Moment, A.Moment, "Falsch.")), (4, Publication.At(TimeProvider.System.GetUtcNow().AddDays(3))) })
            {
                var meeting = Meeting.Plan(number, new(body.Id, Hostile, MeetingState.Invited, true, A.Moment, null, null, Domain.FormattedText.Empty), publication, A.Moment);
                db.AddRange(meeting, A.Paper(body, number, Hostile, publication), ProcessResult.Begin(number, process.Id, A.ResultPlan(Hostile), "", publication, A.Moment));
            }

            db.AddRange(A.Measure(strategy, 1, Hostile), A.Measure(strategy, 2, Hostile, published: false), A.Service(1, Hostile), A.Service(2, Hostile, published: false));
            return await db.SaveChangesAsync();
        });
        var (visitor, moderator) = (Browsing.Visitor(site), await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)));
        Assert.Equal("https://schema.org/EventCancelled", (await DataAsync(visitor, Links.Meeting(1, Hostile), "Event", ["name", "startDate", "organizer"])).GetProperty("eventStatus").GetString());
        foreach (var (address, type) in new[] { (Links.Meeting(1, Hostile), "Event"), (Links.Paper(1, Hostile), "Report"), (Links.Result(1, Hostile), "Report"), (Links.Measure(1, Hostile), "Action"), (Links.Service(1, Hostile), "GovernmentService") })
        {
            Assert.Equal(Hostile, (await DataAsync(visitor, address, type, ["name"])).GetProperty("name").GetString());
            Harmless.AssertPage(await visitor.GetAsync(address), address);
        }

        foreach (var number in new[] { 2, 3, 4 })
        {
            string[] hidden = [Links.Meeting(number, Hostile), Links.Paper(number, Hostile), Links.Result(number, Hostile), .. number == 2 ? new[] { Links.Measure(2, Hostile), Links.Service(2, Hostile) } : []];
            foreach (var address in hidden)
            {
                Assert.Empty(Data(await visitor.GetAsync(address)));
                Assert.Contains((int)visitor.Last.StatusCode, new[] { 404, 410 });
                Assert.Empty(Data(await moderator.GetAsync(address)));
                Assert.Equal((address, 200), (address, (int)moderator.Last.StatusCode));
            }
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

    private static async Task<JsonElement> DataAsync(Browsing visitor, string address, string type, string[] needs)
    {
        var data = Data(await visitor.GetAsync(address)).SingleOrDefault(thing => Type(thing) == type);
        Assert.True(data.ValueKind is JsonValueKind.Object, $"{address} has no {type}");
        Assert.Equal("https://schema.org", data.GetProperty("@context").GetString());
        Assert.All(needs, need => Assert.True(data.TryGetProperty(need, out _), $"{type} has no {need}"));
        Assert.All(Addresses(data), found => Assert.True(Uri.TryCreate(found, UriKind.Absolute, out var whole) && whole.Scheme is "https" or "http", found));
        Assert.Equal($"https://localhost{address}", data.GetProperty("url").GetString());
        return data;
    }

    private static string? Type(JsonElement thing) => thing.GetProperty("@type").GetString();

    private static Task<string> TitleAsync(TestSite site) => site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == 1).Select(idea => idea.Title).SingleAsync());

    private static List<JsonElement> Data(IDocument page) => [.. page.QuerySelectorAll("script[type='application/ld+json']").Select(script => JsonDocument.Parse(script.TextContent).RootElement)];

    private static IEnumerable<string> Addresses(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => field.Name is "url" or "item" or "@id" or "mainEntityOfPage" or "contentUrl" or "urlTemplate" or "image" ? [field.Value.GetString()!.Replace("{search_term_string}", "x", StringComparison.Ordinal)] : Addresses(field.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Addresses),
        _ => [],
    };
}
