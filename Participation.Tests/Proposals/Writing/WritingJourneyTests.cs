using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Participation.Tests.Support;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Proposals.Writing;

/// <summary>Two editors typing live and one without script, in real browsers under the site's own policy.</summary>
public sealed class WritingJourneyTests(LiveSite live) : IClassFixture<LiveSite>
{
    private const string Editor = "#abschnitt-1-titel ~ .writing__both .cm-content";
    private const string State = "#abschnitt-1-titel ~ .writing__both [data-state]";

    [Fact]
    public async Task The_editor_comes_with_its_own_page_alone()
    {
        const int Much = 200_000;
        var texts = await GivenTexts.InAsync(live.Site, "buendel", 109);
        var page = await live.OpenAsync();
        var scripts = new HashSet<string>(StringComparer.Ordinal);
        page.Request += (_, request) => { if (new Uri(request.Url).AbsolutePath.EndsWith(".js", StringComparison.Ordinal)) scripts.Add(request.Url); };
        var idea = await new Given(live.Site).IdeaAsync(title: "Eine Idee ohne Editor");
        foreach (var address in new[] { Links.Home, Links.Ideas, Links.Idea(idea, "Eine Idee ohne Editor"), Links.Proposals, Links.Report }) await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(await LargestAsync(), 1, Much);
        await live.SignInByCookieAsync(page, (await texts.EditorAsync()).Actor);
        await page.GotoAsync(Links.WriteProposal(109), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Expect(page.Locator(Editor)).ToBeVisibleAsync();
        Assert.True(await LargestAsync() > Much);

        async Task<int> LargestAsync()
        {
            var sizes = new List<int>();
            foreach (var script in scripts.ToList()) sizes.Add((await (await page.APIRequest.GetAsync(script)).BodyAsync()).Length);
            return sizes.DefaultIfEmpty().Max();
        }
    }

    [Fact]
    public async Task The_editor_is_reached_by_keys_alone_and_who_comes_is_said_to_those_who_do_not_see()
    {
        const int MostTabs = 80;
        var texts = await GivenTexts.InAsync(live.Site, "tastatur", 110);
        var one = await OpenAsync(texts);
        for (var i = 0; i < MostTabs && !await IsFocusedAsync(one); i++) await one.Keyboard.PressAsync("Tab");
        Assert.True(await IsFocusedAsync(one));
        await one.Keyboard.TypeAsync("Nur mit Tasten.");
        await Expect(one.Locator(State)).ToContainTextAsync("gespeichert, Fassung");
        Assert.Equal("Nur mit Tasten.", (await texts.NowAsync()).Text);
        await OpenAsync(texts);
        await Expect(one.Locator("#ansage")).ToContainTextAsync("ist jetzt hier");

        static Task<bool> IsFocusedAsync(IPage page) => page.Locator(Editor).EvaluateAsync<bool>("editor => editor.getRootNode().activeElement === editor");
    }

    [Fact]
    public async Task Three_people_write_one_section_together_and_nothing_is_lost()
    {
        var texts = await GivenTexts.InAsync(live.Site, "partnerin", 101);
        var (one, two) = (await OpenAsync(texts), await OpenAsync(texts));
        await one.Locator(Editor).ClickAsync();
        await one.Keyboard.TypeAsync("Der Radweg an der **Volkardeyer Straße** ist zu schmal.");
        await Expect(two.Locator(Editor)).ToContainTextAsync("Volkardeyer Straße");
        await Expect(one.Locator(State)).ToContainTextAsync("gespeichert, Fassung");
        await two.Locator(Editor).ClickAsync();
        await two.Keyboard.PressAsync("Control+End");
        await two.Keyboard.TypeAsync("\n\nHier fahren viele Kinder 🚲.");
        await Expect(one.Locator(Editor)).ToContainTextAsync("viele Kinder 🚲.");
        await Expect(one.Locator("[data-present] li")).ToHaveCountAsync(1);
        await Expect(one.Locator(".cm-other-name")).ToHaveCountAsync(1);
        await Expect(one.Locator("#abschnitt-1-titel ~ .writing__both [data-preview] strong")).ToHaveTextAsync("Volkardeyer Straße");

        // The third has no script; while the form is open, the others go on elsewhere.
        var plain = await OpenAsync(texts, script: false);
        await one.Locator(Editor).ClickAsync();
        await one.Keyboard.PressAsync("Control+Home");
        await one.Keyboard.TypeAsync("# Ausgangslage\n\n");
        await Expect(one.Locator(State)).ToContainTextAsync("gespeichert, Fassung");
        var field = plain.Locator("#abschnitt-1");
        await field.FillAsync(await field.InputValueAsync() + "\n\nUnd ältere Menschen.");
        await plain.Locator("#abschnitt-1-titel ~ .writing__both button[type=submit]").ClickAsync();
        await Expect(plain.Locator("main")).ToContainTextAsync("ist gespeichert");
        await Expect(two.Locator(Editor)).ToContainTextAsync("Und ältere Menschen.");
        const string All = "# Ausgangslage\n\nDer Radweg an der **Volkardeyer Straße** ist zu schmal.\n\nHier fahren viele Kinder 🚲.\n\nUnd ältere Menschen.";
        Assert.Equal(All, (await texts.NowAsync()).Text);
        await Expect(one.Locator(Editor)).ToContainTextAsync("ältere Menschen");
        Assert.Equal(All, await one.Locator(Editor).EvaluateAsync<string>(
            "it => [...it.querySelectorAll('.cm-line')].map(line => { const copy = line.cloneNode(true); copy.querySelectorAll('.cm-other').forEach(caret => caret.remove()); return copy.textContent; }).join('\\n')"));

        // Tab leads out of the editor; axe finds nothing; the policy was not violated.
        await one.Locator(Editor).ClickAsync();
        await one.Keyboard.PressAsync("Tab");
        Assert.False(await one.EvaluateAsync<bool>("() => document.activeElement?.classList.contains('writing__editor') && document.activeElement === document.querySelector('.writing__editor')"));
        Assert.Empty(await LiveSite.AccessibilityProblemsAsync(one));
        Assert.Equal(0, live.Site.Services.GetRequiredService<CspReports>().Count);
    }

    [Fact]
    public async Task What_could_not_be_stored_any_more_is_offered_by_the_next_window()
    {
        var texts = await GivenTexts.InAsync(live.Site, "zwei", 102);
        var editor = await texts.EditorAsync();
        var page = await OpenAsync(texts, editor: editor);
        await page.Locator(Editor).ClickAsync();
        await page.Keyboard.TypeAsync("Gespeichert.");
        await Expect(page.Locator(State)).ToContainTextAsync("gespeichert, Fassung");
        await page.Context.SetOfflineAsync(offline: true);
        await Expect(page.Locator(State)).ToContainTextAsync("nicht verbunden");
        await page.Keyboard.TypeAsync(" Das bleibt.");
        await LiveSite.UntilAsync(page, "() => Object.keys(localStorage).some(key => key.startsWith('mitschreiben:') && localStorage.getItem(key).includes('Das bleibt.'))");
        // The window is gone; the next one opens later. Meanwhile somebody else went on.
        var next = await page.Context.NewPageAsync();
        await page.CloseAsync();
        var now = await texts.NowAsync();
        Assert.Equal("Gespeichert.", now.Text);
        Assert.True((await (await texts.EditorAsync()).PushAsync(now.Version, """[[0,"Vorn. "],12]""")).Done);
        await next.Context.SetOfflineAsync(offline: false);
        await next.GotoAsync(Links.WriteProposal(102));
        await next.Locator("[data-offer] [data-take]").First.ClickAsync(new() { Timeout = 40_000 });
        await Expect(next.Locator(Editor)).ToContainTextAsync("Vorn. Gespeichert. Das bleibt.");
        await Expect(next.Locator("[data-offer]").First).ToBeHiddenAsync();
        Assert.Equal("Vorn. Gespeichert. Das bleibt.", (await texts.NowAsync()).Text);
    }

    [Theory]
    [InlineData(ColorScheme.Dark, 390, true)]
    [InlineData(ColorScheme.Light, 768, false)]
    public async Task The_page_is_accessible_on_every_screen(ColorScheme theme, int width, bool script)
    {
        var texts = await GivenTexts.InAsync(live.Site, $"breit-{width}", width);
        var editor = await texts.EditorAsync();
        await editor.PushAsync(0, """[[0,"# Titel","","Ein *Satz* mit [Verweis](https://example.org)."]]""");
        var page = await live.OpenAsync(script, theme, width);
        await live.SignInByCookieAsync(page, editor.Actor);
        await page.GotoAsync(Links.WriteProposal(width));
        if (!script)
        {
            Assert.Equal(6, await page.Locator("textarea:visible").CountAsync());
            return;
        }

        await Expect(page.Locator(State)).ToContainTextAsync("gespeichert");
        Assert.Empty(await LiveSite.AccessibilityProblemsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));
    }

    private async Task<IPage> OpenAsync(GivenTexts texts, bool script = true, TextEditor? editor = null)
    {
        var page = await live.OpenAsync(script);
        await live.SignInByCookieAsync(page, (editor ?? await texts.EditorAsync()).Actor);
        await page.GotoAsync(Links.WriteProposal(texts.Proposal.Number));
        if (script) await Expect(page.Locator(State)).ToContainTextAsync("gespeichert");
        return page;
    }
}
