using Microsoft.EntityFrameworkCore;
using Participation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>What the script adds to the form of an idea: nothing typed is lost, and the tools do what they say.</summary>
public sealed class DraftJourneyTests(LiveSite live) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task What_a_visitor_typed_survives_a_reload_and_signing_in_and_is_forgotten_once_handed_in()
    {
        var page = await live.OpenAsync(width: 390);
        await page.GotoAsync("/ideen/neu");
        await page.Locator("#Input_Title").FillAsync("Ein Bücherschrank für Eggerscheidt");
        await page.Locator("#Input_Body").FillAsync("Am alten Feuerwehrhaus ist Platz für einen Schrank.");
        await page.ReloadAsync();
        await Expect(page.Locator("#Input_Title")).ToHaveValueAsync("Ein Bücherschrank für Eggerscheidt");
        await Expect(page.Locator("[data-restored]")).ToBeVisibleAsync();

        await LiveSite.SignInAsync(page, "buergerin@demo.example");
        await page.GotoAsync("/ideen/neu");
        await Expect(page.Locator("#Input_Body")).ToHaveValueAsync("Am alten Feuerwehrhaus ist Platz für einen Schrank.");
        await page.Locator("#Input_Place").FillAsync("Feuerwehrhaus");
        await Expect(page.Locator("[data-saved]")).ToContainTextAsync("Entwurf gespeichert um");
        Assert.True(await live.Site.WithDbAsync(db => db.Ideas.AnyAsync(idea => idea.Place == "Feuerwehrhaus")));

        await page.Locator("#Input_Topic").SelectOptionAsync("mobilitaet");
        await page.Locator("#Input_Rules").CheckAsync();
        await page.Locator("button[value=einreichen]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Ein Bücherschrank für Eggerscheidt");
        await Expect(page.Locator("main")).ToBeVisibleAsync();
        await LiveSite.UntilAsync(page, "localStorage.getItem('idee:entwurf') === null");
        Assert.Equal(1, await live.Site.WithDbAsync(db => db.Ideas.CountAsync(idea => idea.Title == "Ein Bücherschrank für Eggerscheidt")));
    }

    [Fact]
    public async Task A_draft_of_another_account_is_not_shown_and_an_own_one_can_be_discarded()
    {
        var page = await live.OpenAsync();
        await page.GotoAsync("/ideen/neu");
        await page.EvaluateAsync("localStorage.setItem('idee:entwurf', JSON.stringify({ person: 'Jemand anderes', at: Date.now(), fields: { 'Input.Title': 'Fremd' } }))");
        await page.ReloadAsync();
        await Expect(page.Locator("[data-toolbar]")).ToBeVisibleAsync();
        await Expect(page.Locator("#Input_Title")).ToHaveValueAsync("");

        await page.Locator("#Input_Title").FillAsync("Ein eigener Titel");
        await page.ReloadAsync();
        await page.Locator("[data-discard]").ClickAsync();
        await Expect(page.Locator("#Input_Title")).ToHaveValueAsync("");
        await page.ReloadAsync();
        await Expect(page.Locator("[data-toolbar]")).ToBeVisibleAsync();
        await Expect(page.Locator("#Input_Title")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Changes_of_an_existing_idea_survive_a_reload_until_they_are_saved_or_discarded()
    {
        var page = await live.OpenAsync();
        await LiveSite.SignInAsync(page, "buergerin@demo.example");
        var person = await live.Site.WithDbAsync(db => db.Users.Where(user => user.Email == "buergerin@demo.example").Select(user => user.PersonId).SingleAsync());
        var number = await new Given(live.Site).IdeaAsync(new(person, Domain.Accounts.Role.Citizen), title: "Eine Bank an der Anger");
        await page.GotoAsync($"/ideen/{number}/bearbeiten");
        await page.Locator("#Input_Body").FillAsync("Am Ufer fehlt eine Bank mit Lehne, am besten im Schatten.");
        await Expect(page.Locator("[data-saved]")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("#Input_Body")).ToHaveValueAsync("Am Ufer fehlt eine Bank mit Lehne, am besten im Schatten.");
        await page.Locator("[data-discard]").ClickAsync();
        await Expect(page.Locator("#Input_Body")).ToHaveValueAsync("Auf dem Marktplatz fehlen Bänke im Schatten.");

        await page.Locator("#Input_Body").FillAsync("Am Ufer fehlt eine Bank mit Lehne und Schatten.");
        await page.Locator("#bearbeiten .form-end button[type=submit]").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Eine Bank an der Anger");
        await LiveSite.UntilAsync(page, "number => localStorage.getItem('idee:' + number) === null", number);
    }

    [Fact]
    public async Task What_is_typed_before_the_script_is_there_is_kept_and_survives_a_reload()
    {
        var page = await live.OpenAsync();
        await LiveSite.SignInAsync(page, "buerger@demo.example");
        var arrives = new TaskCompletionSource();
        await page.RouteAsync("**/built/js/**", async route =>
        {
            await arrives.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/ideen/neu", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
        await page.Locator("#Input_Title").FillAsync("Schneller als das Skript");
        arrives.SetResult();
        await Expect(page.Locator("[data-saved]")).ToBeVisibleAsync();
        await page.UnrouteAllAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("#Input_Title")).ToHaveValueAsync("Schneller als das Skript");
        await Expect(page.Locator("[data-restored]")).ToBeVisibleAsync();
        await page.Locator("[data-discard]").ClickAsync();
        await Expect(page.Locator("#Input_Title")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Tools_short_cuts_preview_and_similar_ideas_work_while_writing()
    {
        var page = await live.OpenAsync();
        await LiveSite.SignInAsync(page, "buerger@demo.example");
        await page.GotoAsync("/ideen/neu");
        await Expect(page.Locator("[data-toolbar]")).ToBeVisibleAsync();
        var body = page.Locator("#Input_Body");
        await body.FillAsync("wichtig");
        await body.SelectTextAsync();
        await page.Keyboard.PressAsync("Control+b");
        await Expect(body).ToHaveValueAsync("**wichtig**");
        await page.Keyboard.PressAsync("Control+b");
        await Expect(body).ToHaveValueAsync("wichtig");
        await page.Locator("[data-tool=bullets]").ClickAsync();
        await Expect(body).ToHaveValueAsync("- wichtig");
        await Expect(page.Locator("[data-characters]")).ToHaveTextAsync("Noch 9.991 Zeichen");

        await page.Locator("[data-show-preview]").ClickAsync();
        await Expect(page.Locator("[data-preview] li")).ToHaveTextAsync("wichtig");
        await new Given(live.Site).IdeaAsync(title: "Trinkbrunnen an jedem Spielplatz");
        await page.Locator("#Input_Title").FillAsync("Trinkbrunnen am Spielplatz");
        await Expect(page.Locator("[data-similar] a", new() { HasTextString = "Trinkbrunnen an jedem Spielplatz" })).ToBeVisibleAsync();
        Assert.Empty(await LiveSite.AccessibilityProblemsAsync(page));
        if (Environment.GetEnvironmentVariable("FORM_PICTURES") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "form.png"), FullPage = true });
    }
}
