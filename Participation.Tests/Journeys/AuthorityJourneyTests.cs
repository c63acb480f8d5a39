using Microsoft.Playwright;
using Participation.Tests.Support;
using Participation.Tests.Support.Authority;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>The way in through another OpenID Connect server, in a real browser between two real servers, with and without script.</summary>
public sealed class AuthorityJourneyTests(AuthorityLiveSite both) : IClassFixture<AuthorityLiveSite>
{
    [Theory, InlineData(true, 1280, ColorScheme.Light), InlineData(false, 390, ColorScheme.Dark)]
    public async Task A_visitor_joins_through_the_authority_signs_out_of_both_and_comes_back(bool script, int width, ColorScheme theme)
    {
        var who = new Claimant($"lea-{script}") { Name = $"Lea vom Blauen See {width}", Email = $"lea-{width}@neu.example", IsVerified = true, Level = "stufe3", PostalCode = "40878" };
        var page = await both.Live.OpenAsync(script, theme, width);
        var complaints = await Complaints.OfAsync(page);
        await page.GotoAsync("/konto/anmelden?weiter=%2Fkonto");
        Assert.Empty(await ProblemsAsync(page, script));
        await page.Locator("a[data-authority=amt]").ClickAsync();
        await AnswerAsync(page, who, "ja");

        await Expect(page.Locator("#Input_Name")).ToHaveValueAsync(who.Name);
        Assert.Empty(await ProblemsAsync(page, script));
        await page.Locator("#willkommen button.kern-btn--primary").ClickAsync();
        await Expect(page.Locator("#fehler li")).ToHaveCountAsync(1);
        await page.Locator("#Input_Terms").CheckAsync();
        await page.Locator("#willkommen button.kern-btn--primary").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(who.Name);

        await page.GotoAsync("/konto/anmeldewege");
        await Expect(page.Locator("#verbundene-konten")).ToContainTextAsync("substantiell");
        Assert.Empty(await ProblemsAsync(page, script));
        await page.GotoAsync("/konto");
        await page.Locator("#abmelden button").ClickAsync();
        await page.WaitForURLAsync(both.Live.Address + "/");
        await Expect(page.Locator("[role=status]").First).ToContainTextAsync("Bürgeramt");

        await page.GotoAsync("/konto/anmelden?weiter=%2Fkonto");
        await page.Locator("a[data-authority=amt]").ClickAsync();
        await Expect(page.Locator("#angemeldet")).ToHaveTextAsync("");
        await AnswerAsync(page, who, "nein");
        await Expect(page.Locator("[data-problem=Cancelled]")).ToBeVisibleAsync();
        Assert.Empty(await ProblemsAsync(page, script));
        await page.Locator("main a.kern-btn").ClickAsync();
        await AnswerAsync(page, who, "ja");
        await Expect(page.Locator("h1")).ToHaveTextAsync(who.Name);
        // The refused form is a 400, and the other server has no icon; anything else would be a mistake.
        Assert.DoesNotContain(complaints.Met, one => !one.Contains("console: Failed to load resource", StringComparison.Ordinal));
    }

    private static async Task AnswerAsync(IPage page, Claimant who, string button)
    {
        foreach (var (name, value) in who.Fields) await page.Locator($"[name={name}]").FillAsync(value);
        await page.Locator($"button[name={button}]").ClickAsync();
    }

    /// <summary>axe needs a script to look; without one the pages are the same.</summary>
    private static async Task<IEnumerable<string>> ProblemsAsync(IPage page, bool script) => script ? await LiveSite.AccessibilityProblemsAsync(page) : [];
}

/// <summary>The site and the other server, both on real ports.</summary>
public sealed class AuthorityLiveSite : IAsyncLifetime
{
    private AuthorityServer _server = null!;

    public LiveSite Live { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _server = await AuthorityServer.StartAsync();
        Live.Site.Use(_server.Settings());
        await Live.InitializeAsync();
        await _server.AdmitAsync(Live.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await Live.DisposeAsync();
        await _server.DisposeAsync();
    }
}
