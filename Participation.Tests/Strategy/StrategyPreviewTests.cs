using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.News;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Strategy;

/// <summary>What the form of the strategy does without saving: it shows how things will look, and it refuses what would take measures their field.</summary>
public sealed class StrategyPreviewTests
{
    private const string Form = "#strategie";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_preview_shows_what_stands_on_the_page_in_its_order_and_saves_nothing(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var staff = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        Dictionary<string, string> typed = new()
        {
            ["Input.Title"] = "Ratingen <b>digital</b>", ["Input.Subtitle"] = "Gemeinsam weiter", ["Input.Notice"] = "Nur ein Entwurf.", ["Input.Summary"] = "Digital **zusammen** <script>alert(1)</script>.",
            ["Input.Fields[0].Title"] = "Verwaltung", ["Input.Fields[0].Description"] = "Ohne Papier.", ["Input.Fields[0].Order"] = "2", ["Input.Fields[1].Title"] = "Klima", ["Input.Fields[1].Description"] = "Messen.", ["Input.Fields[1].Order"] = "1",
        };
        var page = await staff.SubmitAsync(Links.EditStrategy, Form, typed, "button[formaction*='Preview']");
        Assert.Equal(200, (int)staff.Last.StatusCode);
        var preview = page.QuerySelector("#vorschau")!;
        Assert.Equal(("Ratingen <b>digital</b>", "Gemeinsam weiter", "Nur ein Entwurf.", "zusammen"), (preview.QuerySelector(".kern-heading-large")!.TextContent, preview.QuerySelector(".lead")!.TextContent, preview.QuerySelector(".flash")!.TextContent, preview.QuerySelector("strong")!.TextContent));
        Assert.Equal(["Klima", "Verwaltung"], preview.QuerySelectorAll("h3").Select(title => title.TextContent));
        Assert.Empty(preview.QuerySelectorAll("script, b"));
        var again = NewsSteps.Sent(page, Form);
        Assert.All(typed, field => Assert.Equal(field.Value, again[field.Key]));
        Assert.Equal((0, 0), await site.WithDbAsync(async db => (await db.Strategies.CountAsync(), await db.AuditEntries.CountAsync(entry => entry.Action.StartsWith("strategy")))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_field_goes_only_when_no_measure_belongs_to_it_and_the_form_says_which_one_does(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.WithDbAsync(db =>
        {
            var paper = A.Strategy();
            db.AddRange(paper, A.Measure(paper, 1, "Zehn Ladepunkte"));
            return db.SaveChangesAsync();
        });
        var (staff, visitor) = (await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)), Browsing.Visitor(site));
        var page = await staff.SubmitAsync(Links.EditStrategy, Form, Without(0));
        Assert.NotEqual(302, (int)staff.Last.StatusCode);
        Assert.Contains("Zum Handlungsfeld „Verwaltung online“ gehören Maßnahmen.", page.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Verwaltung online", "Klima"], await FieldsAsync());

        await staff.SubmitAsync(Links.EditStrategy, Form, Without(1));
        Assert.Equal(302, (int)staff.Last.StatusCode);
        Assert.Equal(["Verwaltung online"], await FieldsAsync());
        Assert.NotNull((await visitor.GetAsync(Links.Strategy)).QuerySelector($"a[href='{Links.Measure(1, "Zehn Ladepunkte")}']"));

        static Dictionary<string, string> Without(int field) => new() { [$"Input.Fields[{field}].Title"] = "", [$"Input.Fields[{field}].Description"] = "" };
        async Task<IEnumerable<string>> FieldsAsync() => (await visitor.GetAsync(Links.Strategy)).QuerySelectorAll("h2.field__head span:last-child").Select(title => title.TextContent);
    }
}
