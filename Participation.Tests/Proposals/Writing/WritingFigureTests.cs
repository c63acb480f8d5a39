using System.Diagnostics;
using System.Globalization;
using Participation.Domain.Proposals.Writing;
using Participation.Tests.Support;
using Participation.Web.Shared;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Proposals.Writing;

/// <summary>How fast it is, printed by eng/measure-writing; that everything arrives is what is tested.</summary>
public sealed class WritingFigureTests(LiveSite live) : IClassFixture<LiveSite>
{
    /// <summary>How long it takes until the others have what somebody typed.</summary>
    [Fact]
    public async Task Twenty_writers_in_one_text()
    {
        await using var site = await TestSite.ListenAsync();
        var texts = await GivenTexts.InAsync(site);
        var written = await LiveWriting.WriteAsync(texts, 20, new { edits = 60, seed = 7, lines = true, latency = true, warm = 15, burst = 1, rest = 200 });
        var (version, text, _) = await texts.StoredAsync();
        Assert.All(written.Texts, mine => Assert.Equal(text, mine));
        Assert.Equal((1200, 1200), (version, text.Split('\n').Count(line => line.Length > 0)));
        TestContext.Current.TestOutputHelper!.WriteLine($"20 writers, 5 edits a second each: {written.Latencies} arrivals, p50 {written.P50:0.0} ms, p99 {written.P99:0.0} ms, most {written.Most:0} ms");
    }

    /// <summary>A text of 300 KB: until it can be written, and until a key shows.</summary>
    [Fact]
    public async Task A_long_text_stays_usable()
    {
        var texts = await GivenTexts.InAsync(live.Site, "lang", 103);
        var editor = await texts.EditorAsync();
        var text = string.Join("\n\n", Enumerable.Range(1, 1850).Select(i => $"## Abschnitt {i}\n\nHier steht **etwas** über Radwege, Kreuzungen und Ampeln, mit [Verweis](https://example.org/{i}) und noch ein paar Wörtern, damit es lang wird: {i}."));
        Assert.True((await editor.PushAsync(0, ChangeSet.Of(0, new TextEdit(0, 0, text)).ToJson())).Done);
        var page = await live.OpenAsync();
        await live.SignInByCookieAsync(page, editor.Actor);
        await page.GotoAsync(Links.WriteProposal(103));
        var (serve, open) = (Stopwatch.StartNew(), Stopwatch.StartNew());
        await page.GotoAsync(Links.WriteProposal(103), new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
        serve.Stop();
        await Expect(page.Locator("#abschnitt-1-titel ~ .writing__both [data-state]")).ToContainTextAsync("gespeichert");
        open.Stop();
        var content = page.Locator("#abschnitt-1-titel ~ .writing__both .cm-content");
        await content.ClickAsync();
        await page.EvaluateAsync("""
            () => {
              window.keys = [];
              document.addEventListener("keydown", () => { const at = performance.now(); requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => window.keys.push(performance.now() - at); channel.port2.postMessage(0); }); }, true);
            }
            """);
        await page.Keyboard.TypeAsync("Noch ein Satz, der mitten in einem langen Text getippt wird.", new() { Delay = 40 });
        await Expect(page.Locator("#abschnitt-1-titel ~ .writing__both [data-state]")).ToContainTextAsync("gespeichert");
        var keys = await page.EvaluateAsync<double[]>("() => window.keys.sort((a, b) => a - b)");
        Assert.NotEmpty(keys);
        // "Saved" may stand there between two keys; what was typed is stored a moment later.
        for (var i = 0; i < 100 && (await texts.NowAsync()).Text.Length < text.Length + 60; i++) await Task.Delay(TimeSpan.FromMilliseconds(100));
        Assert.Equal(text.Length + 60, (await texts.NowAsync()).Text.Length);
        // What a key costs the editor itself, without waiting for the next picture: the change, and the page laid out anew.
        var work = await content.EvaluateAsync<double[]>("""
            async content => {
              const costs = [];
              for (let i = 0; i < 60; i++) {
                const at = performance.now();
                document.execCommand("insertText", false, "x");
                await Promise.resolve();
                content.getBoundingClientRect();
                costs.push(performance.now() - at);
                await new Promise(next => setTimeout(next, 40));
              }
              return costs.sort((a, b) => a - b);
            }
            """);
        for (var i = 0; i < 100 && (await texts.NowAsync()).Text.Length < text.Length + 120; i++) await Task.Delay(TimeSpan.FromMilliseconds(100));
        Assert.Equal(text.Length + 120, (await texts.NowAsync()).Text.Length);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"text of {text.Length / 1024} KB: first byte after {serve.ElapsedMilliseconds} ms, ready to write after {open.ElapsedMilliseconds} ms; key to frame p50 {keys[keys.Length / 2]:0.0} ms, p99 {keys[^1]:0.0} ms; work of a key p50 {work[work.Length / 2]:0.0} ms, p99 {work[^1]:0.0} ms"));
    }
}
