using Microsoft.Extensions.Options;
using Participation.Tests.Support;

namespace Participation.Tests.Hosting;

/// <summary>One accent colour makes the platform a city's own.</summary>
public sealed class CityStyleTests
{
    [Theory, InlineData("#aa2200", "#ffbb99"), InlineData("rgb(170 34 0)", "oklch(80% 0.1 40)"), InlineData("teal", "Aquamarine")]
    public async Task The_configured_accent_is_in_the_style_sheet_that_every_page_loads(string light, string dark)
    {
        await using var site = await StartAsync(light, dark);
        var visitor = Browsing.Visitor(site);
        Assert.NotNull((await visitor.GetAsync("/")).QuerySelector("link[rel=stylesheet][href^='/stadt.css']"));
        Assert.Contains($"--look-petrol: light-dark({light}, {dark});", await visitor.Client.GetStringAsync("/stadt.css"), StringComparison.Ordinal);
        Assert.Equal("text/css", (await visitor.Client.GetAsync("/stadt.css")).Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Without_one_the_platforms_own_is_used()
    {
        await using var site = await StartAsync("", "");
        Assert.DoesNotContain("--look", await Browsing.Visitor(site).Client.GetStringAsync("/stadt.css"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#aa2200", "")]
    [InlineData("rot!", "#ffffff")]
    [InlineData("#12", "#ffffff")]
    [InlineData("red;} body { display: none", "#ffffff")]
    [InlineData("#ffffff", "url(https://example.org)")]
    public async Task Anything_else_is_refused_at_the_start_in_a_sentence(string light, string dark)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(light, dark));
        Assert.Equal("City:AccentLight and City:AccentDark need to be two CSS colours such as #1a5276, or both empty.", refused.Message);
    }

    private static Task<TestSite> StartAsync(string light, string dark) =>
        TestSite.StartAsync(settings: settings => (settings["City:AccentLight"], settings["City:AccentDark"]) = (light, dark));
}
