using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;
using Participation.Tests.Support;
using Participation.Web.Proposals.Pdf;
using Participation.Web.Shared;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Participation.Tests.Proposals;

/// <summary>The file of a signed proposal: complete, tagged, made once, and not to be broken by any text.</summary>
public sealed partial class ProposalPdfTests
{
    private const string Rich = """
        ## Warum das nötig ist

        Es **fehlen** *sichere* Wege, siehe #1 und [die Karte](https://example.org/karte?a=1&b=2)[^1].

        - erstens
          - darin
        - [x] zweitens

        3. drittens

        > Ein Zitat & mehr.

        | Straße | Länge |
        |---|---:|
        | Markt | 120 m |

        ```
        wie  getippt
        ```

        ![Ein Plan](https://example.org/plan.png) 😀

        [^1]: Die Quelle
        """;

    private static readonly DateOnly Soon = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(5);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_file_says_all_that_was_signed_and_is_tagged(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await (await site.ProposalAsync(text: Rich, title: "Rad & Weg <sicher>")).WithCostsAsync(new CostLine("Markierung", 125_050, null), new CostLine("Pflege", null, 90_000));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(site, given.Number)).StatusCode);
        await given.PublishedAsync(Soon);

        using var answer = await GetAsync(site, given.Number);
        var file = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var pdf = PdfDocument.Open(file);
        var text = Space().Replace(string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)), "");
        var signed = (await given.ReadAsync()).Signatures.First().At;
        string[] said =
        [
            "Rad & Weg <sicher>", "Wege für alle.", "Ausgangslage", "Ziel", "Maßnahmen", "Kosten", "Zeitplan", "Beteiligte", "Warum das nötig ist", "sichere", "die Karte", "erstens", "darin", "[x] zweitens", "3.", "Ein Zitat & mehr.",
            "Straße", "120 m", "wie  getippt", "[Ein Plan]".Trim('[', ']'), "Die Quelle", "Markierung", "1.250,50", "900", "STADT", "WERKE", "Entstanden aus", "Mehr Bänke am Markt", (await given.ReadAsync()).ContentHash!, Links.Proposal(given.Number), $"{signed:yyyy}",
        ];
        Assert.All(said, word => Assert.Contains(Space().Replace(word, ""), text, StringComparison.Ordinal));
        Assert.Equal("Rad & Weg <sicher>", pdf.Information.Title);
        Assert.Equal("de", ((StringToken)pdf.Structure.Catalog.CatalogDictionary.Data["Lang"]).Data);
        Assert.True(pdf.TryGetXmpMetadata(out var metadata));
        var xmp = metadata!.GetXDocument().ToString();
        Assert.Contains("Rad &amp; Weg &lt;sicher&gt;", xmp, StringComparison.Ordinal);
        Assert.Contains("part>1<", xmp, StringComparison.Ordinal);
        var raw = Encoding.Latin1.GetString(file);
        Assert.Matches("/Marked true", raw);
        Assert.Equal([1, 8, 6, 6], new[] { "H1", "H2", "H3", "BlockQuote" }.Select(tag => Count(raw, tag)));
        // A table in each section, one of costs, one of signatures; a link of words, one of the picture and one of the idea in each section.
        Assert.Equal(8, Count(raw, "Table"));
        Assert.True(Count(raw, "Link") >= 12, "links");
        Assert.Contains("https://example.org/karte?a=1&b=2", raw, StringComparison.Ordinal);
        Assert.Contains("/Scope/Column", raw.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task It_is_made_once_even_when_many_ask_at_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await (await site.ProposalAsync()).PublishedAsync(Soon);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => await (await GetAsync(site, given.Number)).Content.ReadAsByteArrayAsync()));
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Equal(1, await site.WithDbAsync(db => db.ProposalPdfs.CountAsync()));
        using var first = await GetAsync(site, given.Number);
        using var again = new HttpRequestMessage(HttpMethod.Get, Links.ProposalPdf(given.Number));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var client = site.CreateClient();
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    public static TheoryData<string, string> HostileTexts => new()
    {
        { "a very long word", new string('ä', 20_000) },
        { "deep quotes", string.Concat(Enumerable.Range(1, 99).Select(depth => $"{string.Concat(Enumerable.Repeat("> ", depth))}tief {depth}\n\n")) },
        { "deep lists", string.Concat(Enumerable.Range(0, 90).Select(depth => $"{new string(' ', depth * 2)}- tief {depth}\n")) },
        { "a table with many columns", string.Join('\n', Enumerable.Repeat("|" + string.Concat(Enumerable.Repeat("a|", 400)), 20).Prepend("|" + string.Concat(Enumerable.Repeat("-|", 400))).Prepend("|" + string.Concat(Enumerable.Repeat("h|", 400)))) },
        { "a table with many rows", "|a|b|\n|-|-|\n" + string.Concat(Enumerable.Repeat("|eins|zwei|\n", 1_500)) },
        { "a cell longer than a page", "|a|b|\n|-|-|\n|" + string.Concat(Enumerable.Repeat("Wort ", 4_000)) + "|b|" },
        { "what no font has", string.Concat(Enumerable.Repeat("😀 \u202e中文 \ud83d ﷽ \u0301 ", 1_500)) },
        { "headings only", string.Concat(Enumerable.Repeat("# Überschrift\n\n", 1_300)) },
        { "links only", string.Concat(Enumerable.Repeat("[a](https://example.org/ä) ", 700)) },
        { "empty items", string.Concat(Enumerable.Repeat("- \n", 2_500)) },
    };

    [Theory, MemberData(nameof(HostileTexts))]
    public async Task No_text_breaks_it_or_runs_away(string name, string text)
    {
        await using var site = await TestSite.StartAsync();
        var given = await (await site.ProposalAsync(text: text)).PublishedAsync(Soon);
        var began = Stopwatch.GetTimestamp();
        var made = await site.UseAsync<MakeProposalPdf, MadePdf?>(make => make.ExecuteAsync(given.Number, default));
        using var pdf = PdfDocument.Open(made!.Content);
        Assert.True(pdf.NumberOfPages is > 0 and < 600 && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60), $"{name}: {pdf.NumberOfPages} pages in {Stopwatch.GetElapsedTime(began)}");
        var last = string.Concat(pdf.GetPage(pdf.NumberOfPages).Letters.Select(letter => letter.Value));
        Assert.Contains((await given.ReadAsync()).ContentHash![..8], last + string.Concat(pdf.GetPage(Math.Max(1, pdf.NumberOfPages - 1)).Letters.Select(letter => letter.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_longer_than_a_file_may_be_is_left_to_the_print_view()
    {
        await using var site = await TestSite.StartAsync();
        var given = await (await site.ProposalAsync(text: string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("WWWWWWWWW ", 20)) + "\n\n", 1_900)))).PublishedAsync(Soon);
        for (var i = 0; i < 2; i++)
        {
            using var answer = await GetAsync(site, given.Number);
            Assert.Equal((HttpStatusCode.Redirect, Links.ProposalPrint(given.Number)), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }
    }

    private static async Task<HttpResponseMessage> GetAsync(TestSite site, int number)
    {
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync(Links.ProposalPdf(number));
        return visitor.Last;
    }

    private static int Count(string raw, string tag) => Regex.Count(raw, $@"/S\s*/{tag}\b", RegexOptions.None, TimeSpan.FromSeconds(5));

    [GeneratedRegex("\\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
