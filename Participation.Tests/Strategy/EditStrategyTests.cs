using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Tests.News;
using Participation.Tests.Support;
using Participation.Tests.Uploads;
using Participation.Web.Editing;
using Participation.Web.Shared;

namespace Participation.Tests.Strategy;

/// <summary>The form of the strategy: from a draft to a page that everybody reads, and out of view again.</summary>
public sealed class EditStrategyTests
{
    private const string Form = "#strategie";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_strategy_is_a_draft_first_is_published_changed_and_withdrawn_with_a_reason(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (staff, visitor) = (await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)), Browsing.Visitor(site));
        Assert.NotNull((await visitor.GetAsync(Links.Strategy)).QuerySelector(".empty"));
        await staff.SubmitAsync(Links.EditStrategy, Form, Filled());
        Assert.Equal((302, Links.EditStrategy), ((int)staff.Last.StatusCode, staff.Last.Headers.Location?.ToString()));
        Assert.NotNull((await visitor.GetAsync(Links.Strategy)).QuerySelector(".empty"));
        Assert.DoesNotContain("Ratingen.digital 2025plus", (await visitor.GetAsync(Links.SearchFor("2025plus"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await staff.GetAsync(Links.Strategy)).QuerySelector("main [role=note]"));

        await staff.SubmitAsync(Links.EditStrategy, Form, new() { ["Input.Publish.Step"] = "Publish" });
        var page = await visitor.GetAsync(Links.Strategy);
        Assert.Equal("Ratingen.digital 2025plus", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("zusammen", page.QuerySelector(".prose strong")!.TextContent);
        Assert.Equal(["2021-05", "2021-06-24"], page.QuerySelectorAll("#weg ~ ol time").Select(time => time.GetAttribute("datetime")!));
        Assert.Equal(["Klima", "Verwaltung online"], page.QuerySelectorAll("h2.field__head span:not(.field__number)").Select(title => title.TextContent));
        Assert.Null(page.QuerySelector("main [role=note]"));

        await staff.SubmitAsync(Links.EditStrategy, Form, new() { ["Input.Subtitle"] = "Gemeinsam weiter." });
        Assert.Contains("Gemeinsam weiter.", (await visitor.GetAsync(Links.Strategy)).QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);

        page = await staff.SubmitAsync(Links.EditStrategy, Form, new() { ["Input.Publish.Step"] = "Withdraw" });
        Assert.NotNull(page.QuerySelector(".error-list a[href='#Input_Publish_Reason']"));
        Assert.NotNull((await visitor.GetAsync(Links.Strategy)).QuerySelector(".prose"));
        await staff.SubmitAsync(Links.EditStrategy, Form, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Wird neu beschlossen." });
        page = await visitor.GetAsync(Links.Strategy);
        Assert.Equal(410, (int)visitor.Last.StatusCode);
        Assert.Contains("Wird neu beschlossen.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("2025plus", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["strategy.create", "strategy.change", "strategy.change", "strategy.withdraw"],
            await site.WithDbAsync(db => db.AuditEntries.OrderBy(entry => entry.Position).Where(entry => entry.Action.StartsWith("strategy")).Select(entry => entry.Action).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_scheduled_strategy_appears_by_itself_when_its_time_comes(string database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 1, 12, 8, 59, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var (staff, visitor) = (await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)), Browsing.Visitor(site));
        var page = await staff.SubmitAsync(Links.EditStrategy, Form, Filled(new() { ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = "2027-01-12T09:59" }));
        Assert.Equal((400, "#Input_Publish_At"), ((int)staff.Last.StatusCode, page.QuerySelector(".error-list a")?.GetAttribute("href")));
        await staff.SubmitAsync(Links.EditStrategy, Form, Filled(new() { ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = "2027-01-12T10:00" }));
        Assert.Equal(302, (int)staff.Last.StatusCode);
        Assert.Equal("2027-01-12T10:00", (await staff.GetAsync(Links.EditStrategy)).QuerySelector("#Input_Publish_At")!.GetAttribute("value"));
        await site.UseAsync<PublishDue>(due => due.ExecuteAsync(default));
        Assert.NotNull((await visitor.GetAsync(Links.Strategy)).QuerySelector(".empty"));

        clock.SetUtcNow(new DateTimeOffset(2027, 1, 12, 9, 0, 1, TimeSpan.Zero));
        await site.UseAsync<PublishDue>(due => due.ExecuteAsync(default));
        Assert.Equal("Ratingen.digital 2025plus", (await visitor.GetAsync(Links.Strategy)).QuerySelector("h1")!.TextContent);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_found_no_strategy_does_not_write_over_the_one_that_somebody_else_began_meanwhile(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (fast, slow) = (await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator, "Flink")), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
        var first = NewsSteps.Sent(await slow.GetAsync(Links.EditStrategy), Form);
        var theirs = NewsSteps.Sent(await fast.GetAsync(Links.EditStrategy), Form);
        foreach (var (name, value) in Filled(new() { ["Input.Publish.Step"] = "Publish" })) theirs[name] = value;
        for (var times = 0; times < 2; times++)
        {
            await fast.PostAsync(Links.EditStrategy, theirs);
            Assert.Equal(302, (int)fast.Last.StatusCode);
        }

        Assert.Equal((1, 1), await site.WithDbAsync(async db => (await db.Strategies.CountAsync(), await db.AuditEntries.CountAsync(entry => entry.Action.StartsWith("strategy")))));
        Dictionary<string, string> typed = new()
        {
            ["Input.Title"] = "Langsame Strategie", ["Input.Summary"] = "Mit *Geduld*.", ["Input.FilePages"] = "41", ["Input.FilePlace"] = "Ratsinformation", ["Input.StatusDates[2].On"] = "2022", ["Input.StatusDates[2].Label"] = "Fortgeschrieben",
            ["Input.Fields[2].Title"] = "Bildung", ["Input.Fields[2].Description"] = "Lernen am Netz.",
        };
        foreach (var (name, value) in Filled(typed)) first[name] = value;
        var page = await slow.PostAsync(Links.EditStrategy, first);
        Assert.Equal(409, (int)slow.Last.StatusCode);
        Assert.Contains("Flink", page.QuerySelector("[aria-labelledby=inzwischen]")!.TextContent, StringComparison.Ordinal);
        var again = NewsSteps.Sent(page, Form);
        Assert.Equal(typed, typed.Keys.ToDictionary(name => name, name => again[name]));
        Assert.Equal("Ratingen.digital 2025plus", (await Browsing.Visitor(site).GetAsync(Links.Strategy)).QuerySelector("h1")!.TextContent);
        await slow.PostAsync(Links.EditStrategy, again);
        Assert.Equal(302, (int)slow.Last.StatusCode);
        Assert.Equal("Langsame Strategie", (await Browsing.Visitor(site).GetAsync(Links.Strategy)).QuerySelector("h1")!.TextContent);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_typed_is_kept_comes_back_and_is_forgotten_once_it_is_saved(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var staff = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        await staff.SubmitAsync(Links.EditStrategy, Form, Filled(), "[data-keep-now]");
        Assert.Equal((0, 1), await site.WithDbAsync(async db => (await db.Strategies.CountAsync(), await db.KeptForms.CountAsync())));
        var page = await staff.GetAsync(Links.EditStrategy);
        Assert.NotNull(page.QuerySelector("#zwischenstand-verwerfen"));
        var fields = NewsSteps.Sent(page, Form);
        Assert.All(Filled(), field => Assert.Equal(field.Value, fields[field.Key]));
        await staff.PostAsync(Links.EditStrategy, fields);
        Assert.Equal(302, (int)staff.Last.StatusCode);
        Assert.Equal((1, 0), await site.WithDbAsync(async db => (await db.Strategies.CountAsync(), await db.KeptForms.CountAsync())));
        Assert.Null((await staff.GetAsync(Links.EditStrategy)).QuerySelector("#zwischenstand-verwerfen"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_paper_stands_beside_it_as_a_document_and_as_a_file_elsewhere_with_size_and_pages(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (staff, visitor) = (await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)), Browsing.Visitor(site));
        var fields = NewsSteps.Sent(await staff.GetAsync(Links.EditStrategy), Form);
        Dictionary<string, string> file = new()
        {
            ["Input.FileAddress"] = "https://www.stadt-ratingen.de/strategie.pdf", ["Input.FilePlace"] = "stadt-ratingen.de", ["Input.FileFormat"] = "PDF", ["Input.FileKilobytes"] = "649", ["Input.FilePages"] = "39", ["Input.FileDated"] = "2021-06",
            ["Input.Documents.Title"] = "Die Strategie", ["Input.Publish.Step"] = "Publish",
        };
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Filled(file)) fields[name] = value;
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        using var pdf = new ByteArrayContent(PdfBytes.Of());
        pdf.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(pdf, "Input.Documents.File", "strategie.pdf");
        await staff.SendFormAsync(Links.EditStrategy, form);
        Assert.Equal(302, (int)staff.Last.StatusCode);

        var panel = (await visitor.GetAsync(Links.Strategy)).QuerySelector("[aria-labelledby=papier]")!;
        Assert.Equal(("Die Strategie", "/dokumente/1/die-strategie.pdf"), (panel.QuerySelector(".attachments a")!.TextContent, panel.QuerySelector(".attachments a")!.GetAttribute("href")));
        Assert.Matches("PDF, [0-9]+ KB", panel.QuerySelector(".attachments")!.TextContent.Replace('\u00A0', ' '));
        Assert.Equal(PdfBytes.Of(), await visitor.Client.GetByteArrayAsync("/dokumente/1/die-strategie.pdf"));
        Assert.Equal(file["Input.FileAddress"], panel.QuerySelector("a.more")!.GetAttribute("href"));
        Assert.Contains("stadt-ratingen.de", panel.QuerySelector("a.more")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("PDF, 649 KB, 39 Seiten, Stand Juni 2021", panel.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);

        await staff.SubmitAsync(Links.EditStrategy, Form, new() { ["Input.Title"] = "Anders" });
        Assert.NotNull((await visitor.GetAsync(Links.Strategy)).QuerySelector(".attachments a"));
        var without = NewsSteps.Sent(await staff.GetAsync(Links.EditStrategy), Form);
        Assert.True(without.Remove("Input.Documents.Kept"));
        await staff.PostAsync(Links.EditStrategy, without);
        Assert.Null((await visitor.GetAsync(Links.Strategy)).QuerySelector(".attachments a"));
        Assert.Equal(0, await site.WithDbAsync(db => db.Attachments.CountAsync(beside => beside.SubjectKind == SubjectKind.Strategy)));
    }

    private static Dictionary<string, string> Filled(Dictionary<string, string>? other = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["Input.Title"] = "Ratingen.digital 2025plus", ["Input.Publisher"] = "Stadt Ratingen", ["Input.Summary"] = "Digital **zusammen**.",
            ["Input.StatusDates[0].On"] = "2021-05", ["Input.StatusDates[0].Label"] = "Entwurf", ["Input.StatusDates[1].On"] = "2021-06-24", ["Input.StatusDates[1].Label"] = "Eingebracht",
            ["Input.Fields[0].Title"] = "Verwaltung online", ["Input.Fields[0].Description"] = "Ohne Papier.", ["Input.Fields[0].Order"] = "2", ["Input.Fields[1].Title"] = "Klima", ["Input.Fields[1].Description"] = "Messen.", ["Input.Fields[1].Order"] = "1",
        };
        foreach (var (name, value) in other ?? []) fields[name] = value;
        return fields;
    }
}
