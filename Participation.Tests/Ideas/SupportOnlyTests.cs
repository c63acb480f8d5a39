using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Tests.Hosting.Api;
using Participation.Tests.Support;

namespace Participation.Tests.Ideas;

/// <summary>A process in which ideas are supported or not, and nobody is asked to be against.</summary>
public sealed class SupportOnlyTests
{
    [Fact]
    public async Task The_page_offers_one_button_and_the_bar_names_supporters_alone()
    {
        await using var site = await TestSite.StartAsync();
        var (page, number) = await AddAsync(site);
        var citizen = await Browsing.AsAsync(site, await new Given(site).PersonAsync());

        await citizen.SubmitAsync(page, "form[data-stances]", [], "button[value=dafuer]");
        var shown = await citizen.GetAsync(page);
        Assert.Equal(["dafuer"], shown.QuerySelectorAll("form[data-stances] button").Select(button => button.GetAttribute("value")));
        foreach (var address in new[] { page, "/ideen" })
        {
            var bar = (await citizen.GetAsync(address)).QuerySelector($"[data-stance-bar='{number}']")!;
            Assert.Equal("1 unterstützen das", string.Join(' ', bar.QuerySelector("figcaption")!.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
            Assert.Single(bar.QuerySelectorAll("rect"));
        }
    }

    [Fact]
    public async Task To_be_against_is_refused_in_words_by_form_script_and_api_and_counts_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var (page, number) = await AddAsync(site);
        var person = await new Given(site).PersonAsync();
        var citizen = await Browsing.AsAsync(site, person);

        await citizen.SubmitAsync(page, "form[data-stances]", new() { ["haltung"] = "dagegen" });
        Assert.Equal(HttpStatusCode.Redirect, citizen.Last.StatusCode);
        var client = await ApiClient.AsAsync(site, person);
        foreach (var stance in new[] { "against", "neutral" })
        {
            var problem = await client.SendAsync(HttpMethod.Put, $"/api/v1/ideas/{number}/stance", new { stance });
            Assert.Equal((HttpStatusCode.BadRequest, "OnlySupportIsPossible"), (client.Last.StatusCode, problem.GetProperty("refusal").GetString()));
            Assert.Equal("In diesem Verfahren können Sie eine Idee nur unterstützen.", problem.GetProperty("detail").GetString());
        }

        Assert.Equal(new StanceCounts(0, 0, 0), await site.WithDbAsync(async db => (await db.Ideas.AsNoTracking().SingleAsync()).Stances));
        Assert.False(await site.WithDbAsync(db => db.Stances.AnyAsync()));
    }

    private static async Task<(string Page, int Number)> AddAsync(TestSite site)
    {
        var given = new Given(site);
        await given.ProcessAsync("nur-dafuer", stances: StanceMode.SupportOnly);
        var number = await given.IdeaAsync(process: "nur-dafuer");
        return ($"/ideen/{number}/mehr-baenke-am-markt", number);
    }
}
