using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Participation.Tests.Support;

namespace Participation.Tests.Journeys;

/// <summary>Every page of the site is on a list of pages that axe judges, and what is on a list is that page and no error; without a browser.</summary>
public sealed class AccessibilityListTests
{
    /// <summary>Pages that are on no list, each with the reason.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["/Hosting/Error.cshtml"] = "Shown in the place of another page, which is on a list.",
        ["/Accounts/Authorities/Introduce.cshtml"] = "Judged by AuthorityJourneyTests, behind the authority.",
        ["/Accounts/Authorities/Leave.cshtml"] = "Leads on by itself at once.",
        ["/Accounts/Factors/Code.cshtml"] = "Judged by PasskeyJourneyTests.",
        ["/Accounts/Factors/ConfirmYourself.cshtml"] = "Judged by PasskeyJourneyTests.",
        ["/Accounts/Factors/Factors.cshtml"] = "Judged by PasskeyJourneyTests.",
        ["/Accounts/Factors/Passkeys.cshtml"] = "Judged by PasskeyJourneyTests.",
        ["/Accounts/Sessions/Index.cshtml"] = "Judged by PasskeyJourneyTests.",
        ["/Accounts/OpenId/Authorize.cshtml"] = "Judged by ApplicationJourneyTests, with an application.",
        ["/Accounts/OwnData/Download.cshtml"] = "Hands out a file.",
        ["/Discussions/Permalink.cshtml"] = "Only leads to another page.",
        ["/Moderation/Undoing/Undo.cshtml"] = "Only leads to another page.",
        ["/Proposals/Writing/Write.cshtml"] = "Judged by WritingJourneyTests, with an editor in it.",
    };

    /// <summary>Pages of lists that are an error on purpose: nothing there, an invitation that opens nothing, a hidden idea, and the desk for a citizen.</summary>
    private static readonly HashSet<string> Errors = ["404 /gibt-es-nicht", "410 /organisationen/einladung?zeichen=falsch", "410 /ideen/*", "403 /moderation"];

    [Fact]
    public async Task Every_page_is_judged_and_no_list_leads_to_an_error()
    {
        var seen = new SeenPages();
        await using var live = new LiveSite();
        live.Site.UseDemo();
        live.Site.UseServices(services => services.AddSingleton<IStartupFilter>(seen));
        await live.Site.InitializeAsync();
        var errors = new List<string>();
        await LookAsync(Browsing.Visitor(live.Site), await new VisitorAccessibilityTests(live).PagesAsync());
        foreach (var visit in await new AccessibilityTests(live).VisitsAsync()) await LookAsync(await Browsing.AsAsync(live.Site, visit.Who), visit.Pages);

        var pages = Pages(live.Site);
        Assert.True(pages.Count > 100);
        var unseen = pages.Except(seen.Pages).ToHashSet();
        List<string> wrong =
        [
            .. unseen.Except(Elsewhere.Keys).Order(StringComparer.Ordinal).Select(page => $"{page} is on no list"), .. Elsewhere.Keys.Except(unseen).Select(page => $"{page} is no exception any more"),
            .. errors.Except(Errors), .. Errors.Except(errors).Select(error => $"{error} does not come any more"),
        ];
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        async Task LookAsync(Browsing browsing, IReadOnlyList<string> addresses)
        {
            foreach (var address in addresses)
            {
                await browsing.GetAsync(address);
                while (browsing.Last.Headers.Location is not null) await browsing.FollowAsync();
                if (!browsing.Last.IsSuccessStatusCode) errors.Add($"{(int)browsing.Last.StatusCode} {(address.StartsWith("/ideen/", StringComparison.Ordinal) ? "/ideen/*" : address)}");
            }
        }
    }

    /// <summary>All pages that can be read.</summary>
    private static HashSet<string> Pages(TestSite site) => site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
        .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.RelativePath).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>Notes which pages were shown.</summary>
    private sealed class SeenPages : IStartupFilter
    {
        private readonly ConcurrentDictionary<string, bool> _pages = new(StringComparer.Ordinal);

        public ICollection<string> Pages => _pages.Keys;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, rest) =>
            {
                await rest(http);
                if (http.Response.StatusCode == StatusCodes.Status200OK && http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is { } page) _pages.TryAdd(page.RelativePath, true);
            });
            next(app);
        };
    }
}
