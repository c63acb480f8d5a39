using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Moderation;
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
        var (author, moderator) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        for (var i = 1; i <= 5; i++) await PostAsync(idea, author, $"vorher {i}", null);
        string[] orders = ["aktiv", "neu", "alt"];
        var pages = await Task.WhenAll(orders.Select(order => OpenAsync(idea, order)));
        var before = await Task.WhenAll(pages.Select(StateAsync));

        foreach (var page in pages) await page.Context.SetOfflineAsync(offline: true);
        foreach (var page in pages) await Expect(page.Locator("body")).ToHaveAttributeAsync("data-connection", "lost", new() { Timeout = 3 * OfflineFor });
        for (var i = 6; i <= 55; i++) await PostAsync(idea, author, $"Beitrag {i}", ParentOf(i));
        for (var number = 1; number <= 5; number++)
            Assert.Null(await live.Site.UseAsync<EditComment, Domain.Refusal?>(edit => edit.ExecuteAsync(new CommentEdit(idea, number, $"geändert {number}", CommentLabel.None, 1), author, default)));
        foreach (var number in (int[])[2, 55])
            Assert.Null(await live.Site.UseAsync<DeleteComment, Domain.Refusal?>(delete => delete.ExecuteAsync(idea, number, author, default)));
        var version = await live.Site.WithDbAsync(db => db.Comments.Where(c => c.Number == 20 && c.Body.Markdown == "Beitrag 20").Select(c => c.Version).SingleAsync());
        Assert.Null(await live.Site.UseAsync<HideComment, Domain.Refusal?>(hide => hide.ExecuteAsync(new CaseOrder(idea, version, moderator), 20, Ground.Respect, "Beleidigung.", default)));
        await pages[0].WaitForTimeoutAsync(OfflineFor);
        Assert.Equal(before, await Task.WhenAll(pages.Select(StateAsync)));
        foreach (var page in pages) await Expect(page.Locator("[data-new-items]")).ToBeHiddenAsync();

        foreach (var page in pages) await page.Context.SetOfflineAsync(offline: false);
        foreach (var (page, order) in pages.Zip(orders))
        {
            await Expect(page.Locator("[data-channel]")).ToHaveAttributeAsync("data-sequence", "63", new() { Timeout = 40_000 });
            await page.Locator("[data-new-items]").ClickAsync();
            var (shown, fresh) = (await StateAsync(page), await StateAsync(await OpenAsync(idea, order)));
            // What is being read does not jump, so an older thread with a new reply moves up only with the next load.
            if (order == "aktiv") (shown, fresh) = ([.. shown.Order()], [.. fresh.Order()]);
            Assert.Equal(fresh, shown);
            Assert.Equal(54, fresh.Length);
            Assert.Contains(fresh, line => line.StartsWith("2 unter 0 comment comment--hidden ", StringComparison.Ordinal));
            Assert.Contains(fresh, line => line.StartsWith("20 unter ", StringComparison.Ordinal) && line.EndsWith("Beleidigung.", StringComparison.Ordinal));
        }
    }

    /// <summary>One in ten begins a thread; the others answer it, a thread from before, or each other, to every depth.</summary>
    private static int? ParentOf(int number) => number % 10 == 0 ? null : number % 5 == 0 ? 2 : number < 10 ? number - 4 : number % 3 == 0 ? number - number % 10 : number - 1;

    private async Task<IPage> OpenAsync(int idea, string order)
    {
        var page = await live.OpenAsync();
        await page.GotoAsync($"/ideen/{idea}");
        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}?reihenfolge={order}");
        await Expect(page.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");
        return page;
    }

    /// <summary>Every comment on the page in order: its number, the one it stands under, how it looks and what it says.</summary>
    private static Task<string[]> StateAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('[data-thread] li[data-number]')].map(item => {
            const comment = item.querySelector(':scope > [data-comment]');
            const parent = item.parentElement.closest('li[data-number]')?.dataset.number ?? '0';
            const text = (comment.querySelector('.comment__body') ?? comment.querySelector('p')).textContent.replace(/\s+/g, ' ').trim();
            return `${item.dataset.number} unter ${parent} ${comment.className.trim()} ${text}`;
        })
        """);

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

        Assert.Null(await live.Site.UseAsync<EditComment, Domain.Refusal?>(edit => edit.ExecuteAsync(new CommentEdit(idea, 1, "Frage an wirklich alle", CommentLabel.None, 1), other, default)));
        await PostAsync(idea, other, "Dazwischen", 1);
        await Expect(page.Locator("#beitrag-1 > article .comment__body")).ToHaveTextAsync("Frage an wirklich alle");
        await Expect(page.Locator("[data-new-items]")).ToBeVisibleAsync();
        await Expect(page.Locator("#Body")).ToHaveValueAsync("Halb geschrie");
        await Expect(page.Locator("#Body")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("ben");
        await page.Locator("[data-comment-form] .form-end button.kern-btn--primary").ClickAsync();
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
