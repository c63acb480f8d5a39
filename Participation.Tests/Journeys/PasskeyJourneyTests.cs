using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Participation.Tests.Accounts;
using Participation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>Passkeys in a real browser with a virtual authenticator.</summary>
public sealed class PasskeyJourneyTests(LiveSite live) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task Someone_adds_a_passkey_and_signs_in_with_it_without_a_password()
    {
        await SignInTests.AddAsync(live.Site, "paula@neu.example");
        var page = await live.OpenAsync();
        var complaints = await Complaints.OfAsync(page);
        var (browser, authenticator) = await PlugInAsync(page);
        await LiveSite.SignInAsync(page, "paula@neu.example", Steps.Password);

        await page.GotoAsync("/konto/passkeys");
        await page.Locator("#passkey-neu [name='Input.Name']").FillAsync("Virtueller Schlüssel");
        await page.Locator("#passkey-neu button[type=submit]").ClickAsync();
        await Expect(page.Locator("#passkeys")).ToContainTextAsync("Virtueller Schlüssel");
        Assert.Empty(await LiveSite.AccessibilityProblemsAsync(page));

        await page.GotoAsync("/konto/abmelden");
        await page.Locator("#abmelden button").ClickAsync();
        await page.GotoAsync("/konto/anmelden?weiter=%2Fkonto%2Fpasskeys");
        await page.Locator("[data-passkey-get] button").ClickAsync();
        await Expect(page.Locator("#passkeys")).ToContainTextAsync("Virtueller Schlüssel");
        Assert.True(await live.Site.WithDbAsync(db => db.UserPasskeys.AnyAsync(passkey => passkey.Data.SignCount > 1)));

        await page.GotoAsync("/konto/abmelden");
        await page.Locator("#abmelden button").ClickAsync();
        await browser.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = authenticator, ["isUserVerified"] = false });
        await page.GotoAsync("/konto/anmelden");
        await page.Locator("[data-passkey-get] button").ClickAsync();
        await Expect(page.Locator("[data-passkey-problem]")).ToBeVisibleAsync();
        await page.GotoAsync("/konto");
        await Expect(page.Locator("#anmelden")).ToBeVisibleAsync();
        Assert.True(complaints.Met.Count == 0, string.Join('\n', complaints.Met));
    }

    [Fact]
    public async Task Codes_are_set_up_with_the_key_beside_the_picture_and_asked_for_without_script()
    {
        await SignInTests.AddAsync(live.Site, "otto@neu.example");
        var page = await live.OpenAsync(script: false, width: 390);
        await LiveSite.SignInAsync(page, "otto@neu.example", Steps.Password);
        await page.GotoAsync("/konto/zwei-faktoren");
        await Expect(page.Locator("svg.qr")).ToBeVisibleAsync();
        var app = await SetUpCodesAsync(page);

        await page.GotoAsync("/konto/abmelden");
        await page.Locator("#abmelden button").ClickAsync();
        await LiveSite.SignInAsync(page, "otto@neu.example", Steps.Password, arrive: "/konto/anmelden/code");
        await Expect(page.Locator("[data-passkey-get]")).ToHaveCountAsync(0);
        await page.Locator("#code [name='Input.Code']").FillAsync(app.Next());
        await page.Locator("#code button").ClickAsync();
        await page.GotoAsync("/konto/sitzungen");
        await Expect(page.Locator("[data-current]")).ToHaveCountAsync(1);
    }

    [Theory, InlineData(ColorScheme.Light), InlineData(ColorScheme.Dark)]
    public async Task The_pages_about_safety_are_accessible(ColorScheme theme)
    {
        var email = theme is ColorScheme.Light ? "lotte@neu.example" : "dora@neu.example";
        await SignInTests.AddAsync(live.Site, email);
        var page = await live.OpenAsync(theme: theme);
        await PlugInAsync(page);
        await LiveSite.SignInAsync(page, email, Steps.Password);
        foreach (var address in (string[])["/konto", "/konto/zwei-faktoren", "/konto/passkeys", "/konto/sitzungen", "/konto/bestaetigen-sie-sich"])
        {
            await page.GotoAsync(address);
            Assert.Empty(await LiveSite.AccessibilityProblemsAsync(page));
        }

        // With codes set up: the spare ones, and the step between the password and the site.
        await page.GotoAsync("/konto/zwei-faktoren");
        await SetUpCodesAsync(page);
        Assert.Empty(await LiveSite.AccessibilityProblemsAsync(page));
        await page.GotoAsync("/konto/abmelden");
        await page.Locator("#abmelden button").ClickAsync();
        await LiveSite.SignInAsync(page, email, Steps.Password, arrive: "/konto/anmelden/code");
        Assert.Empty(await LiveSite.AccessibilityProblemsAsync(page));
    }

    private static async Task<AppCodes> SetUpCodesAsync(IPage page)
    {
        var app = new AppCodes((await page.Locator("#geheimnis").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal));
        await page.Locator("#einrichten [name='Input.Code']").FillAsync(app.Next());
        await page.Locator("#einrichten button").ClickAsync();
        await Expect(page.Locator("#ersatzcodes li")).ToHaveCountAsync(10);
        return app;
    }

    private static async Task<(ICDPSession Browser, string Authenticator)> PlugInAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        var added = await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        return (browser, added!.Value.GetProperty("authenticatorId").GetString()!);
    }
}
