using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>What readers see of each other, in a real browser on a real port.</summary>
public sealed class LiveDiscussionTests(LiveSite live) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task Stances_and_comments_of_others_arrive_without_a_reload_and_without_a_jump()
    {
        var given = new Given(live.Site);
        var idea = await given.IdeaAsync(process: "live", title: "Sitzplätze am Stadttheater");
        var other = await given.PersonAsync();
        var page = await live.OpenAsync();
        await page.GotoAsync($"/ideen/{idea}");
        await Expect(page.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");

        await live.Site.UseAsync<TakeStance, bool>(async take => (await take.ExecuteAsync(idea, StanceKind.For, other, default)).Done);
        await Expect(page.Locator($"[data-stance-bar='{idea}']")).ToHaveAttributeAsync("aria-label", "Haltungen: 1 dafür, 0 neutral, 0 dagegen", new() { Timeout = 3_000 });
        var first = await PostAsync(idea, other, "Das wäre *schön*", null);
        await PostAsync(idea, other, "Noch ein Gedanke", first);

        var button = page.Locator("[data-new-items]");
        await Expect(button).ToHaveTextAsync("2 neue Beiträge anzeigen");
        Assert.Equal(0, await page.Locator("[data-thread] > li").CountAsync());
        await button.ClickAsync();
        await Expect(page.Locator("#beitrag-1 em")).ToHaveTextAsync("schön");
        await Expect(page.Locator("#beitrag-1 #beitrag-2")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-presence]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_browser_that_was_offline_shows_exactly_the_servers_state_afterwards()
    {
        var given = new Given(live.Site);
        var idea = await given.IdeaAsync(process: "live", title: "Schatten auf dem Schulhof");
        var author = await given.PersonAsync();
        for (var i = 0; i < 5; i++) await PostAsync(idea, author, $"vorher {i}", null);
        var page = await live.OpenAsync();
        await page.GotoAsync($"/ideen/{idea}");
        await Expect(page.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");

        await page.Context.SetOfflineAsync(offline: true);
        for (var i = 0; i < 50; i++) await PostAsync(idea, author, $"Beitrag {i}", i % 3 == 2 ? 3 : null);
        for (var number = 1; number <= 5; number++)
            Assert.Null(await live.Site.UseAsync<EditComment, Domain.Refusal?>(edit => edit.ExecuteAsync(idea, number, $"geändert {number}", CommentLabel.None, 1, author, default)));
        foreach (var number in (int[])[2, 20, 55])
            Assert.Null(await live.Site.UseAsync<DeleteComment, Domain.Refusal?>(delete => delete.ExecuteAsync(idea, number, author, default)));
        await page.WaitForTimeoutAsync(OfflineFor);
        await page.Context.SetOfflineAsync(offline: false);

        await Expect(page.Locator("[data-channel]")).ToHaveAttributeAsync("data-sequence", "63", new() { Timeout = 40_000 });
        await page.Locator("[data-new-items]").ClickAsync();
        var expected = await live.Site.WithDbAsync(db => db.Comments.AsNoTracking().Where(c => c.Status == CommentStatus.Published)
            .Join(db.Ideas.Where(i => i.Number == idea), c => c.SubjectId, i => (Guid)(object)i.Id, (c, _) => c).ToListAsync());
        await Expect(page.Locator("[data-thread] article")).ToHaveCountAsync(expected.Count);
        var shown = await page.Locator("[data-thread] article").EvaluateAllAsync<string[]>("items => items.map(item => item.dataset.comment + ' ' + item.querySelector('.comment__body').textContent.trim())");
        Assert.Equal(expected.Select(c => $"{c.Number} {c.Body.Markdown}").Order(), shown.Order());
    }

    [Fact]
    public async Task A_half_written_reply_is_never_touched()
    {
        var given = new Given(live.Site);
        var idea = await given.IdeaAsync(process: "live", title: "Radständer am Freibad");
        var (writer, other) = (await given.PersonAsync(), await given.PersonAsync());
        await PostAsync(idea, other, "Frage an alle", null);
        var page = await live.OpenAsync();
        await live.SignInByCookieAsync(page, writer);
        await page.GotoAsync($"/ideen/{idea}");
        await Expect(page.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");
        await page.Locator("[data-reply='1']").ClickAsync();
        await page.Locator("#Body").FillAsync("Halb geschrie");

        Assert.Null(await live.Site.UseAsync<EditComment, Domain.Refusal?>(edit => edit.ExecuteAsync(idea, 1, "Frage an wirklich alle", CommentLabel.None, 1, other, default)));
        await PostAsync(idea, other, "Dazwischen", 1);
        await Expect(page.Locator("#beitrag-1 > article .comment__body")).ToHaveTextAsync("Frage an wirklich alle");
        await Expect(page.Locator("[data-new-items]")).ToBeVisibleAsync();
        await Expect(page.Locator("#Body")).ToHaveValueAsync("Halb geschrie");
        await Expect(page.Locator("#Body")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("ben");
        await page.Locator("[data-comment-form] button[type=submit]").ClickAsync();
        await Expect(page.Locator("#beitrag-1 #beitrag-3")).ToBeVisibleAsync();
        await Expect(page.Locator("#Body")).ToHaveValueAsync("");
    }

    private const int OfflineFor = 30_000;

    private async Task<int> PostAsync(int idea, Actor author, string body, int? parent)
    {
        var posted = await live.Site.UseAsync<PostComment, Web.Shared.Outcome<PostedComment>>(post =>
            post.ExecuteAsync(new CommentInput(idea, parent, CommentLabel.None, body, CommentId.New(TimeProvider.System.GetUtcNow()).Value.ToString("N")), author, default));
        return posted.Value?.Number ?? 0;
    }
}
