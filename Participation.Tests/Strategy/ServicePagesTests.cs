using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Domain.Strategy.Services;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Strategy;

public sealed class ServicePagesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_list_is_filtered_by_light_level_and_words(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        var visitor = Browsing.Visitor(site);
        Assert.Equal(26, await CountAsync(Links.Services));
        Assert.Equal(5, await CountAsync(Links.ServicesWith(TrafficLight.Green)));
        Assert.Equal(6, await CountAsync("/dienste?stufe=1.1-3"));
        Assert.Equal(1, await CountAsync("/dienste?q=fuehrungszeugnis"));
        Assert.Equal(0, await CountAsync("/dienste?q=gibtesnicht"));
        Assert.Equal(26, await CountAsync("/dienste?ampel=9&stufe=x&seite=99"));

        async Task<int> CountAsync(string address) => (await visitor.GetAsync(address)).QuerySelectorAll(".service-list > li").Length;
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_list_of_a_past_quarter_is_what_it_was_then(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.WithDbAsync(db =>
        {
            var (early, gone, late) = (A.Service(1, "Früh", level: 1, at: Day(2025, 2, 1)), A.Service(2, "Weg", at: Day(2025, 2, 1)), A.Service(3, "Spät", at: Day(2025, 7, 1)));
            Assert.Null(early.Change(early.Plan with { Maturity = new Maturity(MaturityModel.V11, 4) }, early.Version, null, Day(2025, 5, 1)));
            Assert.Null(gone.Publish(new PublicationChange(PublicationStep.Withdraw, Reason: "Entfallen."), null, Day(2025, 6, 1)));
            db.OnlineServices.AddRange(early, gone, late, A.Service(4, "Entwurf", published: false, at: Day(2025, 1, 1)));
            return db.SaveChangesAsync();
        });
        var visitor = Browsing.Visitor(site);
        Assert.Equal(["Früh: rot", "Weg: gelb"], await LinesAsync(new Quarter(2025, 1)));
        Assert.Equal(["Früh: grün"], await LinesAsync(new Quarter(2025, 2)));
        Assert.Equal(["Früh: grün", "Spät: gelb"], await LinesAsync(new Quarter(2025, 3)));
        Assert.Empty(await LinesAsync(new Quarter(2024, 4)));
        var page = await visitor.GetAsync(Links.ServicesAt(new Quarter(2025, 3)));
        Assert.Equal(["0 0 0 0", "0 1 1 2", "1 0 0 1", "1 1 0 2"], page.QuerySelectorAll("section[aria-labelledby='zahlen'] tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent))));
        await visitor.GetAsync("/dienste/stand/2025-5");
        Assert.Equal(404, (int)visitor.Last.StatusCode);
        await visitor.GetAsync("/dienste/stand/2099-1");
        Assert.Equal(404, (int)visitor.Last.StatusCode);

        async Task<IEnumerable<string>> LinesAsync(Quarter quarter) => (await visitor.GetAsync(Links.ServicesAt(quarter))).QuerySelectorAll("section[aria-labelledby='anzahl'] tbody tr")
            .Select(row => $"{row.QuerySelector("th")!.TextContent.Trim()}: {row.QuerySelector("td")!.TextContent.Trim()}");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_moderator_adds_a_service_and_its_page_tells_what_changed(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var page = await browsing.SubmitAsync(Links.NewService, "#dienst", Filled(new() { ["Input.Key"] = "123", ["Input.Level"] = "5", ["Input.Address"] = "javascript:alert(1)" }));
        Assert.Equal(["#Input_Address", "#Input_Key", "#Input_Level"], page.QuerySelectorAll(".error-list a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));
        await browsing.SubmitAsync(Links.NewService, "#dienst", Filled());
        Assert.Equal(302, (int)browsing.Last.StatusCode);
        page = await browsing.SubmitAsync(Links.NewService, "#dienst", Filled(new() { ["Input.Name"] = "Anderer Name" }));
        Assert.Equal((409, true), ((int)browsing.Last.StatusCode, page.QuerySelector(".error-list a[href='#Input_Name']") is not null));

        await browsing.SubmitAsync(Links.EditService(1), "#dienst", new() { ["Input.Level"] = "3", ["Input.Light"] = "Green", ["Input.LightReason"] = "Bescheid kommt <b>per Mail</b>." });
        var text = (await Browsing.Visitor(site).GetAsync(Links.Service(1, "Wohnsitz ummelden"))).Body!.TextContent;
        Assert.Contains("Ampel: vorher gelb, jetzt grün", text, StringComparison.Ordinal);
        Assert.Contains("Bescheid kommt <b>per Mail</b>.", text, StringComparison.Ordinal);
        Assert.Contains("99 123 456 789 012", text, StringComparison.Ordinal);
        Assert.Equal(["service.create", "service.change"], await site.WithDbAsync(db => db.AuditEntries.OrderBy(entry => entry.At).Where(entry => entry.Action.StartsWith("service")).Select(entry => entry.Action).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_said_of_a_service_while_it_was_planned_or_out_of_view_is_told_to_nobody(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        await browsing.SubmitAsync(Links.NewService, "#dienst", Filled(new() { ["Input.Office"] = "Geheimamt", ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = "2099-01-01T10:00" }));
        await browsing.SubmitAsync(Links.EditService(1), "#dienst", new() { ["Input.Office"] = "Bürgerbüro" });
        await browsing.SubmitAsync(Links.EditService(1), "#dienst", new() { ["Input.Publish.Step"] = "Publish" });
        await browsing.SubmitAsync(Links.EditService(1), "#dienst", new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Wird geprüft." });
        await browsing.SubmitAsync(Links.EditService(1), "#dienst", new() { ["Input.Office"] = "Schattenamt" });
        await browsing.SubmitAsync(Links.EditService(1), "#dienst", new() { ["Input.Office"] = "Standesamt", ["Input.Publish.Step"] = "Publish" });
        var history = (await Browsing.Visitor(site).GetAsync(Links.Service(1, "Wohnsitz ummelden"))).QuerySelector("section[aria-labelledby=verlauf]")!;
        Assert.DoesNotContain("Geheimamt", history.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Schattenamt", history.TextContent, StringComparison.Ordinal);
        Assert.Matches("Bürgerbüro[^:]*Standesamt", history.TextContent);
        Assert.Contains("Wird geprüft.", history.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, history.QuerySelectorAll("li").Length);
    }

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 12, 0, 0, TimeSpan.Zero);

    private static Dictionary<string, string> Filled(Dictionary<string, string>? other = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["Input.Name"] = "Wohnsitz ummelden", ["Input.Description"] = "Neue Anschrift.", ["Input.Key"] = "99 123 456 789 012", ["Input.Model"] = "V11", ["Input.Level"] = "2", ["Input.Publish.Step"] = "Publish",
        };
        foreach (var (name, value) in other ?? []) fields[name] = value;
        return fields;
    }
}
