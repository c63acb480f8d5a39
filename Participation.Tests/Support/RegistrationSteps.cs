using Microsoft.Playwright;
using Participation.Tests.Accounts;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Support;

/// <summary>The way of somebody without an account to being signed in, as people go it in a browser.</summary>
internal static class RegistrationSteps
{
    /// <summary>Registers from the start page, with one mistake on the way, confirms by the mail's link and signs in.</summary>
    public static async Task JoinAsync(this LiveSite live, IPage page, string name, string email)
    {
        await RegisterAsync(page, name, email);
        await page.GotoAsync(Mailbox.Link((await new Mailbox(live.Site).WaitAsync(email))[0]));
        await page.Locator("#bestaetigen button[type=submit]").ClickAsync();
        await Expect(page.Locator("[role=status] p").First).ToBeVisibleAsync();
        await SignInHereAsync(page, email);
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
