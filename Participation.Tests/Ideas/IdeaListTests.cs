using AngleSharp.Html.Dom;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Tests.Hosting.Api;
using Participation.Tests.Support;
using Participation.Web.Data;

namespace Participation.Tests.Ideas;

public sealed class IdeaListTests
{
    private static readonly (string Api, string Page, string Why)[] Sortings =
    [
        ("active", "aktiv", "wo zuletzt etwas geschrieben, geändert oder beantwortet wurde"), ("newest", "neu", "was zuletzt veröffentlicht wurde"),
        ("supported", "dafuer", "wofür sich die meisten Menschen ausgesprochen haben"), ("contested", "umstritten", "wo die kleinere der beiden Seiten am größten ist"),
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_sorting_keeps_its_order_over_all_pages_on_the_site_and_in_the_api(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var ideas = await ManyIdeas.AddAsync(site);
        Assert.Equal(Sortings.Length, Sortings.Select(sorting => string.Join(' ', ManyIdeas.InOrder(ideas, sorting.Api))).Distinct().Count());

        foreach (var (api, page, _) in Sortings)
        {
            var expected = ManyIdeas.InOrder(ideas, api);
            Assert.Equal(expected, await PagesAsync(Browsing.Visitor(site), $"/ideen?sortierung={page}"));
            Assert.Equal(expected, await ApiPagesAsync(ApiClient.Visitor(site), $"/api/v1/ideas?limit=7&sort={api}"));
        }
    }

    [Fact]
    public async Task Each_sorting_is_chosen_in_the_form_and_explained_in_a_sentence()
    {
        await using var site = await TestSite.StartAsync();
        await ManyIdeas.AddAsync(site);
        var visitor = Browsing.Visitor(site);

        foreach (var (_, word, why) in Sortings)
        {
            var page = await visitor.GetAsync($"/ideen?sortierung={word}");
            Assert.Equal(word, ((IHtmlSelectElement)page.QuerySelector("#sortierung")!).Value);
            Assert.Contains(why, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            foreach (var other in Sortings.Where(other => other.Page != word)) Assert.DoesNotContain(other.Why, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Topic_district_status_process_and_words_each_narrow_the_rows_and_the_count(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (here, there) = (await given.ProcessAsync(), await given.ProcessAsync("anderes"));
        var numbers = await site.WithDbAsync(async db => new[]
        {
            await AddAsync(db, here, "mobilitaet", "mitte", "Radweg nach Lintorf", reviewed: false), await AddAsync(db, here, "energie-klima", "mitte", "Bäume an der Straße", reviewed: false),
            await AddAsync(db, here, "energie-klima", "ost", "Wildblumen am Weg", reviewed: true), await AddAsync(db, there, "energie-klima", null, "Kaltes Wasser für alle", reviewed: true),
        });
        var visitor = Browsing.Visitor(site);

        foreach (var (query, expected) in new (string, int[])[]
        {
            ("", [0, 1, 2, 3]), ("thema=energie-klima", [1, 2, 3]), ("stadtteil=mitte", [0, 1]), ("stand=UnderReview", [2, 3]), ("verfahren=anderes", [3]), ("q=Wildblumen", [2]),
            ("thema=energie-klima&stadtteil=mitte", [1]), ("thema=energie-klima&stand=UnderReview&verfahren=smart-city", [2]), ("thema=mobilitaet&stand=UnderReview", []), ("stand=Submitted", [0, 1, 2, 3]),
        })
        {
            var page = await visitor.GetAsync("/ideen?" + query);
            Assert.Equal(expected.Select(index => numbers[index]).Order(), Numbers(page).Order());
            Assert.Equal(expected.Length == 1 ? "1 Idee" : $"{expected.Length} Ideen", page.QuerySelector("#anzahl")!.TextContent.Replace('\u00A0', ' '));
        }
    }

    [Fact]
    public async Task An_empty_list_offers_to_write_the_first_idea_and_an_empty_selection_to_see_all()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);

        var empty = (await visitor.GetAsync("/ideen")).QuerySelector("main .empty")!;
        Assert.Contains("Noch gibt es keine Idee.", empty.TextContent, StringComparison.Ordinal);
        Assert.NotNull(empty.QuerySelector("a[href='/ideen/neu']"));

        await new Given(site).IdeaAsync();
        Assert.Null((await visitor.GetAsync("/ideen?sortierung=neu")).QuerySelector("main .empty"));
        var narrowed = (await visitor.GetAsync("/ideen?q=Nirgendwo")).QuerySelector("main .empty")!;
        Assert.Contains("Zu dieser Auswahl gibt es keine Idee.", narrowed.TextContent, StringComparison.Ordinal);
        Assert.NotNull(narrowed.QuerySelector("a[href='/ideen']"));
    }

    private static async Task<int> AddAsync(ParticipationDbContext db, Process process, string topic, string? district, string title, bool reviewed)
    {
        var author = Person.Join(PersonId.New(A.Moment), title, Role.Citizen, Verification.Email, A.Moment);
        var (number, text) = (await db.NextNumberAsync(Counter.Ideas, CancellationToken.None), A.IdeaText(title, topic: topic) with { DistrictKey = district });
        var idea = Idea.Draft(IdeaId.New(A.Moment), process.Id, author.Id, null, text, title, A.Moment);
        Assert.Null(idea.Submit(number, process, author, A.Moment));
        if (reviewed) Assert.Null(idea.BeginReview(A.Moderator, A.Moment));
        db.People.Add(author);
        db.Ideas.Add(idea);
        await db.SaveChangesAsync();
        return number;
    }

    private static IEnumerable<int> Numbers(IHtmlDocument page) =>
        page.QuerySelectorAll("main .rows h3").Select(title => int.Parse(title.Id!["idee-".Length..], System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<int[]> PagesAsync(Browsing visitor, string? next)
    {
        var met = new List<int>();
        while (next is not null)
        {
            var page = await visitor.GetAsync(next);
            met.AddRange(Numbers(page));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        return [.. met];
    }

    private static async Task<int[]> ApiPagesAsync(ApiClient client, string? next)
    {
        var met = new List<int>();
        while (next is not null)
        {
            var page = await client.GetAsync(next);
            met.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetInt32()));
            next = page.GetProperty("next").GetString();
        }

        return [.. met];
    }
}
