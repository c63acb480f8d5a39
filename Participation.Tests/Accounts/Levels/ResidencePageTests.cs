using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts.Levels;

namespace Participation.Tests.Accounts.Levels;

/// <summary>The page of one's own residence.</summary>
public sealed class ResidencePageTests
{
    private const string Page = "/konto/wohnsitz";

    [Fact]
    public async Task Someone_declares_to_live_here_goes_on_where_they_came_from_and_takes_it_back()
    {
        await using var site = await TestSite.StartAsync();
        var person = await new Given(site).PersonAsync();
        var browsing = await Browsing.AsAsync(site, person);

        var empty = await browsing.SubmitAsync($"{Page}?weiter=%2Fverfahren", "#angabe", []);
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.NotNull(empty.QuerySelector("#fehler a[href='#Input_Declares']"));
        Assert.Equal(Verification.Email, await site.LevelAsync(person));

        await browsing.SubmitAsync($"{Page}?weiter=%2Fverfahren", "#angabe", new(StringComparer.Ordinal) { ["Input.Declares"] = "true" });
        Assert.Equal("/verfahren", browsing.Last.Headers.Location?.ToString());
        Assert.Equal(Verification.SelfDeclaredResident, await site.LevelAsync(person));

        var page = await browsing.GetAsync(Page);
        Assert.Null(page.QuerySelector("#angabe"));
        Assert.Equal("Wohnsitz angegeben", page.QuerySelector("[aria-current=step] .phases__name")?.TextContent);
        await browsing.SubmitAsync(Page, "#zuruecknehmen", []);
        Assert.Equal(Verification.Email, await site.LevelAsync(person));
    }

    [Fact]
    public async Task The_way_back_never_leaves_the_site()
    {
        await using var site = await TestSite.StartAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        await browsing.SubmitAsync($"{Page}?weiter=https%3A%2F%2Fevil.example", "#angabe", new(StringComparer.Ordinal) { ["Input.Declares"] = "true" });
        Assert.Equal("/", browsing.Last.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_letter_is_asked_for_cancelled_printed_and_its_code_entered()
    {
        await using var site = await TestSite.StartAsync();
        var person = await new Given(site).PersonAsync();
        var browsing = await Browsing.AsAsync(site, person);
        await browsing.SubmitAsync($"{Page}/brief", "#brief", Fields());
        Assert.Equal(Page, browsing.Last.Headers.Location?.ToString());
        await browsing.SubmitAsync(Page, "#abbestellen", []);
        Assert.Equal(0, await site.WithDbAsync(db => db.LetterRequests.CountAsync()));

        await browsing.SubmitAsync($"{Page}/brief", "#brief", Fields());
        await site.BatchAsync(await new Given(site).PersonAsync(Role.Administrator));
        Assert.Null((await browsing.GetAsync(Page)).QuerySelector("#abbestellen"));
        var refused = await browsing.SubmitAsync(Page, "#briefcode", new(StringComparer.Ordinal) { ["Input.Code"] = "0000 0000" });
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.Contains("5 Versuche", refused.QuerySelector("#briefcode")!.TextContent, StringComparison.Ordinal);
        refused = await browsing.SubmitAsync(Page, "#briefcode", new(StringComparer.Ordinal) { ["Input.Code"] = "BBBB BBBB" });
        Assert.Contains("4", refused.QuerySelector("#Input_Code-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("4 Versuche", refused.QuerySelector("#briefcode")!.TextContent, StringComparison.Ordinal);

        var code = await site.InScopeAsync(async services => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<LetterSeal>(services)
            .OpenCode((await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Web.Data.ParticipationDbContext>(services).LetterRequests.SingleAsync()).Code!));
        await browsing.SubmitAsync($"{Page}?weiter=%2Fideen", "#briefcode", new(StringComparer.Ordinal) { ["Input.Code"] = $" {code[..4].ToLowerInvariant()}-{code[4..]} " });
        Assert.Equal("/ideen", browsing.Last.Headers.Location?.ToString());
        Assert.Equal(Verification.VerifiedResident, await site.LevelAsync(person));
        Assert.Contains("mit dem Code aus einem Brief", (await browsing.GetAsync(Page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var mail = (await new Mailbox(site).WaitAsync($"{person.Person.Value:N}@example.org"))[^1];
        Assert.Contains("mit dem Code aus einem Brief", mail.TextBody!, StringComparison.Ordinal);
        Assert.Equal(Page, Mailbox.Link(mail));
        Assert.NotNull((await browsing.GetAsync("/mitteilungen")).QuerySelector($"main a[href='{Page}']"));
    }

    [Fact]
    public async Task What_is_wrong_in_the_letters_form_is_said_at_its_field_and_everything_typed_is_kept()
    {
        await using var site = await TestSite.StartAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        (string Field, string Value)[] wrong =
        [
            ("Input.GivenNames", ""), ("Input.GivenNames", "123"), ("Input.GivenNames", new string('x', 10_000)), ("Input.FamilyName", "a\nb"), ("Input.BirthDate", "gestern"), ("Input.BirthDate", "31.02.1990"),
            ("Input.BirthDate", "24.12.1890"), ("Input.Street", " "), ("Input.Extra", new string('x', 101)), ("Input.PostalCode", "10115"), ("Input.PostalCode", ""),
        ];
        foreach (var (field, value) in wrong)
        {
            var fields = Fields();
            fields[field] = value;
            var page = await browsing.SubmitAsync($"{Page}/brief", "#brief", fields);
            Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode is HttpStatusCode.Conflict ? HttpStatusCode.BadRequest : browsing.Last.StatusCode);
            Assert.True(page.QuerySelector($"#fehler a[href='#{field.Replace('.', '_')}']") is not null, $"{field}: {value[..Math.Min(20, value.Length)]}");
            Assert.Equal("Lintorfer Straße 3", field is "Input.Street" ? "Lintorfer Straße 3" : page.QuerySelector("[name='Input.Street']")?.GetAttribute("value"));
        }

        Assert.Equal(0, await site.WithDbAsync(db => db.LetterRequests.CountAsync()));
    }

    [Fact]
    public async Task A_city_without_postal_codes_offers_no_letters()
    {
        await using var site = await TestSite.StartAsync(settings: settings =>
        {
            for (var i = 0; i < 5; i++) settings[$"Levels:PostalCodes:{i}"] = null;
        }, services: services => Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions.PostConfigure<LevelsOptions>(services, levels => levels.PostalCodes = []));
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        Assert.Null((await browsing.GetAsync(Page)).QuerySelector($"main a[href^='{Page}/brief']"));
        await browsing.GetAsync($"{Page}/brief");
        Assert.Equal(HttpStatusCode.NotFound, browsing.Last.StatusCode);
    }

    internal static Dictionary<string, string> Fields() => new(StringComparer.Ordinal)
    {
        ["Input.GivenNames"] = "Erika", ["Input.FamilyName"] = "Mustermann", ["Input.BirthDate"] = "24.12.1990", ["Input.Street"] = "Lintorfer Straße 3", ["Input.Extra"] = "", ["Input.PostalCode"] = "40878",
    };
}
