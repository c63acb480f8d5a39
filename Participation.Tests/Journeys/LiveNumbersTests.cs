using System.Diagnostics;
using Microsoft.Playwright;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Tests.Support;
using Participation.Web.Ideas;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>Numbers that move while people look at them: stances in the list and on the page, and how many read along.</summary>
public sealed class LiveNumbersTests(LiveSite live, ITestOutputHelper output) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task A_stance_arrives_in_an_open_list_and_on_an_open_page()
    {
        var given = new Given(live.Site);
        var idea = await given.IdeaAsync(process: "zahlen", title: "Mehr Licht im Stadtpark");
        var (list, page) = (await OpenAsync("/ideen?verfahren=zahlen"), await OpenAsync($"/ideen/{idea}"));

        var supporters = 0;
        foreach (var place in new[] { list, page })
        {
            var (person, watch) = (await given.PersonAsync(), Stopwatch.StartNew());
            await TakeAsync(idea, person);
            await Expect(Bar(place, idea)).ToHaveAttributeAsync("aria-label", $"Haltungen: {++supporters} dafür, 0 neutral, 0 dagegen");
            output.WriteLine($"{new Uri(place.Url).AbsolutePath}: {watch.ElapsedMilliseconds} ms");
        }

        await Expect(Bar(list, idea)).ToHaveAttributeAsync("aria-label", "Haltungen: 2 dafür, 0 neutral, 0 dagegen");
    }

    [Fact]
    public async Task Presence_is_a_number_that_rises_and_falls_and_never_a_name()
    {
        var given = new Given(live.Site);
        var idea = await given.IdeaAsync(process: "zahlen", title: "Ein Lesekreis im Freien");
        var first = await OpenAsync($"/ideen/{idea}");
        var presence = first.Locator("[data-presence]");
        await Expect(presence).ToHaveTextAsync("Eine Person liest gerade mit");

        var second = await live.OpenAsync();
        await live.SignInByCookieAsync(second, await given.PersonAsync(name: "Neugierige Nachbarin"));
        await second.GotoAsync($"/ideen/{idea}");
        await Expect(presence).ToHaveTextAsync("2 Personen lesen gerade mit");
        await Expect(second.Locator("[data-presence]")).ToHaveTextAsync("2 Personen lesen gerade mit");
        Assert.DoesNotContain("Nachbarin", await first.ContentAsync(), StringComparison.Ordinal);

        await second.CloseAsync();
        await Expect(presence).ToHaveTextAsync("Eine Person liest gerade mit");
    }

    private async Task<IPage> OpenAsync(string address)
    {
        var page = await live.OpenAsync();
        await page.GotoAsync(address);
        await Expect(page.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");
        return page;
    }

    private Task<bool> TakeAsync(int idea, Actor person) =>
        live.Site.UseAsync<TakeStance, bool>(async take => (await take.ExecuteAsync(idea, StanceKind.For, person, default)).Done);

    private static ILocator Bar(IPage page, int idea) => page.Locator($"[data-stance-bar='{idea}']");
}
