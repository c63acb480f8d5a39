using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Participation.Domain.Strategy.Services;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Shared;

/// <summary>
/// Whatever a chart shows can be read as a table in the same part of the page. The bar of stances, of which a list has many, says all its numbers in its caption instead.
/// </summary>
public sealed class ChartTests
{
    private const string Charts = "figure:has(svg)";
    private const string Inline = "[data-stance-bar]";

    [Fact]
    public async Task Every_chart_of_the_demo_city_has_a_table_beside_it()
    {
        await using var site = await TestSite.StartAsync(demo: true);
        var visitor = Browsing.Visitor(site);
        var pages = XDocument.Parse(await visitor.Client.GetStringAsync(Links.Sitemap)).Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value).AbsolutePath).ToList();
        var quarter = Quarter.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)).Previous;
        var (kinds, problems) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var address in pages.Concat([Links.Transparency, Links.Services, Links.ServicesAt(quarter), Links.Search + "?q=Bank", Links.MeetingPrint(9), Links.LiveMeeting(13), Links.ResultCard(1)]).Distinct())
        {
            var page = await visitor.GetAsync(address);
            Assert.Equal((address, 200), (address, (int)visitor.Last.StatusCode));
            kinds.UnionWith(page.QuerySelectorAll(Charts).Select(chart => chart.ClassList[0]!));
            problems.AddRange(page.QuerySelectorAll(Charts).Where(chart => !HasTable(chart)).Select(chart => $"{address}: {chart.GetAttribute("aria-label") ?? chart.ClassName}"));
        }

        Assert.Empty(problems);
        Assert.Superset(new HashSet<string>(["bars", "milestone-chart", "stance-bar", "vote-bar"], StringComparer.Ordinal), kinds);
    }

    [Theory]
    [InlineData("<section><figure><svg/></figure><table><tr><td>1</td></tr></table></section>", true)]
    [InlineData("<section><div><figure><svg/></figure></div><details><table><tr><td>1</td></tr></table></details></section>", true)]
    [InlineData("<section><figure><svg/></figure></section><section><table><tr><td>1</td></tr></table></section>", false)]
    [InlineData("<section><table><tr><td>1</td></tr></table><article><figure><svg/></figure></article></section>", false)]
    [InlineData("<figure data-stance-bar=1><svg><rect/><rect/></svg><figcaption><b>1</b><b>2</b></figcaption></figure>", true)]
    [InlineData("<figure data-stance-bar=1><svg><rect/><rect/></svg><figcaption><b>1</b></figcaption></figure>", false)]
    public void A_chart_without_one_would_be_found(string html, bool has) => Assert.Equal(has, HasTable(new HtmlParser().ParseDocument(html).QuerySelector(Charts)!));

    /// <summary>In the smallest part of the page around it.</summary>
    private static bool HasTable(IElement chart) => chart.Matches(Inline)
        ? chart.QuerySelectorAll("figcaption b").Length >= chart.QuerySelectorAll("rect:not(.stance-bar__empty)").Length
        : chart.ParentElement!.Closest("section, article, .resolution")?.QuerySelector("table") is not null;
}
