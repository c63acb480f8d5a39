using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Tests.Support;

namespace Participation.Tests.Ideas;

public sealed class IdeaPageTests
{
    [Fact]
    public async Task The_page_shows_the_idea_and_a_wrong_slug_leads_there()
    {
        await using var site = await TestSite.StartAsync();
        var number = await new Given(site).IdeaAsync(title: "Bänke für den Düsseldorfer Platz");
        var visitor = Browsing.Visitor(site);

        var page = await visitor.GetAsync($"/ideen/{number}/baenke-fuer-den-duesseldorfer-platz");
        Assert.Equal(HttpStatusCode.OK, visitor.Last.StatusCode);
        Assert.Equal("Bänke für den Düsseldorfer Platz", page.QuerySelector("h1")?.TextContent);
        await visitor.GetAsync($"/ideen/{number}/alter-name");
        Assert.Equal(HttpStatusCode.MovedPermanently, visitor.Last.StatusCode);
        Assert.Equal($"/ideen/{number}/baenke-fuer-den-duesseldorfer-platz", visitor.Last.Headers.Location?.ToString());
    }

    [Fact]
    public async Task An_unknown_idea_is_not_found_and_a_hidden_one_is_gone_with_its_reason()
    {
        await using var site = await TestSite.StartAsync();
        var number = await new Given(site).IdeaAsync();
        await site.WithDbAsync(async db =>
        {
            var idea = await db.Ideas.SingleAsync(candidate => candidate.Number == number);
            Assert.Null(idea.Hide("Enthält Werbung.", TimeProvider.System.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        var visitor = Browsing.Visitor(site);

        var missing = await visitor.GetAsync("/ideen/4711");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Last.StatusCode);
        Assert.DoesNotContain("   at ", missing.Body!.TextContent, StringComparison.Ordinal);
        var gone = await visitor.GetAsync($"/ideen/{number}/mehr-baenke-am-markt");
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        Assert.Contains("Enthält Werbung.", gone.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stance_is_taken_changed_and_withdrawn_with_plain_forms()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var citizen = await Browsing.AsAsync(site, await given.PersonAsync());
        var page = $"/ideen/{number}/mehr-baenke-am-markt";

        await citizen.SubmitAsync(page, "form[data-stances]", [], "button[value=dafuer]");
        Assert.Equal(HttpStatusCode.Redirect, citizen.Last.StatusCode);
        Assert.Equal(new StanceCounts(1, 0, 0), await CountsAsync(site, number));
        await citizen.SubmitAsync(page, "form[data-stances]", [], "button[value=dagegen]");
        Assert.Equal(new StanceCounts(0, 0, 1), await CountsAsync(site, number));
        await citizen.SubmitAsync(page, "form[data-withdraw]", [], "button[value=keine]");
        Assert.Equal(new StanceCounts(0, 0, 0), await CountsAsync(site, number));
    }

    [Fact]
    public async Task A_forged_stance_is_refused_and_changes_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var citizen = await Browsing.AsAsync(site, await given.PersonAsync());

        await citizen.PostAsync($"/ideen/{number}/haltung", new() { ["haltung"] = "dafuer" });

        Assert.Equal(HttpStatusCode.BadRequest, citizen.Last.StatusCode);
        Assert.Equal(new StanceCounts(0, 0, 0), await CountsAsync(site, number));
    }

    [Fact]
    public async Task A_visitors_page_comes_from_the_cache_until_something_changes()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var visitor = Browsing.Visitor(site);
        var page = $"/ideen/{number}/mehr-baenke-am-markt";

        await visitor.GetAsync(page);
        await visitor.GetAsync(page);
        Assert.True(visitor.Last.Headers.Age is not null);
        var person = await given.PersonAsync();
        await site.UseAsync<Web.Ideas.TakeStance, bool>(async take => (await take.ExecuteAsync(number, StanceKind.For, person, default)).Done);
        var fresh = await visitor.GetAsync(page);

        Assert.Contains("1 dafür", fresh.QuerySelector("[data-stance-bar]")?.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    private static Task<StanceCounts> CountsAsync(TestSite site, int number) =>
        site.WithDbAsync(async db => (await db.Ideas.AsNoTracking().SingleAsync(idea => idea.Number == number)).Stances);
}
