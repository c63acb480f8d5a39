using Participation.Domain.Accounts;
using Participation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>The whole way of an idea in real browsers: written, published, seen, answered by others; with and without script.</summary>
public sealed class IdeaJourneyTests(LiveSite live) : IClassFixture<LiveSite>
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_citizen_submits_a_moderator_publishes_and_everyone_can_take_part(bool script)
    {
        var title = script ? "Trinkwasser am Busbahnhof" : "Fahrradpumpe am Rathaus";
        var citizen = await live.OpenAsync(script, width: 390);
        await LiveSite.SignInAsync(citizen, "buergerin@demo.example");
        await citizen.GotoAsync("/ideen/neu");
        await citizen.Locator("[name='Input.Title']").FillAsync(title);
        await citizen.Locator("[name='Input.Body']").FillAsync("Ein **öffentlicher** Ort, den alle nutzen können.");
        await citizen.Locator("button[value=einreichen]").ClickAsync();
        await Expect(citizen.Locator("#fehler li")).ToHaveCountAsync(2);
        await Expect(citizen.Locator("[name='Input.Title']")).ToHaveValueAsync(title);
        await citizen.Locator("[name='Input.Topic']").SelectOptionAsync("mobilitaet");
        await citizen.Locator("#Input_Rules").CheckAsync();
        await citizen.Locator("button[value=einreichen]").ClickAsync();
        await Expect(citizen.Locator("h1")).ToHaveTextAsync(title);
        var address = new Uri(citizen.Url).AbsolutePath;
        var number = address.Split('/')[2];

        var visitor = await live.OpenAsync();
        await visitor.GotoAsync("/ideen?sortierung=neu");
        await Expect(visitor.Locator($"a[href^='/ideen/{number}/']")).ToHaveCountAsync(0);
        await Expect(visitor.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");

        var moderator = await live.OpenAsync(script);
        await live.SignInByCookieAsync(moderator, await new Given(live.Site).PersonAsync(Role.Moderator));
        await moderator.GotoAsync("/moderation");
        await moderator.Locator($"#warteschlange a[href='/moderation/ideen/{number}']").ClickAsync();
        await moderator.Locator("#entscheidung button[value=Publish]").ClickAsync();

        await visitor.Locator("[data-reload] a").ClickAsync();
        await visitor.Locator($"a[href^='/ideen/{number}/']").First.ClickAsync();
        await Expect(visitor.Locator("h1")).ToHaveTextAsync(title);
        await Expect(visitor.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");

        var other = await live.OpenAsync(script);
        await LiveSite.SignInAsync(other, "buerger@demo.example");
        await other.GotoAsync(address);
        await other.Locator("[data-stances] button[value=dafuer]").ClickAsync();
        await Expect(visitor.Locator($"[data-stance-bar='{number}'] b").First).ToHaveTextAsync("1");
        await Expect(other.Locator("[data-stances] button[value=dafuer]")).ToHaveAttributeAsync("aria-pressed", "true");
        await other.Locator("#Body").FillAsync("Gute Idee, ich helfe mit.");
        await other.Locator("[data-comment-form] button[type=submit]").ClickAsync();
        await Expect(other.Locator("#beitrag-1 .comment__body")).ToHaveTextAsync("Gute Idee, ich helfe mit.");
        await visitor.Locator("[data-new-items]").ClickAsync();
        await Expect(visitor.Locator("#beitrag-1 .comment__body")).ToHaveTextAsync("Gute Idee, ich helfe mit.");

        await citizen.GotoAsync("/mitteilungen");
        await Expect(citizen.Locator("main")).ToContainTextAsync(title);
    }
}
