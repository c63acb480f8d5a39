using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Playwright;
using Participation.Tests.Accounts;
using Participation.Tests.Accounts.OpenId;
using Participation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>From another site to ours and back, in a browser that enforces the policy of every page on the way.</summary>
public sealed class ApplicationJourneyTests(LiveSite live) : IClassFixture<LiveSite>
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task Someone_comes_from_an_application_signs_in_agrees_and_is_sent_back(bool script)
    {
        var email = $"otto-{(script ? "mit" : "ohne")}@neu.example";
        await SignInTests.AddAsync(live.Site, email);
        await using var other = await OtherSiteAsync();
        var app = await ClientApp.RegisterAsync(live.Site, name: "Stadtbus", redirects: [$"{other.Urls.First()}/zurueck"]);
        var page = await live.OpenAsync(script);
        var complaints = await Complaints.OfAsync(page);

        await page.GotoAsync(Address(app, other));
        await SignInAsync(page, email);
        await Expect(page.Locator("h1")).ToHaveTextAsync("„Stadtbus“ möchte Ihr Konto verwenden");
        if (script) Assert.Empty(await LiveSite.AccessibilityProblemsAsync(page));
        await page.Locator("#zustimmung button[value=ja]").ClickAsync();
        await Expect(page.Locator("body")).ToHaveTextAsync("Angekommen");

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(Address(app, other));
        await SignInAsync(page, email);
        // At an address of the own machine anything could wait under this name, so the question comes every time.
        await page.Locator("#zustimmung button[value=ja]").ClickAsync();
        await Expect(page.Locator("body")).ToHaveTextAsync("Angekommen");
        Assert.Empty(complaints.Met);

        await page.GotoAsync("/konto/anwendungen");
        await Expect(page.Locator("#anwendungen")).ToContainTextAsync("Stadtbus");
        if (script) Assert.Empty(await LiveSite.AccessibilityProblemsAsync(page));
    }

    [Fact]
    public async Task An_administrator_registers_an_application_and_every_page_of_it_is_accessible()
    {
        var page = await live.OpenAsync();
        await live.SignInByCookieAsync(page, await new Given(live.Site).PersonAsync(Domain.Accounts.Role.Administrator));
        await page.GotoAsync("/verwaltung/anwendungen/neu");
        Assert.Empty(await LiveSite.AccessibilityProblemsAsync(page));
        await page.Locator("#anwendung [name='Input.Redirects']").FillAsync("http://app.example.org/");
        await page.Locator("#anwendung button[type=submit]").ClickAsync();
        await Expect(page.Locator("#fehler")).ToBeVisibleAsync();
        Assert.Empty(await LiveSite.AccessibilityProblemsAsync(page));
        await page.Locator("#anwendung [name='Input.Name']").FillAsync("Wetterseite");
        await page.Locator("#anwendung [name='Input.Kind']").SelectOptionAsync("Confidential");
        await page.Locator("#anwendung [name='Input.Redirects']").FillAsync("https://wetter.example.org/zurueck");
        await page.Locator("#anwendung button[type=submit]").ClickAsync();
        await page.Locator("#geheimnis-erneuern button").ClickAsync();
        await Expect(page.Locator("[data-secret]")).ToBeVisibleAsync();
        Assert.Empty(await LiveSite.AccessibilityProblemsAsync(page));
        await page.GotoAsync("/verwaltung/anwendungen");
        await Expect(page.Locator("main")).ToContainTextAsync("Wetterseite");
        Assert.Empty(await LiveSite.AccessibilityProblemsAsync(page));
    }

    private string Address(ClientApp app, WebApplication other) => live.Address + QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?>
    {
        ["client_id"] = app.ClientId, ["response_type"] = "code", ["redirect_uri"] = $"{other.Urls.First()}/zurueck", ["scope"] = "openid profile ideas:write", ["state"] = "s",
        ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(ClientApp.Verifier))), ["code_challenge_method"] = "S256",
    });

    private static async Task SignInAsync(IPage page, string email)
    {
        await page.Locator("#anmelden input[type=email]").FillAsync(email);
        await page.Locator("#anmelden input[type=password]").FillAsync(Steps.Password);
        await page.Locator("#anmelden button[type=submit]").ClickAsync();
    }

    private static async Task<WebApplication> OtherSiteAsync()
    {
        var site = WebApplication.CreateSlimBuilder().Build();
        site.Urls.Add("http://127.0.0.1:0");
        site.MapGet("/favicon.ico", () => Microsoft.AspNetCore.Http.Results.NoContent());
        site.MapGet("/zurueck", (string? code) => code is null ? "Ohne Code" : "Angekommen");
        await site.StartAsync();
        return site;
    }
}
