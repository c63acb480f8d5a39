using Microsoft.Playwright;
using Participation.Domain.Accounts;
using Participation.Tests.Accounts;
using Participation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>From nothing to a published idea: someone without an account registers, confirms by mail, signs in and submits; with and without script.</summary>
public sealed class RegistrationJourneyTests(LiveSite live) : IClassFixture<LiveSite>
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_visitor_registers_confirms_submits_and_is_published(bool script)
    {
        var (name, title) = script ? ("Angerbach Anna", "Lesebank am Angerbach") : ("Bert vom Blauen See", "Steg am Blauen See");
        var email = script ? "anna@neu.example" : "bert@neu.example";
        var citizen = await live.OpenAsync(script, width: 390);
        await RegisterAsync(citizen, name, email);
        await citizen.GotoAsync(Mailbox.Link((await new Mailbox(live.Site).WaitAsync(email))[0]));
        await citizen.Locator("#bestaetigen button[type=submit]").ClickAsync();
        await Expect(citizen.Locator("[role=status] p").First).ToBeVisibleAsync();
        await SignInHereAsync(citizen, email);

        await citizen.GotoAsync("/ideen/neu");
        await citizen.Locator("[name='Input.Title']").FillAsync(title);
        await citizen.Locator("[name='Input.Body']").FillAsync("Wo man **sitzen** und aufs Wasser sehen kann.");
        await citizen.Locator("[name='Input.Topic']").SelectOptionAsync("mobilitaet");
        await citizen.Locator("#Input_Rules").CheckAsync();
        await citizen.Locator("button[value=einreichen]").ClickAsync();
        await Expect(citizen.Locator("h1")).ToHaveTextAsync(title);
        var address = new Uri(citizen.Url).AbsolutePath;
        var number = address.Split('/')[2];
        var visitor = await live.OpenAsync(script);
        Assert.Equal(404, (await visitor.GotoAsync(address))!.Status);

        var moderator = await live.OpenAsync(script);
        await live.SignInByCookieAsync(moderator, await new Given(live.Site).PersonAsync(Role.Moderator));
        await moderator.GotoAsync("/moderation");
        await moderator.Locator($"#warteschlange a[href='/moderation/ideen/{number}']").ClickAsync();
        await Expect(moderator.Locator("main")).ToContainTextAsync(name);
        await moderator.Locator("#entscheidung button[value=Publish]").ClickAsync();
        await Expect(moderator.Locator(".flash--yes")).ToBeVisibleAsync();
        await moderator.GotoAsync("/moderation");
        await Expect(moderator.Locator($"#warteschlange a[href='/moderation/ideen/{number}']")).ToHaveCountAsync(0);

        Assert.Equal(200, (await visitor.GotoAsync(address))!.Status);
        await Expect(visitor.Locator(".byline")).ToContainTextAsync(name);
        await Expect(visitor.Locator("article .prose strong")).ToHaveTextAsync("sitzen");
        await citizen.GotoAsync("/mitteilungen");
        await Expect(citizen.Locator("main")).ToContainTextAsync(title);
    }

    private static async Task RegisterAsync(IPage page, string name, string email)
    {
        await page.GotoAsync("/");
        await page.Locator(".tool-link[href^='/konto/anmelden']").ClickAsync();
        await page.Locator("main a[href^='/konto/registrieren']").ClickAsync();
        await page.Locator("[name='Input.Name']").FillAsync(name);
        await page.Locator("[name='Input.Email']").FillAsync(email);
        await page.Locator("[name='Input.Password']").FillAsync(Steps.Password);
        await page.Locator("#registrieren button[type=submit]").ClickAsync();
        await Expect(page.Locator("#fehler li")).ToHaveCountAsync(1);
        await Expect(page.Locator("[name='Input.Name']")).ToHaveValueAsync(name);
        await page.Locator("[name='Input.Password']").FillAsync(Steps.Password);
        await page.Locator("#Input_Terms").CheckAsync();
        await page.Locator("#registrieren button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/konto/registriert");
    }

    /// <summary>On the page to which confirming leads.</summary>
    private static async Task SignInHereAsync(IPage page, string email)
    {
        await page.Locator("#anmelden [name='Input.Email']").FillAsync(email);
        await page.Locator("#anmelden [name='Input.Password']").FillAsync(Steps.Password);
        await page.Locator("#anmelden button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/konto/anmelden", StringComparison.Ordinal));
    }
}
