using Participation.Domain.Accounts;
using Participation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>
/// The whole way in one piece, in four real browsers: someone without an account registers, confirms by mail, submits; a moderator publishes; a visitor sees it
/// arrive; another citizen's stance and comment arrive at the author and the visitor while they read. With script, and by people who have none.
/// </summary>
public sealed class IdeaJourneyTests(LiveSite live) : IClassFixture<LiveSite>
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_newcomer_registers_submits_is_published_and_everyone_takes_part_live(bool script)
    {
        var (name, email, title) = script ? ("Angerbach Anna", "anna@neu.example", "Trinkwasser am Busbahnhof") : ("Bert vom Blauen See", "bert@neu.example", "Fahrradpumpe am Rathaus");
        var author = await live.OpenAsync(script, width: 390);
        await live.JoinAsync(author, name, email);
        await author.GotoAsync("/ideen/neu");
        await author.Locator("[name='Input.Title']").FillAsync(title);
        await author.Locator("[name='Input.Body']").FillAsync("Ein **öffentlicher** Ort, den alle nutzen können.");
        await author.Locator("button[value=einreichen]").ClickAsync();
        await Expect(author.Locator("#fehler li")).ToHaveCountAsync(2);
        await Expect(author.Locator("[name='Input.Title']")).ToHaveValueAsync(title);
        await author.Locator("[name='Input.Topic']").SelectOptionAsync("mobilitaet");
        await author.Locator("#Input_Rules").CheckAsync();
        await author.Locator("button[value=einreichen]").ClickAsync();
        await Expect(author.Locator("h1")).ToHaveTextAsync(title);
        var address = new Uri(author.Url).AbsolutePath;
        var number = address.Split('/')[2];

        var visitor = await live.OpenAsync();
        Assert.Equal(404, (await visitor.GotoAsync(address))!.Status);
        await visitor.GotoAsync("/ideen?sortierung=neu");
        await Expect(visitor.Locator($"a[href^='/ideen/{number}/']")).ToHaveCountAsync(0);
        await Expect(visitor.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");

        var moderator = await live.OpenAsync(script);
        await live.SignInByCookieAsync(moderator, await new Given(live.Site).PersonAsync(Role.Moderator));
        await moderator.GotoAsync("/moderation");
        await moderator.Locator($"#warteschlange a[href='/moderation/ideen/{number}']").ClickAsync();
        await Expect(moderator.Locator("main")).ToContainTextAsync(name);
        await moderator.Locator("#entscheidung button[value=Publish]").ClickAsync();
        await Expect(moderator.Locator(".flash--yes")).ToBeVisibleAsync();
        await moderator.GotoAsync("/moderation");
        await Expect(moderator.Locator($"#warteschlange a[href='/moderation/ideen/{number}']")).ToHaveCountAsync(0);

        await visitor.Locator("[data-reload] a").ClickAsync();
        await visitor.Locator($"a[href^='/ideen/{number}/']").First.ClickAsync();
        await Expect(visitor.Locator("h1")).ToHaveTextAsync(title);
        await Expect(visitor.Locator(".byline")).ToContainTextAsync(name);
        await Expect(visitor.Locator("article .prose strong")).ToHaveTextAsync("öffentlicher");
        await Expect(visitor.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");
        await author.GotoAsync("/mitteilungen");
        await Expect(author.Locator("main")).ToContainTextAsync(title);
        await author.GotoAsync(address);
        if (script) await Expect(author.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");

        var other = await live.OpenAsync(script);
        await LiveSite.SignInAsync(other, "buerger@demo.example");
        await other.GotoAsync(address);
        await other.Locator("[data-stances] button[value=dafuer]").ClickAsync();
        await Expect(visitor.Locator($"[data-stance-bar='{number}'] b").First).ToHaveTextAsync("1");
        await Expect(other.Locator("[data-stances] button[value=dafuer]")).ToHaveAttributeAsync("aria-pressed", "true");
        await other.Locator("#Body").FillAsync("Gute Idee, ich helfe mit.");
        await other.Locator("[data-comment-form] .form-end button.kern-btn--primary").ClickAsync();
        await Expect(other.Locator("#beitrag-1 .comment__body")).ToHaveTextAsync("Gute Idee, ich helfe mit.");

        await visitor.Locator("[data-new-items]").ClickAsync();
        await Expect(visitor.Locator("#beitrag-1 .comment__body")).ToHaveTextAsync("Gute Idee, ich helfe mit.");
        if (script) await author.Locator("[data-new-items]").ClickAsync(); else await author.ReloadAsync();
        await Expect(author.Locator($"[data-stance-bar='{number}'] b").First).ToHaveTextAsync("1");
        await Expect(author.Locator("#beitrag-1 .comment__body")).ToHaveTextAsync("Gute Idee, ich helfe mit.");
    }
}
