using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using UglyToad.PdfPig;

namespace Participation.Tests.Accounts.Levels;

/// <summary>Printing: every letter once, files for a fresh administrator only, and nothing left once they are sent.</summary>
public sealed class LetterBatchTests
{
    private const string Page = "/verwaltung/briefe";

    [Fact]
    public async Task A_batch_is_made_downloaded_as_often_as_needed_and_gone_once_it_is_sent()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        Assert.Null(await site.AskAsync(await given.PersonAsync()));
        Assert.Null(await site.AskAsync(await given.PersonAsync(), GivenLevels.Recipient("Łukasz", "Öztürk-Weiß", "Düsseldorfer Straße 1", "bei Ñandú")));
        var staff = await given.PersonAsync(Role.Administrator, name: "Systemverwaltung");
        var office = await Browsing.AsAsync(site, staff);
        var page = await office.GetAsync(Page);
        Assert.Contains("2 Briefe", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Mustermann", page.DocumentElement.TextContent, StringComparison.Ordinal);
        await office.SubmitAsync(Page, "#stapel-erstellen", []);
        Assert.Equal(Page, office.Last.Headers.Location?.ToString());

        for (var i = 0; i < 2; i++)
        {
            var pages = await FileAsync(office, $"{Page}/1/briefe.pdf");
            using var pdf = PdfDocument.Open(pages);
            Assert.Equal(2, pdf.NumberOfPages);
            var text = string.Concat(pdf.GetPage(2).Letters.Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal);
            Assert.Contains("ŁukaszÖztürk-Weiß", text, StringComparison.Ordinal);
            Assert.Contains("beiÑandú", text, StringComparison.Ordinal);
            Assert.Contains("StadtRatingen·Minoritenstraße2–6·40878Ratingen", text, StringComparison.Ordinal);
            // The recipient stands in the window: 25 mm from the left, between 62.7 and 90 mm from the top.
            var first = pdf.GetPage(1).Letters.First(letter => letter.PointSize is > 10.5 and < 11.5);
            Assert.InRange(first.StartBaseLine.X / 72 * 25.4, 24, 27);
            Assert.InRange(297 - (first.StartBaseLine.Y / 72 * 25.4), 62.7, 90);
        }

        var list = await FileAsync(office, $"{Page}/1/liste.csv");
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), list[..3]);
        var lines = Encoding.UTF8.GetString(list[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("\"Łukasz\";\"Öztürk-Weiß\";\"bei Ñandú\";\"Düsseldorfer Straße 1\";\"40878\";\"Ratingen\";", lines[2], StringComparison.Ordinal);

        await office.SubmitAsync(Page, "#verschickt-1", []);
        Assert.Equal(Page, office.Last.Headers.Location?.ToString());
        foreach (var file in new[] { "briefe.pdf", "liste.csv" })
        {
            await office.GetAsync($"{Page}/1/{file}");
            Assert.Equal(HttpStatusCode.Gone, office.Last.StatusCode);
        }

        Assert.Equal(0, await site.WithDbAsync(db => db.LetterRequests.CountAsync(letter => letter.Recipient != null || letter.Code != null)));
        var log = await site.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Action.StartsWith("letters.")).OrderBy(entry => entry.Id).ToListAsync());
        Assert.Equal(["letters.print", "letters.download", "letters.download", "letters.download", "letters.send"], log.Select(entry => entry.Action));
        Assert.All(log, entry => Assert.Equal(staff.Person, entry.ActorId));
        Assert.All(log, entry => Assert.StartsWith("batch 1, 2 letters", entry.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_cell_of_the_list_becomes_a_formula_or_leaves_its_column()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        await site.AskAsync(await given.PersonAsync(), GivenLevels.Recipient("=HYPERLINK(\"http://evil\";\"x\")", "+Plus", "@SUM(A1) Straße", "-1;2\"3"));
        await site.BatchAsync(await given.PersonAsync(Role.Administrator));
        var office = await Browsing.AsAsync(site, await given.PersonAsync(Role.Administrator));
        var line = Encoding.UTF8.GetString((await FileAsync(office, $"{Page}/1/liste.csv"))[3..]).Split("\r\n")[1];
        Assert.StartsWith("\"'=HYPERLINK(\"\"http://evil\"\";\"\"x\"\")\";\"'+Plus\";\"'-1;2\"\"3\";\"'@SUM(A1) Straße\";\"40878\";", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_with_signs_that_the_font_does_not_have_are_printed_all_the_same()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        await site.AskAsync(await given.PersonAsync(), GivenLevels.Recipient("李小龍 \u202e\u200b", "Ђорђевић Đặng Ÿ€", "Straße 𝔘𝔫𝔦 1", new string('W', 100)));
        await site.BatchAsync(await given.PersonAsync(Role.Administrator));
        using var pdf = PdfDocument.Open(await FileAsync(await Browsing.AsAsync(site, await given.PersonAsync(Role.Administrator)), $"{Page}/1/briefe.pdf"));
        Assert.Contains("???ЂорђевићĐặngŸ€", string.Concat(pdf.GetPage(1).Letters.Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_administrators_at_once_print_no_letter_twice(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var staff = await given.PersonAsync(Role.Administrator);
        for (var i = 0; i < 8; i++) Assert.Null(await site.AskAsync(await given.PersonAsync(), GivenLevels.Recipient($"Nummer{(char)('A' + i)}")));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.UseAsync<Web.Accounts.Levels.MakeBatch, bool>(async make => (await make.ExecuteAsync(staff, default)).Done)));
        var batches = await site.WithDbAsync(db => db.LetterBatches.ToListAsync());
        Assert.Equal(8, batches.Sum(batch => batch.Letters));
        Assert.Single(batches);
        Assert.Equal(8, await site.WithDbAsync(db => db.LetterRequests.Select(letter => letter.CodeHash).Distinct().CountAsync()));
    }

    [Fact]
    public async Task Staff_whose_sign_in_is_not_fresh_gets_neither_page_nor_files_nor_a_batch()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        var given = new Given(site);
        await site.AskAsync(await given.PersonAsync());
        var staff = await given.PersonAsync(Role.Administrator);
        await site.BatchAsync(staff);
        await site.AskAsync(await given.PersonAsync(), GivenLevels.Recipient("Zweite"));
        var office = await Browsing.AsAsync(site, staff);
        await office.GetAsync(Page);
        Assert.Equal(HttpStatusCode.OK, office.Last.StatusCode);
        clock.Advance(TimeSpan.FromMinutes(11));
        foreach (var address in new[] { Page, $"{Page}/1/liste.csv", $"{Page}/1/briefe.pdf" })
        {
            await office.GetAsync(address);
            Assert.StartsWith("/konto/bestaetigen-sie-sich", office.Last.Headers.Location?.ToString(), StringComparison.Ordinal);
        }

        await office.PostAsync(Page, []);
        await office.PostAsync($"{Page}?handler=Send", new(StringComparer.Ordinal) { ["stapel"] = "1" });
        Assert.Equal((1, 0), await site.WithDbAsync(async db => (await db.LetterBatches.CountAsync(), await db.LetterBatches.CountAsync(batch => batch.SentAt != null))));
        Assert.Equal(0, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "letters.download")));
    }

    [Fact]
    public async Task Moderators_print_no_letters()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var moderator = await given.PersonAsync(Role.Moderator);
        await site.AskAsync(await given.PersonAsync());
        Assert.IsType<Domain.NotAllowed>((await site.UseAsync<Web.Accounts.Levels.MakeBatch, Web.Shared.Outcome<int>>(make => make.ExecuteAsync(moderator, default))).Refusal);
        await site.BatchAsync(await given.PersonAsync(Role.Administrator));
        var office = await Browsing.AsAsync(site, moderator);
        await office.GetAsync($"{Page}/1/liste.csv");
        Assert.Equal(HttpStatusCode.Forbidden, office.Last.StatusCode);
    }

    private static async Task<byte[]> FileAsync(Browsing office, string address)
    {
        using var answer = await office.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
