using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Shared;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>What happens under a reader's hands while others write and delete.</summary>
public sealed class CalmDiscussionTests(LiveSite live) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task A_half_written_reply_outlives_the_comment_it_answers()
    {
        var given = new Given(live.Site);
        var (idea, author, writer) = (await given.IdeaAsync(process: "ruhig", title: "Ein Platz zum Sitzen"), await given.PersonAsync(), await given.PersonAsync());
        var comment = await PostAsync(idea, author, "Wird gleich gelöscht", null);
        var page = await live.OpenAsync();
        await live.SignInByCookieAsync(page, writer);
        await page.GotoAsync($"/ideen/{idea}");
        await Expect(page.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");
        await page.Locator("[data-reply]").First.ClickAsync();
        await page.Locator("[data-comment-form] textarea").FillAsync("Ich schreibe gerade daran");
        Assert.Equal(1, await page.Locator("#beitrag-1 [data-comment-form]").CountAsync());

        Assert.Null(await live.Site.UseAsync<DeleteComment, Domain.Refusal?>(delete => delete.ExecuteAsync(idea, comment, author, default)));
        await Expect(page.Locator("#beitrag-1")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-comment-form] textarea")).ToHaveValueAsync("Ich schreibe gerade daran");
        await Expect(page.Locator("[data-form-note]")).ToContainTextAsync("nicht mehr da");
        await page.Locator("[data-comment-form] .form-end button.kern-btn--primary").ClickAsync();
        await Expect(page.Locator("#beitrag-2")).ToContainTextAsync("Ich schreibe gerade daran");
    }

    [Fact]
    public async Task More_replies_of_a_long_thread_come_in_place()
    {
        var given = new Given(live.Site);
        var (idea, author) = (await given.IdeaAsync(process: "ruhig", title: "Ein langes Gespräch"), await given.PersonAsync());
        var root = await PostAsync(idea, author, "Anfang", null);
        var first = await PostAsync(idea, author, "Antwort 0", root);
        for (var i = 1; i < 26; i++) await PostAsync(idea, author, $"Antwort {i}", i % 5 == 0 ? first : root);
        var page = await live.OpenAsync();
        await page.GotoAsync($"/ideen/{idea}");
        await Expect(page.Locator("[data-thread] article")).ToHaveCountAsync(DiscussionQueries.RepliesShown + 1);
        await Expect(page.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on"); // Until the script is there, the link leads to a page.
        await page.Locator("[data-more-replies]").ClickAsync();
        await Expect(page.Locator("[data-thread] article")).ToHaveCountAsync(27);
        await Expect(page.Locator("[data-more-replies]")).ToHaveCountAsync(0);
        Assert.Equal($"/ideen/{idea}/ein-langes-gespraech", new Uri(page.Url).AbsolutePath);
        var shown = await page.Locator("[data-thread] li[data-path]").EvaluateAllAsync<string[]>("items => items.map(item => item.dataset.path)");
        Assert.Equal(shown.Order(StringComparer.Ordinal), shown);
    }

    [Fact]
    public async Task A_new_reply_in_a_thread_of_another_page_is_a_link_to_it()
    {
        var given = new Given(live.Site);
        var (idea, author) = (await given.IdeaAsync(process: "ruhig", title: "Viele Gespräche"), await given.PersonAsync());
        for (var i = 0; i < 25; i++) await PostAsync(idea, author, $"Faden {i}", null);
        var page = await live.OpenAsync();
        await page.GotoAsync($"/ideen/{idea}?reihenfolge=alt");
        await Expect(page.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");
        var reply = await PostAsync(idea, author, "Antwort auf Seite zwei", 24);
        await page.Locator("[data-new-items]").ClickAsync();
        await Expect(page.Locator("[data-elsewhere]")).ToHaveTextAsync("1\u00a0neuer Beitrag steht in einem anderen Gespräch");
        await page.Locator("[data-elsewhere]").ClickAsync();
        await Expect(page.Locator($"#{Links.CommentAnchor(reply)}")).ToContainTextAsync("Antwort auf Seite zwei");
    }

    private Task<int> PostAsync(int idea, Actor author, string text, int? parent) => live.Site.UseAsync<PostComment, int>(async post =>
    {
        var posted = await post.ExecuteAsync(new CommentInput(idea, parent, CommentLabel.None, text, $"{idea}-{text}"), author, default);
        Assert.True(posted.Done, posted.Refusal?.ToString());
        return posted.Value.Number;
    });
}
