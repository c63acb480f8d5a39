using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Strategy.Services;
using Participation.Tests.Support;
using Participation.Web.Shared;
using Participation.Web.Strategy.Services;
using Participation.Web.Strategy.Services.Import;

namespace Participation.Tests.Strategy;

public sealed class ImportServicesTests
{
    private const string Head = "name;beschreibung;reifegradmodell;stufe";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Reading_the_export_in_changes_nothing_whatever_people_wrote(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        await site.WithDbAsync(async db =>
        {
            foreach (var (number, name) in new[] { (901, "=1+1"), (902, "'=1+1"), (903, "@Büro; „Amt“ \"quer\""), (904, "'normal"), (905, " '' -2".Trim()) })
            {
                var service = A.Service(number, name);
                Assert.Null(service.Change(service.Plan with { Key = $"99{number:000}000000000", Note = "erste Zeile\n\n=zweite; \"Zeile\"", Address = "https://example.org/?a=1;b=2", LightSet = TrafficLight.Green, LightReason = "-Probe" }, service.Version, null, A.Moment));
                db.OnlineServices.Add(service);
            }

            return await db.SaveChangesAsync();
        });
        var states = await site.WithDbAsync(db => db.ServiceStates.CountAsync());
        var browsing = await ModeratorAsync(site);
        var page = await SendAsync(browsing, await browsing.Client.GetByteArrayAsync(Links.ServicesCsv));
        Assert.Equal("0 0 0 31", Figures(page));
        Assert.Null(page.QuerySelector("#uebernehmen"));
        Assert.Equal(states, await site.WithDbAsync(db => db.ServiceStates.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_table_is_previewed_and_then_does_exactly_that(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await AddAsync(site, A.Service(1, "Bleibt"), A.Service(2, "Ändert sich", level: 1), A.Service(3, "Fehlt"));
        await site.WithDbAsync(async db => { for (var i = 0; i < 3; i++) await db.NextNumberAsync(Web.Data.Counter.OnlineServices, default); return 0; });
        var browsing = await ModeratorAsync(site);
        var page = await SendAsync(browsing, $"{Head};nummer;ampel\r\nBleibt;Neue Anschrift melden.;1.1;2;1;gelb\r\nÄndert sich;Neue Anschrift melden.;1.1;4;;grün\r\nNeu;Ganz neu.;2,0;7;;\r\n;;;;;\r\n");
        Assert.Equal("1 1 1 1", Figures(page));
        Assert.Contains("Ampel: vorher rot, jetzt grün", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, await site.WithDbAsync(db => db.OnlineServices.CountAsync()));

        await ApplyAsync(browsing, page, remove: true);
        Assert.Equal(302, (int)browsing.Last.StatusCode);
        Assert.Equal(["Bleibt", "Neu", "Ändert sich"], (await site.UseAsync<ServiceQueries, IReadOnlyList<ServiceRow>>(queries => queries.ListAsync(default))).Select(service => service.Name).Order(StringComparer.Ordinal));
        Assert.Equal((4, "Neu"), await site.WithDbAsync(async db => (await db.OnlineServices.Where(service => service.Name == "Neu").Select(service => service.Number).SingleAsync(), "Neu")));
        Assert.Contains("Im Abgleich vom", (await site.WithDbAsync(db => db.OnlineServices.SingleAsync(service => service.Number == 3))).Publication.Reason, StringComparison.Ordinal);
        Assert.Equal("+1 ~1 -1", await site.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Action == "service.import").Select(entry => entry.Detail).SingleAsync()));

        // Sent twice, it was looked at once: nothing happens again.
        await ApplyAsync(browsing, page, remove: true);
        Assert.Equal(409, (int)browsing.Last.StatusCode);
        Assert.Equal(4, await site.WithDbAsync(db => db.OnlineServices.CountAsync()));
    }

    [Fact]
    public async Task Without_a_tick_nothing_goes_and_what_changed_meanwhile_is_looked_at_again()
    {
        await using var site = await TestSite.StartAsync();
        await AddAsync(site, A.Service(1, "Bleibt"), A.Service(2, "Fehlt"));
        var browsing = await ModeratorAsync(site);
        var page = await SendAsync(browsing, $"{Head}\nBleibt;Anders.;1.1;2\n");
        await site.WithDbAsync(async db =>
        {
            var service = await db.OnlineServices.SingleAsync(one => one.Number == 1);
            Assert.Null(service.Change(service.Plan with { Office = "Bürgerbüro" }, service.Version, null, A.Moment));
            return await db.SaveChangesAsync();
        });
        page = await ApplyAsync(browsing, page, remove: false);
        Assert.Equal(409, (int)browsing.Last.StatusCode);
        Assert.Contains("Zuständig entfernt, vorher „Bürgerbüro“", page.Body!.TextContent, StringComparison.Ordinal);
        await ApplyAsync(browsing, page, remove: false);
        Assert.Equal(302, (int)browsing.Last.StatusCode);
        Assert.Equal(2, (await site.UseAsync<ServiceQueries, IReadOnlyList<ServiceRow>>(queries => queries.ListAsync(default))).Count);
    }

    [Theory]
    [InlineData("name;beschreibung\nx;y", "Zeile 1, Spalte „reifegradmodell“: Die Spalte „reifegradmodell“ fehlt.")]
    [InlineData(Head + ";preis\na;b;1.1;2;3", "Zeile 1, Spalte „preis“: Die Spalte „preis“ ist unbekannt.")]
    [InlineData(Head + ";name\na;b;1.1;2;3", "Zeile 1, Spalte „name“: Die Spalte „name“ kommt zweimal vor.")]
    [InlineData(Head + "\na;b;1.1;2\na;c;1.1;3", "Zeile 3, Spalte „name“: Das steht schon in Zeile 2.")]
    [InlineData(Head + "\na;b;1.2;2", "Zeile 2, Spalte „reifegradmodell“: Das Modell ist 1.1 oder 2.0.")]
    [InlineData(Head + "\na;b;1.1;5", "Zeile 2, Spalte „stufe“: Dieses Modell hat Stufen von 0 bis 4.")]
    [InlineData(Head + "\n;b;1.1;2", "Zeile 2, Spalte „name“: Hier fehlt etwas.")]
    [InlineData(Head + ";nummer\na;b;1.1;2;77", "Zeile 2, Spalte „nummer“: Das ist keine Nummer eines Dienstes. Neue Dienste haben keine Nummer.")]
    [InlineData(Head + ";ampel\na;b;1.1;2;lila", "Zeile 2, Spalte „ampel“: Die Ampel ist rot, gelb oder grün, oder leer.")]
    [InlineData(Head + ";ampel\na;b;1.1;2;grün", "Zeile 2, Spalte „ampel_grund“: Die Ampel steht anders, als die Stufe sagt; dann gehört ein Grund dazu.")]
    [InlineData(Head + ";adresse\na;b;1.1;2;javascript:alert(1)", "Zeile 2, Spalte „adresse“: Eine Adresse beginnt mit https:// oder http://.")]
    [InlineData(Head + "\na;b;1.1;2;zuviel", "Zeile 2: Die Zeile hat mehr Felder als die erste Zeile.")]
    [InlineData(Head + "\na;\"b;1.1;2", "Zeile 2: Ein Anführungszeichen ist nicht geschlossen.")]
    [InlineData(Head + "\n", "Zeile 1: Die Tabelle enthält keine Zeilen.")]
    [InlineData("", "Zeile 1: Die Tabelle enthält keine Zeilen.")]
    [InlineData("name\0;b", "Zeile 1: Die Datei ist keine lesbare Tabelle. Bitte speichern Sie sie als CSV.")]
    public void Mistakes_name_row_and_column(string table, string sentence)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("de");
        Assert.Contains(sentence, ImportPlan.Of(Encoding.UTF8.GetBytes(table), [], A.Moment).Errors.Select(error => error.Sentence));
    }

    [Fact]
    public void What_spreadsheets_save_is_read_with_any_separator_mark_and_old_encoding()
    {
        foreach (var table in new[] { $"{Head}\r\nGrüße;b;1.1;2\r\n", "name,beschreibung,reifegradmodell,stufe\nGrüße,b,1.1,2\n", "name\tbeschreibung\treifegradmodell\tstufe\nGrüße\tb\t1.1\t2" })
        {
            foreach (var file in new[] { Encoding.UTF8.GetBytes(table), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table)], [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(table)], Encoding.Latin1.GetBytes(table) })
                Assert.Equal("Grüße", Assert.Single(ImportPlan.Of(file, [], A.Moment).Added).Plan.Name);
        }
    }

    [Fact]
    public void A_key_that_a_spreadsheet_rounded_is_noticed() => Assert.Equal(
        "leistungsschluessel", Assert.Single(ImportPlan.Of(Encoding.UTF8.GetBytes($"{Head};leistungsschluessel\na;b;1.1;2;9,91235E+13"), [], A.Moment).Errors).Column);

    [Fact]
    public async Task Too_much_is_refused()
    {
        await using var site = await TestSite.StartAsync();
        var browsing = await ModeratorAsync(site);
        var rows = string.Concat(Enumerable.Range(0, 2001).Select(i => $"d{i};b;1.1;2\n"));
        Assert.Contains("Höchstens 2000 sind möglich", (await SendAsync(browsing, $"{Head}\n{rows}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(400, (int)browsing.Last.StatusCode);
        Assert.NotNull((await SendAsync(browsing, new byte[1024 * 1024 + 1])).QuerySelector("#datei-error"));
        Assert.NotNull((await SendAsync(browsing, Array.Empty<byte>())).QuerySelector("#datei-error"));
    }

    private static async Task<Browsing> ModeratorAsync(TestSite site) => await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));

    private static Task<int> AddAsync(TestSite site, params OnlineService[] services) => site.WithDbAsync(db =>
    {
        db.OnlineServices.AddRange(services);
        return db.SaveChangesAsync();
    });

    private static Task<IHtmlDocument> SendAsync(Browsing browsing, string table) => SendAsync(browsing, Encoding.UTF8.GetBytes(table));

    private static async Task<IHtmlDocument> SendAsync(Browsing browsing, byte[] table)
    {
        var form = await browsing.GetAsync(Links.ImportServices);
        var token = Browsing.Fields((IHtmlFormElement)form.QuerySelector("#tabelle")!)["__RequestVerificationToken"];
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(table), "datei", "dienste.csv" } };
        await browsing.SendFormAsync(Links.ImportServices, content);
        return await new HtmlParser().ParseDocumentAsync(await browsing.Last.Content.ReadAsStringAsync());
    }

    private static Task<IHtmlDocument> ApplyAsync(Browsing browsing, IHtmlDocument preview, bool remove)
    {
        var fields = Browsing.Fields((IHtmlFormElement)preview.QuerySelector("#uebernehmen")!);
        if (remove) fields["entfernen"] = "true";
        return browsing.PostAsync(Links.ImportServicesApply, fields);
    }

    private static string Figures(IHtmlDocument page) => string.Join(' ', page.QuerySelectorAll(".key-figures dd").Select(figure => figure.TextContent));
}
