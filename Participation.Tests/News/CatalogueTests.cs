using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Domain.Outcomes;
using Participation.Tests.Support;
using Participation.Web.Hosting.OpenData;
using Participation.Web.Shared;

namespace Participation.Tests.News;

/// <summary>What machines find the site's content by: DCAT-AP.de catalogue, sitemap, robots.txt.</summary>
public sealed class CatalogueTests
{
    private const string Dcat = "http://www.w3.org/ns/dcat#";
    private const string Dct = "http://purl.org/dc/terms/";
    private const string Type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task The_catalogue_says_what_DCAT_AP_de_demands()
    {
        await using var site = await TestSite.StartAsync(settings: settings =>
        {
            settings["OpenData:Publisher"] = "Stadt \"Ratingen\" \\ Test\n";
            settings["OpenData:ContactMail"] = "daten@example.org";
            settings["OpenData:ContributorId"] = "http://dcat-ap.de/def/contributors/ratingen";
            settings["Site:PublicUrl"] = "https://mitmachen.example.org";
        });
        var visitor = Browsing.Visitor(site);
        var triples = Turtle.Read(await visitor.Client.GetStringAsync(Links.CatalogueTurtle));
        await visitor.GetAsync(Links.CatalogueTurtle);
        Assert.Equal("text/turtle", visitor.Last.Content.Headers.ContentType?.MediaType);

        (string Kind, string[] Needs)[] rules =
        [
            ("Catalog", [Dct + "title", Dct + "description", Dct + "publisher", Dcat + "dataset"]),
            ("Dataset", [Dct + "title", Dct + "description", Dct + "publisher", Dct + "identifier", Dcat + "theme", Dcat + "distribution", Dcat + "contactPoint", "http://dcat-ap.de/def/dcatde/contributorID"]),
            ("Distribution", [Dcat + "accessURL", Dct + "license", Dct + "format", "http://dcat-ap.de/def/dcatde/licenseAttributionByText"]),
            ("DataService", [Dct + "title", Dct + "publisher", Dcat + "endpointURL"]),
        ];
        foreach (var (kind, needs) in rules)
        {
            var things = triples.Where(triple => triple.Predicate == Type && triple.Object == $"<{Dcat}{kind}>").Select(triple => triple.Subject).ToList();
            Assert.NotEmpty(things);
            foreach (var thing in things)
                foreach (var need in needs) Assert.True(triples.Any(triple => triple.Subject == thing && triple.Predicate == need), $"{thing} has no {need}");
        }

        Assert.Contains(triples, triple => triple.Object == "\"Stadt \"Ratingen\" \\ Test\n\"");
        Assert.Contains(triples, triple => triple.Object == "<mailto:daten@example.org>");
        // What is said to be there is described, and every address of the site is a whole one.
        var subjects = triples.Select(triple => triple.Subject).ToHashSet(StringComparer.Ordinal);
        Assert.All(triples.Where(triple => triple.Predicate is Dcat + "dataset" or Dcat + "distribution" or Dct + "publisher" or Dcat + "contactPoint" or Dcat + "accessService" or Dcat + "servesDataset"), triple => Assert.Contains(triple.Object[1..^1], subjects));
        Assert.All(subjects, subject => Assert.StartsWith("https://mitmachen.example.org/", subject, StringComparison.Ordinal));
        foreach (var address in triples.Where(triple => triple.Predicate is Dcat + "accessURL" or Dcat + "landingPage" or Dcat + "endpointDescription").Select(triple => new Uri(triple.Object[1..^1]).PathAndQuery).Distinct())
            Assert.Contains((int)(await visitor.Client.GetAsync(address)).StatusCode, (int[])[200, 301, 302]);
    }

    [Fact]
    public async Task Turtle_and_JSON_LD_say_the_same()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        var turtle = Turtle.Read(await visitor.Client.GetStringAsync(Links.CatalogueTurtle));
        using var json = JsonDocument.Parse(await visitor.Client.GetStringAsync(Links.CatalogueJson));
        var prefixes = json.RootElement.GetProperty("@context").EnumerateObject().ToDictionary(prefix => prefix.Name, prefix => prefix.Value.GetString()!);
        var triples = json.RootElement.GetProperty("@graph").EnumerateArray().SelectMany(thing => thing.EnumerateObject().Where(said => said.Name != "@id").SelectMany(said => Values(said.Value)
            .Select(value => new Triple(thing.GetProperty("@id").GetString()!, said.Name == "@type" ? Type : prefixes[said.Name.Split(':')[0]] + said.Name.Split(':')[1], Term(value))))).ToList();
        Assert.Equal(turtle.Order(Comparer<Triple>.Create(Compare)), triples.Order(Comparer<Triple>.Create(Compare)));

        static IEnumerable<JsonElement> Values(JsonElement value) => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [value];
        static int Compare(Triple one, Triple two) => string.CompareOrdinal(one.ToString(), two.ToString());
        static string Term(JsonElement value) => value.ValueKind is JsonValueKind.String ? $"<{value.GetString()}>"
            : value.TryGetProperty("@id", out var id) ? $"<{id.GetString()}>"
            : $"\"{value.GetProperty("@value").GetString()}\"{(value.TryGetProperty("@language", out var language) ? "@" + language.GetString() : "")}";
    }

    [Theory]
    [InlineData("<http://a> <http://b> \"x\" .")]
    [InlineData("<relativ> a <http://b/c> .")]
    [InlineData("@prefix d: <http://d/> . <http://a/b> d:x \"a\nb\" .")]
    [InlineData("@prefix d: <http://d/> . <http://a/b> e:x \"a\" .")]
    [InlineData("@prefix d: <http://d/> . <http://a/b> d:x \"a\" ")]
    public void What_is_no_Turtle_would_be_found(string text) => Assert.ThrowsAny<Exception>(() => Turtle.Read(text));

    [Fact]
    public void Signs_that_end_an_address_or_a_text_are_written_otherwise()
    {
        var graph = new RdfGraph();
        graph.Add("https://example.org/a b>", "dcat:Dataset", ("dct:title", RdfTerm.Text("\"; <x>\\\t\u0002\r\n", "de")), ("dct:issued", RdfTerm.Day(new DateOnly(2026, 1, 2))), ("dct:license", null));
        var triples = Turtle.Read(graph.ToTurtle());
        Assert.Equal(3, triples.Count);
        Assert.Equal("\"\"; <x>\\\t\u0002\r\n\"@de", triples[1].Object);
        Assert.All(triples, triple => Assert.Equal("https://example.org/a%20b%3E", triple.Subject));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_sitemap_names_every_public_page_and_nothing_else(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, moderator) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator));
        var number = await site.ArticleAsync(moderator);
        var draft = await site.ArticleAsync(moderator, NewsSteps.Text("Entwurf"), new(Domain.Editing.PublicationStep.Keep));
        var visitor = Browsing.Visitor(site);
        var pages = Locations(await visitor.Client.GetStringAsync(Links.Sitemap), "urlset");
        foreach (var there in new[] { Links.Results, Links.Meetings, Links.Papers, Links.Services, Links.Measures, Links.Texts, Links.Home, Links.News, Links.Idea(idea, "Mehr Bänke am Markt"), Links.Article(number, "Ein neuer Brunnen"), Links.Page("impressum"), Links.Process("smart-city") })
            Assert.Contains($"https://localhost{there}", pages);
        Assert.DoesNotContain(pages, page => page.Contains($"/neuigkeiten/{draft}/", StringComparison.Ordinal));
        foreach (var page in pages) Assert.Equal((page, 200), (page, (int)(await visitor.Client.GetAsync(new Uri(page).PathAndQuery)).StatusCode));

        var robots = await visitor.Client.GetStringAsync("/robots.txt");
        Assert.Contains("Sitemap: https://localhost/sitemap.xml", robots, StringComparison.Ordinal);
        var closed = robots.Split('\n').Where(line => line.StartsWith("Disallow: ", StringComparison.Ordinal)).Select(line => line["Disallow: ".Length..]).ToList();
        Assert.DoesNotContain(pages, page => closed.Exists(path => new Uri(page).AbsolutePath.StartsWith(path, StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_the_committees_side_it_names_what_is_public_and_neither_drafts_nor_what_was_withdrawn(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await new Given(site).IdeaAsync();
        await site.WithDbAsync(async db =>
        {
            var (process, body, strategy) = (await db.Processes.FirstAsync(), A.Body(), A.Strategy());
            db.AddRange(body, strategy);
            foreach (var (number, title, publication) in new[] { (1, "Offen", Publication.At(A.Moment)), (2, "Entwurf", Publication.Draft), (3, "Zurück", new Publication(A.Moment, A.Moment, "Falsch.")) })
                db.AddRange(A.Meeting(body, number, title, publication), A.Paper(body, number, title, publication), ProcessResult.Begin(number, process.Id, A.ResultPlan(title), "", publication, A.Moment));
            db.AddRange(A.Measure(strategy, 1, "Offen"), A.Measure(strategy, 2, "Entwurf", published: false), A.Service(1, "Offen"), A.Service(2, "Entwurf", published: false));
            return await db.SaveChangesAsync();
        });
        var visitor = Browsing.Visitor(site);
        var pages = Locations(await visitor.Client.GetStringAsync(Links.Sitemap), "urlset");
        foreach (var there in new[] { Links.Meeting(1, "Offen"), Links.Paper(1, "Offen"), Links.Result(1, "Offen"), Links.Measure(1, "Offen"), Links.Service(1, "Offen"), Links.Body(1, A.Body().Name), Links.Strategy })
            Assert.Contains($"https://localhost{there}", pages);
        Assert.DoesNotContain(pages, page => page.EndsWith("/entwurf", StringComparison.Ordinal) || page.EndsWith("/zurueck", StringComparison.Ordinal));
        var datasets = await visitor.Client.GetStringAsync(Links.CatalogueTurtle);
        foreach (var name in new[] { "ratsarbeit", "massnahmen", "dienste", "ideen", "neuigkeiten" }) Assert.Contains($"/dcat/#{name}>", datasets, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Too_many_pages_for_one_file_stand_in_several(string database)
    {
        await using var site = await TestSite.StartAsync(database, settings: settings => settings["OpenData:SitemapPages"] = "3");
        var given = new Given(site);
        for (var i = 0; i < 7; i++) await given.IdeaAsync(title: $"Bank am Platz {i}");
        var visitor = Browsing.Visitor(site);
        var files = Locations(await visitor.Client.GetStringAsync(Links.Sitemap), "sitemapindex");
        Assert.Equal(3, files.Count(file => file.Contains("/ideen-", StringComparison.Ordinal)));
        var pages = new List<string>();
        foreach (var file in files) pages.AddRange(Locations(await visitor.Client.GetStringAsync(new Uri(file).AbsolutePath), "urlset"));
        Assert.Equal(7, pages.Count(page => page.Contains("/bank-am-platz-", StringComparison.Ordinal)));
        Assert.Equal(pages.Count, pages.Distinct().Count());
        foreach (var nothing in new[] { Links.SitemapPart("ideen", 4), Links.SitemapPart("ideen", 0), Links.SitemapPart("gibtesnicht", 1), "/sitemap/ideen-99999999999.xml" })
            Assert.Equal(404, (int)(await visitor.Client.GetAsync(nothing)).StatusCode);
    }

    private static List<string> Locations(string xml, string root)
    {
        var document = XDocument.Parse(xml);
        Assert.Equal(Sitemap + root, document.Root!.Name);
        return [.. document.Descendants(Sitemap + "loc").Select(location => location.Value)];
    }
}
