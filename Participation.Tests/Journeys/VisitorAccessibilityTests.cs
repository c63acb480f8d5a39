using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Participation.Domain.Accounts;
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

    /// <summary>What moderators write most, in one theme: fields that a script folds away or fills in stand there as they are.</summary>
    [Fact]
    public async Task Forms_of_moderators_are_accessible_without_script()
    {
        var page = await Live.OpenAsync();
        await Live.SignInByCookieAsync(page, await new Given(Live.Site).PersonAsync(Role.Moderator));
        await page.RouteAsync("**/*", WithoutScriptAsync);
        var problems = new List<string>();
        foreach (var address in new[]
        {
            Links.Moderation, Links.ModerateIdea(1), Links.NewArticle, Links.EditPage("netiquette"), Links.NewText, Links.EditText(1), Links.EditStrategy, Links.EditMeasure(1), Links.EditService(1), Links.EditResult(1),
            Links.EditMeeting(15), Links.EditAgenda(9), Links.EditPaper(9), Links.EditResolution(26), Links.EditProcess("smart-city-ratingen"),
        })
        {
            await page.GotoAsync(address);
            Assert.Equal((address, 1, 0), (address, await page.Locator("main h1").CountAsync(), await page.Locator("script[src]").CountAsync()));
            problems.AddRange(await LiveSite.AccessibilityProblemsAsync(page));
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems));
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
