using Microsoft.Playwright;
using Participation.Domain.Accounts;
using Participation.Domain.Processes;
using Participation.Tests.Support;
using Participation.Web.Ideas;
using Participation.Web.Moderation;
using Participation.Web.Shared;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Moderation;

/// <summary>The queue in a real browser: it fills and empties by itself.</summary>
public sealed class LiveQueueTests(LiveSite live) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task The_queue_fills_and_empties_without_a_reload_and_keeps_the_focus()
    {
        var given = new Given(live.Site);
        await given.ProcessAsync("vorher", ModerationMode.PreModerateIdeas);
        var (citizen, moderator, colleague) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        var first = await SubmitAsync("Eine Rampe am Bürgerhaus", citizen);
        var page = await live.OpenAsync();
        await live.SignInByCookieAsync(page, moderator);
        await page.GotoAsync(Links.Moderation);
        await Expect(page.Locator("[data-channel=moderation]")).ToHaveAttributeAsync("data-live", "on");
        await page.EvaluateAsync("window.notReloaded = true");
        var waiting = int.Parse(await Count(page).InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await Item(page, first).FocusAsync();

        var writer = await live.OpenAsync(script: false);
        await live.SignInByCookieAsync(writer, citizen);
        await writer.GotoAsync(Links.NewIdeaIn("vorher"));
        await writer.Locator("[name='Input.Title']").FillAsync("Licht im <b>Tunnel</b> am Bahnhof");
        await writer.Locator("[name='Input.Body']").FillAsync("Dort ist es abends dunkel.");
        await writer.Locator("[name='Input.Topic']").SelectOptionAsync("mobilitaet");
        await writer.Locator("#Input_Rules").CheckAsync();
        await writer.Locator("button[value=einreichen]").ClickAsync();
        var second = int.Parse(new Uri(writer.Url).AbsolutePath.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);

        await Expect(Item(page, second)).ToContainTextAsync("Licht im <b>Tunnel</b> am Bahnhof");
        await Expect(Count(page)).ToHaveTextAsync($"{waiting + 1}");
        await Expect(Item(page, first)).ToBeFocusedAsync();

        Assert.Null(await PublishAsync(second, colleague));
        await Expect(Item(page, second)).ToHaveCountAsync(0);
        await Expect(Item(page, first)).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded"));
    }

    private static ILocator Item(IPage page, int number) => page.Locator($"#warteschlange a[href='{Links.ModerateIdea(number)}']");

    private static ILocator Count(IPage page) => page.Locator("#warteschlange .tabs a[aria-current=page] .num");

    private async Task<int> SubmitAsync(string title, Actor author)
    {
        var input = new IdeaInput("vorher", title, null, "Ein Text, lang genug für eine Idee.", "mobilitaet", null, null, null, null);
        return (await live.Site.UseAsync<SubmitIdea, Outcome<SubmittedIdea>>(submit => submit.ExecuteAsync(input, title, author, default))).Value!.Number;
    }

    private async Task<Domain.Refusal?> PublishAsync(int number, Actor moderator)
    {
        var version = await live.Site.WithDbAsync(db => Task.FromResult(db.Ideas.Single(idea => idea.Number == number).Version));
        return await live.Site.UseAsync<PublishIdea, Domain.Refusal?>(publish => publish.ExecuteAsync(new CaseOrder(number, version, moderator), default));
    }
}
