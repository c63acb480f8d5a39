using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Architecture;

/// <summary>What every endpoint of the running host carries.</summary>
public sealed class EndpointTests
{
    [Fact]
    public async Task Every_endpoint_says_who_may_use_it()
    {
        await using var site = await TestSite.StartAsync();
        var endpoints = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        // The fallback of MapStaticAssets serves files of wwwroot, which are public.
        var undecided = Undecided(endpoints).Except(["{**path:file}"]);

        Assert.True(endpoints.Count > 20);
        Assert.Empty(undecided);
    }

    [Fact]
    public void An_endpoint_without_a_decision_would_be_found()
    {
        var endpoint = new RouteEndpoint(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/offen"), 0, null, "offen");
        Assert.Equal(["/offen"], Undecided([endpoint]));
    }

    /// <summary>A title is part of an address: no word leads to a page below the thing that is called so.</summary>
    [Fact]
    public async Task No_title_reads_like_the_address_of_a_page_below()
    {
        await using var site = await TestSite.StartAsync();
        var patterns = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true).Select(endpoint => (endpoint.RoutePattern.RawText ?? "").Trim('/').Split('/')).Where(parts => parts.Length == 3).ToList();
        var titled = patterns.Where(parts => parts[2] == "{slug?}").Select(parts => parts[0]).ToHashSet();
        var below = patterns.Where(parts => titled.Contains(parts[0]) && parts[1].EndsWith(":int}", StringComparison.Ordinal) && !parts[2].Contains('{', StringComparison.Ordinal)).Select(parts => parts[2]).ToHashSet();
        Assert.Superset(new HashSet<string> { "ideen", "texte", "sitzungen" }, titled);
        Assert.Superset(new HashSet<string> { "fassungen", "bearbeiten", "live" }, below);
        Assert.DoesNotContain(below, word => Links.Ending(word) == word && Domain.Slug.From(word) == word);
        Assert.Equal("fassungen-und-mehr", Links.Ending("Fassungen und mehr"));
    }

    [Fact]
    public async Task Every_answer_carries_the_policy_without_unsafe_words()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        foreach (var address in (string[])["/ideen", "/gibt-es-nicht", "/health/live", "/stadt.css"])
        {
            await visitor.GetAsync(address);
            var policy = Assert.Single(visitor.Last.Headers.GetValues("Content-Security-Policy"));
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(visitor.Last.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task An_address_from_elsewhere_is_not_followed()
    {
        await using var site = await TestSite.StartAsync();
        var visitor = Browsing.Visitor(site);
        foreach (var next in (string[])["https://example.org", "//example.org", "/\\example.org", "javascript:alert(1)"])
        {
            await visitor.GetAsync($"/sprache/en?weiter={Uri.EscapeDataString(next)}");
            Assert.Equal("/", visitor.Last.Headers.Location?.ToString());
        }
    }

    private static IEnumerable<string?> Undecided(IEnumerable<RouteEndpoint> endpoints) => endpoints
        .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
        .Select(endpoint => endpoint.RoutePattern.RawText);
}
