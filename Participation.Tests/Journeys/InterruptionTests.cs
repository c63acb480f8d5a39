using Microsoft.Playwright;
using Participation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>What interrupts someone who writes an idea: the browser dies, or the session ends. Nothing typed is lost.</summary>
public sealed class InterruptionTests(LiveSite live) : IClassFixture<LiveSite>
{
    private static int _count;
    private readonly string _title = $"Ein Spielschiff an der Anger, Entwurf {Interlocked.Increment(ref _count)}";
    private const string Body = "Zum **Klettern**, mit Mast und Steuerrad.";
    private const string Place = "Spielplatz Poststraße";

    [Fact]
    public async Task After_a_crash_another_browser_offers_the_draft_and_restores_it()
    {
        var page = await live.OpenAsync();
        await live.SignInByCookieAsync(page, await new Given(live.Site).PersonAsync());
        await WriteAsync(page);
        await Expect(page.Locator("[data-saved]")).ToContainTextAsync("Entwurf gespeichert um");
        var cookies = await page.Context.CookiesAsync();
        await CrashAsync(page);

        var other = await live.OpenAsync();
        await other.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = live.Address }));
        await other.GotoAsync("/ideen/neu");
        await Expect(other.Locator("#Input_Title")).ToHaveValueAsync("");
        Assert.Empty(await LiveSite.AccessibilityProblemsAsync(other));
        await other.Locator("[data-offer] a", new() { HasTextString = _title }).ClickAsync();
        await ExpectEverythingAsync(other);

        await other.Locator("#Input_Topic").SelectOptionAsync("mobilitaet");
        await other.Locator("#Input_Rules").CheckAsync();
        await other.Locator("button[value=einreichen]").ClickAsync();
        await Expect(other.Locator("h1")).ToHaveTextAsync(_title);
        Assert.Equal(1, await CountAsync());
        await other.GotoAsync("/ideen/neu");
        await Expect(other.Locator("[data-offer]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task After_a_crash_the_same_browser_shows_what_was_typed_even_before_it_was_saved()
    {
        var page = await live.OpenAsync();
        await live.SignInByCookieAsync(page, await new Given(live.Site).PersonAsync());
        await WriteAsync(page);
        await Expect(page.Locator("[data-saved]")).ToContainTextAsync("Entwurf gespeichert um");
        await page.Locator("#Input_Summary").FillAsync("Kurz vor dem Absturz");
        await CrashAsync(page);

        var again = await page.Context.NewPageAsync();
        await again.GotoAsync("/ideen/neu");
        await ExpectEverythingAsync(again);
        await Expect(again.Locator("#Input_Summary")).ToHaveValueAsync("Kurz vor dem Absturz");
        await Expect(again.Locator("[data-restored]")).ToBeVisibleAsync();
        await Expect(again.Locator("[data-offer]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task After_a_time_out_the_form_leads_to_signing_in_and_everything_is_back_afterwards()
    {
        var page = await live.OpenAsync();
        await LiveSite.SignInAsync(page, "buergerin@demo.example");
        await WriteAsync(page);
        await page.Locator("#Input_Topic").SelectOptionAsync("mobilitaet");
        await page.Locator("#Input_Rules").CheckAsync();
        await SignOutUnnoticedAsync(page);
        await page.Locator("button[value=einreichen]").ClickAsync();
        await Expect(page.Locator("#fehler")).ToBeVisibleAsync();
        await ExpectEverythingAsync(page);
        Assert.Equal(0, await CountSubmittedAsync());

        await page.Locator("main .flash a[href^='/konto/anmelden']").ClickAsync();
        await page.Locator("#anmelden [name='Input.Email']").FillAsync("buergerin@demo.example");
        await page.Locator("#anmelden [name='Input.Password']").FillAsync(Web.Demo.DemoAccounts.Password);
        await page.Locator("#anmelden button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/ideen/neu*");
        await ExpectEverythingAsync(page);
        await Expect(page.Locator("#Input_Topic")).ToHaveValueAsync("mobilitaet");
        await page.Locator("#Input_Rules").CheckAsync();
        await page.Locator("button[value=einreichen]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(_title);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Without_script_the_form_itself_keeps_everything_until_one_is_signed_in_again()
    {
        var page = await live.OpenAsync(script: false);
        await LiveSite.SignInAsync(page, "buerger@demo.example");
        await WriteAsync(page);
        await page.Locator("#Input_Topic").SelectOptionAsync("mobilitaet");
        await page.Locator("#Input_Rules").CheckAsync();
        await SignOutUnnoticedAsync(page);
        await page.Locator("button[value=einreichen]").ClickAsync();
        await ExpectEverythingAsync(page);

        var window = await page.Context.NewPageAsync();
        await LiveSite.SignInAsync(window, "buerger@demo.example");
        await page.Locator("button[value=einreichen]").ClickAsync();
        await Expect(page.Locator("#fehler")).ToBeVisibleAsync();
        await ExpectEverythingAsync(page);
        await page.Locator("button[value=einreichen]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(_title);
        Assert.Equal(1, await CountAsync());
    }

    private async Task WriteAsync(IPage page)
    {
        await page.GotoAsync("/ideen/neu");
        await page.Locator("#Input_Title").FillAsync(_title);
        await page.Locator("#Input_Body").FillAsync(Body);
        await page.Locator("#Input_Place").FillAsync(Place);
    }

    private async Task ExpectEverythingAsync(IPage page)
    {
        await Expect(page.Locator("#Input_Title")).ToHaveValueAsync(_title);
        await Expect(page.Locator("#Input_Body")).ToHaveValueAsync(Body);
        await Expect(page.Locator("#Input_Place")).ToHaveValueAsync(Place);
    }

    /// <summary>Kills the process of the page; no event tells its script.</summary>
    private static async Task CrashAsync(IPage page)
    {
        var crashed = new TaskCompletionSource();
        page.Crash += (_, _) => crashed.TrySetResult();
        var session = await page.Context.NewCDPSessionAsync(page);
        _ = session.SendAsync("Page.crash");
        await crashed.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private async Task SignOutUnnoticedAsync(IPage page)
    {
        var (name, _) = await Browsing.CookieAsync(live.Site, await new Given(live.Site).PersonAsync());
        await page.Context.ClearCookiesAsync(new() { Name = name });
    }

    private Task<int> CountAsync() => live.Site.WithDbAsync(db => Task.FromResult(db.Ideas.Count(idea => idea.Title == _title)));

    private Task<int> CountSubmittedAsync() => live.Site.WithDbAsync(db => Task.FromResult(db.Ideas.Count(idea => idea.Title == _title && idea.Number != null)));
}
