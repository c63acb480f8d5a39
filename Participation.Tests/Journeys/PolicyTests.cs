using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using static Microsoft.Playwright.Assertions;

namespace Participation.Tests.Journeys;

/// <summary>The Content-Security-Policy in a real browser: no page breaks it, whatever people wrote, and what would break it is stopped and counted.</summary>
public sealed class PolicyTests(LiveSite live) : IClassFixture<LiveSite>
{
    private static readonly IReadOnlyList<string> Written = Payloads.Half(0);

    private CspReports Reports => live.Site.Services.GetRequiredService<CspReports>();

    [Theory, InlineData(ColorScheme.Light), InlineData(ColorScheme.Dark)]
    public async Task No_page_breaks_the_policy(ColorScheme theme)
    {
        Assert.True(Written.Count >= 150);
        var before = Reports.Count;
        var moderator = await new Given(live.Site).PersonAsync(Role.Moderator);
        var idea = await DiscussedIdeaAsync();
        var page = await live.OpenAsync(theme: theme);
        var complaints = await Complaints.OfAsync(page);
        foreach (var address in new[] { "/", "/ideen", "/ideen/neu", "/verfahren", "/verfahren/smart-city-ratingen", "/konto/anmelden", "/konto/registrieren", "/seite/netiquette" }) await VisitAsync(page, address);
        await VisitDiscussionAsync(page, idea);
        await VisitReferenceAsync(page);

        await live.SignInByCookieAsync(page, moderator);
        foreach (var address in new[] { "/mitteilungen", "/konto", "/moderation", Links.ModerateIdea(idea), Links.ModerateComment(idea, 1), "/ideen/neu", $"/ideen/{idea}" }) await VisitAsync(page, address);

        Assert.True(complaints.Met.Count == 0, string.Join("\n", complaints.Met.Take(20)));
        Assert.Equal(before, Reports.Count);
    }

    [Theory, InlineData("/ideen"), InlineData("/api")]
    public async Task A_script_that_got_into_a_page_does_not_run_and_is_counted(string address)
    {
        var before = Reports.Count;
        var page = await live.OpenAsync();
        var complaints = await Complaints.OfAsync(page);
        await page.RouteAsync("**" + address, async route =>
        {
            var answer = await route.FetchAsync();
            var body = (await answer.TextAsync()).Replace("</body>", "<script>window.alive = true</script><img src=x onerror=\"window.alive = true\"></body>", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = answer, Body = body });
        });
        await page.GotoAsync(address);

        await WaitUntilAsync(() => complaints.Met.Count(met => met.Contains(" violates script-src", StringComparison.Ordinal)) >= 2 && Reports.Count >= before + 2);
        Assert.False(await page.EvaluateAsync<bool>("'alive' in window"));
    }

    [Fact]
    public async Task A_report_is_counted()
    {
        var before = Reports.Count;
        using var client = new HttpClient { BaseAddress = new Uri(live.Address) };
        using var report = new StringContent("""{"csp-report":{"effective-directive":"script-src-elem"}}""", Encoding.UTF8, "application/csp-report");
        Assert.True((await client.PostAsync("/csp", report)).IsSuccessStatusCode);
        Assert.Equal(before + 1, Reports.Count);
    }

    private static async Task VisitAsync(IPage page, string address)
    {
        var answer = await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        Assert.True(answer!.Ok, $"{address}: {answer.Status}");
        Assert.Contains("default-src 'none'", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        if (await page.Locator("[data-channel]").CountAsync() > 0) await Expect(page.Locator("[data-channel]")).ToHaveAttributeAsync("data-live", "on");
    }

    /// <summary>All pages of a discussion, and one comment that arrives while the page is open.</summary>
    private async Task VisitDiscussionAsync(IPage page, int idea)
    {
        var (next, shown) = ((string?)$"/ideen/{idea}", 0);
        while (next is not null)
        {
            await VisitAsync(page, next);
            shown += await page.Locator(".comment__body").CountAsync();
            next = await page.Locator(".paging a[rel=next]").CountAsync() > 0 ? (await page.Locator(".paging a[rel=next]").GetAttributeAsync("href"))!.Split('#')[0] : null;
        }

        Assert.Equal(Written.Count, shown);
        await VisitAsync(page, $"/ideen/{idea}");
        foreach (var payload in Payloads.Html) await PostAsync(idea, payload);
        await Expect(page.Locator("[data-new-items]")).ToHaveTextAsync($"{Payloads.Html.Length} neue Beiträge anzeigen");
        await page.Locator("[data-new-items]").ClickAsync();
        await Expect(page.Locator($"#beitrag-{Written.Count + Payloads.Html.Length}")).ToBeVisibleAsync();
    }

    private static async Task VisitReferenceAsync(IPage page)
    {
        await VisitAsync(page, "/api");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Expect(page.Locator("main, .scalar-app").First).ToContainTextAsync("Idee");
    }

    private async Task<int> DiscussedIdeaAsync()
    {
        var idea = await new Given(live.Site).IdeaAsync(process: "politik", title: "Texte, die lebendig werden wollen");
        foreach (var payload in Written) await PostAsync(idea, payload);
        return idea;
    }

    private async Task PostAsync(int idea, string body)
    {
        _author ??= await new Given(live.Site).PersonAsync();
        var key = CommentId.New(TimeProvider.System.GetUtcNow()).Value.ToString("N");
        Assert.True(await live.Site.UseAsync<PostComment, bool>(async post => (await post.ExecuteAsync(new CommentInput(idea, null, CommentLabel.None, body, key), _author, default)).Done));
    }

    private Actor? _author;

    private static async Task WaitUntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!holds()) await tick.WaitForNextTickAsync(patience.Token);
    }
}
