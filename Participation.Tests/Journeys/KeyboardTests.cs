using Microsoft.Playwright;
using Participation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>Someone without a mouse: nothing here clicks, fills or focuses; there are keys only.</summary>
public sealed class KeyboardTests(LiveSite live) : IClassFixture<LiveSite>
{
    /// <summary>More stops than any page has.</summary>
    private const int Patience = 120;

    [Fact]
    public async Task An_idea_is_submitted_with_keys_alone_from_the_skip_link_over_signing_in_to_its_page()
    {
        var page = await live.OpenAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await IsOnAsync(page, ".skip-link"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#inhalt")).ToBeFocusedAsync();

        await GoToAsync(page, "main a[href='/ideen/neu']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/ideen/neu");
        await GoToAsync(page, "main a[href^='/konto/anmelden']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/konto/anmelden**");
        await WriteAsync(page, "#Input_Email", "buerger@demo.example");
        await WriteAsync(page, "#Input_Password", Web.Demo.DemoAccounts.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/ideen/neu**");

        await WriteAsync(page, "#Input_Title", "Eine Bank vor der Büchere");
        await WriteAsync(page, "#Input_Body", "Dort warten viele Menschen und können nicht sitzen.");
        await GoToAsync(page, "#Input_Title", "Shift+Tab");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("i");
        await GoToAsync(page, "#Input_Topic");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await GoToAsync(page, "#Input_District");
        await page.Keyboard.PressAsync("ArrowDown");
        await GoToAsync(page, "#Input_Rules");
        await page.Keyboard.PressAsync("Space");
        await GoToAsync(page, "button[value=einreichen]");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("h1")).ToHaveTextAsync("Eine Bank vor der Bücherei");
        await Expect(page.Locator(".kicker")).ToHaveTextAsync("Energie und Klima · Mitte");
    }

    private static async Task WriteAsync(IPage page, string field, string text)
    {
        await GoToAsync(page, field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses a key until the focus is where it should be.</summary>
    private static async Task GoToAsync(IPage page, string selector, string key = "Tab")
    {
        for (var i = 0; i < Patience; i++)
        {
            await page.Keyboard.PressAsync(key);
            if (await IsOnAsync(page, selector)) return;
        }

        Assert.Fail($"{key} never comes to {selector} on {page.Url}.");
    }

    private static Task<bool> IsOnAsync(IPage page, string selector) => page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector);
}
