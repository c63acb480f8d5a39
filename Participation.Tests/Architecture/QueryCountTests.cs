using System.Net;
using Participation.Domain.Accounts;
using Participation.Tests.Support;

namespace Participation.Tests.Architecture;

/// <summary>A page costs as many queries in a full city as in a new one.</summary>
public sealed class QueryCountTests
{
    /// <summary>What the dearest page costs now: an idea with its discussion, for someone signed in.</summary>
    private const int Most = 20;

    /// <summary>A cookie is checked once a minute; these are read faster, on a slow machine too.</summary>
    private const int PagesPerCookie = 20;

    private const string Search = "/suche?q=B%C3%A4nke";

    private static readonly string[] Pages =
    [
        "/ergebnisse", "/ergebnisse/1/ergebnis-0", "/ergebnisse/1/fassungen", "/ergebnisse/1/karte", "/verwaltung/ergebnisse", "/verwaltung/ergebnisse/1",
        "/gremien", "/gremien/1/ausschuss-0", "/sitzungen", "/sitzungen/1/sitzung-0", "/vorlagen", "/vorlagen?q=vorlage", "/vorlagen/1/vorlage-0", "/gremien/kalender.ics",
        "/verwaltung/rat", "/verwaltung/rat?bereich=Papers&stand=Published&q=vorlage", "/verwaltung/rat?bereich=Bodies", "/verwaltung/rat?bereich=Terms", "/verwaltung/rat?bereich=People", "/verwaltung/gremien/1", "/verwaltung/ratsmitglieder/2", "/verwaltung/wahlperioden/2", "/verwaltung/sitzungen/1", "/verwaltung/sitzungen/1/tagesordnung", "/verwaltung/vorlagen/1", "/verwaltung/beschluesse/1",
        "/", "/ideen", "/ideen?q=B%C3%A4nke", "/ideen/1/baenke-am-platz-1", "/ideen/1/gespraech/1", "/ideen/1/fassungen", "/verfahren", "/verfahren/smart-city", "/vorhaben", "/vorhaben/1/vorhaben-0", "/vorhaben/1/fassungen", "/vorhaben/1/fassungen/1", "/vorhaben/1/fassungen/1/geschrieben", "/vorhaben/1/fassungen/vergleich", "/vorhaben/1/mitreden", "/vorhaben/1/mitreden/stelle?abschnitt=Background&version=0&von=0&bis=5", "/vorhaben/1/vorschlaege", "/vorhaben/1/vorschlaege/1", "/vorhaben/1/anmerkungen", "/vorhaben/1/anmerkungen/1", "/organisationen/viele-vorhaben", "/verwaltung/verfahren", "/verwaltung/verfahren/smart-city", "/moderation", "/moderation?bereich=beschwerden", Search, "/moderation/entscheidungen", "/moderation/ideen/1", "/moderation/ideen/1/zusammenfuehren", "/moderation/person?fall=1", "/moderation/vorhaben/1", "/moderation/vorhaben/1/vorschlaege/1", "/moderation/vorhaben/1/anmerkungen/1", "/moderation/sammelentscheidung?von=v1:1", "/moderation/ideen/1/kuerzen", "/mitteilungen", "/konto/ideen", "/verwaltung/protokoll", "/transparenz/2026-1", "/moderation/ideen/1/beitraege/1", "/moderation/sammelentscheidung?von=1", "/moderation/vorlagen", "/moderation/notizen?fall=1", "/moderation/uebernehmen?fall=1", "/verwaltung/dokumente", "/moderation?bereich=nachschau",
        "/neuigkeiten", "/neuigkeiten?stichwort=viele", "/neuigkeiten/1/meldung-0", "/stichwort/viele", "/wissen", "/wissen?q=viele", "/seite/seite-0", "/seite/seite-0/fassungen", "/verwaltung", "/verwaltung/meldungen", "/verwaltung/meldungen/1", "/verwaltung/seiten", "/verwaltung/seiten/seite-0",
        "/neuigkeiten/feed.atom", "/stichwort/viele/feed.atom", "/ideen/1/feed.atom", "/sitemap.xml",
        "/sitzungen/1/live", "/sitzungen/1/live?reihenfolge=neu", "/sitzungen/1/projektor", "/sitzungen/1/fragen/1", "/verwaltung/sitzungen/1/live", "/moderation/sitzungen/1/fragen/1",
        "/api/v1/processes", "/api/v1/ideas", "/api/v1/ideas/1", "/api/v1/ideas/1/versions", "/api/v1/stances", "/api/v1/comments?idea=1",
        "/texte", "/texte/1/text-0-ueber-baenke", "/texte/1/fassungen", "/texte/1/feed.atom", "/api/v1/texts", "/api/v1/texts/1", "/verwaltung/texte", "/verwaltung/texte/1", "/verwaltung/texte/1/loeschen",
        "/strategie", "/massnahmen", "/massnahmen?verzug=ja", "/massnahmen/1/massnahme-0", "/dienste", "/dienste/1/dienst-0", "/dienste/stand/2026-1", "/verwaltung/strategie", "/verwaltung/massnahmen", "/verwaltung/massnahmen/1", "/verwaltung/dienste", "/verwaltung/dienste/1", "/verwaltung/dienste/import", "/api/v1/measures", "/api/v1/measures/1", "/api/v1/services", "/api/v1/services/1",
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Pages_cost_the_same_with_ten_and_with_three_hundred_rows(string database)
    {
        var counter = new QueryCounter();
        await using var site = await TestSite.StartAsync(database, services: counter.Register);
        var reader = await new Given(site).PersonAsync(Role.Administrator);
        var city = new CrowdedCity(site, reader);

        await city.GrowToAsync(10);
        await CostsAsync(site, reader, counter);
        var few = await CostsAsync(site, reader, counter);
        await city.GrowToAsync(300);
        var many = await CostsAsync(site, reader, counter);

        var table = string.Join('\n', Pages.Select(page => $"{page}: {few[page]} and {many[page]}"));
        // The search counts its finds only when it does not show them all.
        Assert.True(Pages.All(page => many[page] == few[page] + (page is Search ? 1 : 0)), table);
        Assert.True(Pages.All(page => few[page] is > 0 and <= Most), table);
    }

    [Fact]
    public async Task A_page_that_asks_more_would_be_found()
    {
        var counter = new QueryCounter();
        await using var site = await TestSite.StartAsync(services: counter.Register);
        var reader = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        await reader.GetAsync("/verfahren");
        counter.Take();
        await reader.GetAsync("/verfahren");
        var once = counter.Take();
        await reader.GetAsync("/verfahren");
        await reader.GetAsync("/verfahren");
        Assert.Equal(2 * once, counter.Take());
    }

    /// <summary>Signed in, so that no page comes from the cache; with a fresh cookie, so that none is checked in between.</summary>
    private static async Task<Dictionary<string, int>> CostsAsync(TestSite site, Actor reader, QueryCounter counter)
    {
        var costs = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var some in Pages.Chunk(PagesPerCookie))
        {
            var browsing = await Browsing.AsAsync(site, reader);
            foreach (var page in some)
            {
                counter.Take();
                await browsing.GetAsync(page);
                costs[page] = counter.Take();
                Assert.Equal((page, HttpStatusCode.OK), (page, browsing.Last.StatusCode));
            }
        }

        return costs;
    }
}
