using System.Net;
using System.Net.Http.Json;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Realtime;

namespace Participation.Tests.Discussions;

/// <summary>The payloads as comments: sent by the form of the page, read wherever a comment is shown or pushed.</summary>
public sealed class CommentXssTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private static readonly IReadOnlyList<string> First = Payloads.Half(0);
    private static readonly IReadOnlyList<string> Second = Payloads.Half(1);
    private readonly Browsing _visitor = Browsing.Visitor(site);
    private int _idea;
    private string _page = "";

    /// <summary>One half of the collection is posted, the other half is what the comments are edited to.</summary>
    public async ValueTask InitializeAsync()
    {
        var given = new Given(site);
        _idea = await given.IdeaAsync();
        _page = $"/ideen/{_idea}/mehr-baenke-am-markt";
        var writer = await Browsing.AsAsync(site, await given.PersonAsync());
        var token = await TokenAsync(writer);
        for (var i = 0; i < First.Count; i++)
        {
            await writer.PostAsync($"/ideen/{_idea}/beitraege", new() { ["__RequestVerificationToken"] = token, ["SubmissionKey"] = $"payload-{i}", ["Parent"] = i % 4 == 3 ? $"{i}" : "", ["Body"] = First[i] });
            Assert.Equal((HttpStatusCode.Redirect, $"/ideen/{_idea}/beitraege/{i + 1}"), (writer.Last.StatusCode, writer.Last.Headers.Location?.ToString()));
        }

        for (var i = 0; i < Second.Count; i++)
        {
            await writer.PostAsync($"/ideen/{_idea}/beitraege/{i + 1}/bearbeiten", new() { ["__RequestVerificationToken"] = token, ["Input.TextVersion"] = "1", ["Input.Body"] = Second[i] });
            Assert.Equal(HttpStatusCode.Redirect, writer.Last.StatusCode);
        }
    }

    [Fact]
    public async Task No_comment_comes_alive_where_comments_are_read()
    {
        Assert.True(First.Count >= 150 && Second.Count >= 150);
        await ReadThePagesOfTheIdeaAsync();
        await ReadPermalinksAndHistoriesAsync();
        await ReadTheCatchUpAsync();
        await ReadAsModeratorAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task ReadThePagesOfTheIdeaAsync()
    {
        var (next, shown) = (_page, 0);
        while (next is not null)
        {
            var page = await _visitor.GetAsync(next);
            Harmless.AssertPage(page, next);
            shown += page.QuerySelectorAll("article.comment .comment__body.prose").Length;
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href")?.Split('#')[0];
        }

        Assert.Equal(First.Count, shown);
    }

    private async Task ReadPermalinksAndHistoriesAsync()
    {
        for (var number = 1; number <= First.Count; number++)
        {
            await _visitor.GetAsync($"/ideen/{_idea}/beitraege/{number}");
            var page = await _visitor.GetAsync(_visitor.Last.Headers.Location!.ToString().Split('#')[0]);
            Assert.NotNull(page.QuerySelector($"#beitrag-{number} > article .comment__body"));
            Harmless.AssertPage(page, $"permalink {number}");
            var history = await _visitor.GetAsync($"/ideen/{_idea}/beitraege/{number}/fassungen");
            Assert.Equal(2, history.QuerySelectorAll("main .prose").Length);
            Harmless.AssertPage(history, $"history {number}");
        }
    }

    private async Task ReadTheCatchUpAsync()
    {
        var missed = await _visitor.Client.GetFromJsonAsync<CatchUp>($"/live/idea:{_idea}?since=0");
        Assert.Equal(First.Count, missed!.Changes.Select(change => change.Number).Distinct().Count());
        foreach (var change in missed.Changes)
        {
            var fragment = new AngleSharp.Html.Parser.HtmlParser().ParseDocument($"<main><h1>x</h1>{change.Html}</main>");
            Assert.NotNull(fragment.QuerySelector("article .comment__body.prose"));
            Harmless.AssertPage(fragment, $"fragment {change.Number}");
        }
    }

    private async Task ReadAsModeratorAsync()
    {
        var moderator = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        for (var number = 1; number <= First.Count; number += 5)
        {
            foreach (var address in new[] { $"/moderation/ideen/{_idea}/beitraege/{number}", $"/ideen/{_idea}/beitraege?antwort={number}" })
                Harmless.AssertPage(await moderator.GetAsync(address), address);
        }
    }

    private async Task<string> TokenAsync(Browsing writer) =>
        (await writer.GetAsync(_page)).QuerySelector("form[data-comment-form] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
