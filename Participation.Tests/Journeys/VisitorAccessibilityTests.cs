using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Journeys;

/// <summary>The public pages, as nearly everybody finds them.</summary>
public sealed class VisitorAccessibilityTests(LiveSite live) : AccessibilityOfPages(live), IClassFixture<LiveSite>
{
    [Fact]
    public async Task Pages_of_visitors_are_accessible() => await CheckAsync(await Live.OpenAsync(), await PagesAsync());

    internal async Task<IReadOnlyList<string>> PagesAsync() => [.. await PagesOfVisitorsAsync(), Links.Projector(13), Links.Projector(13, "dunkel")];
}

/// <summary>
/// The public pages as a reader without script finds them: what is there for scripts is taken away and what is there in their stead is shown. The browser itself keeps its script, because
/// what judges the page is one.
/// </summary>
public sealed partial class ScriptlessAccessibilityTests(LiveSite live) : AccessibilityOfPages(live), IClassFixture<LiveSite>
{
    /// <summary>A wall without script is loaded again and again, which nobody reads at a desk.</summary>
    [Fact]
    public async Task Pages_of_visitors_are_accessible_without_script()
    {
        var page = await Live.OpenAsync();
        await page.RouteAsync("**/*", WithoutScriptAsync);
        await page.GotoAsync(Links.Proposals);
        Assert.Equal(0, await page.Locator("script[src]").CountAsync());
        await CheckAsync(page, [.. await PagesOfVisitorsAsync(), Links.Api]);
        Assert.True(await page.Locator("main li").CountAsync() > 20);
    }

    [Fact]
    public async Task Forms_of_the_staff_are_accessible_without_script()
    {
        var page = await Live.OpenAsync();
        await Live.SignInByCookieAsync(page, await new Given(Live.Site).PersonAsync(Domain.Accounts.Role.Moderator));
        await page.RouteAsync("**/*", WithoutScriptAsync);
        await CheckAsync(page, PagesOfTheDesk);
        Assert.Equal(0, await page.Locator("script[src]").CountAsync());
    }

    private static async Task WithoutScriptAsync(IRoute route)
    {
        switch (route.Request.ResourceType)
        {
            case "script":
                await route.AbortAsync();
                return;
            case "document":
                var page = await route.FetchAsync();
                await route.FulfillAsync(new() { Response = page, Body = Script().Replace(await page.TextAsync(), "").Replace("<noscript>", "", StringComparison.Ordinal).Replace("</noscript>", "", StringComparison.Ordinal) });
                return;
            case "stylesheet":
                var style = await route.FetchAsync();
                await route.FulfillAsync(new() { Response = style, Body = Disabled().Replace(Enabled().Replace(await style.TextAsync(), "(width < 0px)"), "(width >= 0px)") });
                return;
            default:
                await route.ContinueAsync();
                return;
        }
    }

    [GeneratedRegex("<script\\b.*?</script>", RegexOptions.Singleline, 1000)]
    private static partial Regex Script();

    [GeneratedRegex(@"\(scripting:\s*enabled\)", RegexOptions.None, 1000)]
    private static partial Regex Enabled();

    [GeneratedRegex(@"\(scripting:\s*none\)", RegexOptions.None, 1000)]
    private static partial Regex Disabled();
}
