using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Ideas;
using Participation.Web.Hosting;
using Participation.Web.Ideas;

namespace Participation.Tests.Ideas;

public sealed class IdeaRowsTests : BunitContext
{
    private const string Sharp = "Bänke & <b>Bäume</b>";

    public IdeaRowsTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        Services.AddSingleton(new CityClock(Options.Create(new CityOptions()), new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero))));
    }

    [Fact]
    public void A_row_names_its_idea_and_what_people_typed_is_text()
    {
        var rows = Render<IdeaRows>(parameters => parameters.Add(list => list.Ideas, [Row() with { Title = Sharp, Summary = Sharp, Author = Sharp }]));
        Assert.Equal("/ideen/17/baenke-b-baeume-b", rows.Find("#idee-17 a").GetAttribute("href"));
        Assert.Equal(Sharp, rows.Find("#idee-17").TextContent);
        Assert.Equal(Sharp, rows.Find(".idea-row__summary").TextContent);
        Assert.Equal($"{Sharp} · 2. März", Words(rows.Find(".idea-row__by")));
        Assert.Empty(rows.FindAll("b b, h3 b, .idea-row__summary b"));
        Assert.Equal("1 Beitrag", rows.Find("[data-comments='17']").TextContent.Replace('\u00A0', ' '));
    }

    [Fact]
    public void An_organisation_stands_for_its_author_and_the_fact_says_what_comes_next()
    {
        string Fact(IdeaRow row) => Render<IdeaRows>(parameters => parameters.Add(list => list.Ideas, [row])).FindAll(".idea-row__fact")[^1].TextContent.Trim().Replace('\u00A0', ' ');
        Assert.Equal("Stadtwerke · 2. März", Render<IdeaRows>(parameters => parameters.Add(list => list.Ideas, [Row() with { Organisation = "Stadtwerke" }])).Find(".idea-row__by") is var by ? Words(by) : "");
        Assert.Contains("30. November 2026", Fact(Row() with { NextDate = new DateOnly(2026, 11, 30) }), StringComparison.Ordinal);
        Assert.Equal("Antwort der Stadt", Fact(Row() with { Status = IdeaStatus.Accepted, NextDate = new DateOnly(2026, 11, 30) }));
        Assert.NotEqual(Fact(Row() with { NextDate = new DateOnly(2026, 11, 23) }), Fact(Row() with { NextDate = new DateOnly(2026, 11, 24) }).Replace("24.", "23.", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_ideas_there_is_no_row() => Assert.Empty(Render<IdeaRows>(parameters => parameters.Add(list => list.Ideas, [])).FindAll("li"));

    [Fact]
    public void Similar_ideas_are_links_with_their_state_and_their_titles_are_text()
    {
        var similar = Render<SimilarIdeas>(parameters => parameters.Add(list => list.Ideas, [Row() with { Title = Sharp, For = 1200, District = "Lintorf" }]));
        Assert.Equal(Sharp, similar.Find(".similar__list a").TextContent);
        Assert.Equal("/ideen/17/baenke-b-baeume-b", similar.Find(".similar__list a").GetAttribute("href"));
        Assert.StartsWith("Lintorf · ", similar.Find(".fine").TextContent, StringComparison.Ordinal);
        Assert.Contains("200 dafür", similar.Find(".fine").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_similar_ideas_nothing_is_said() => Assert.Equal("", Render<SimilarIdeas>(parameters => parameters.Add(list => list.Ideas, [])).Markup.Trim());

    private static IdeaRow Row() => new(17, "Mehr Bänke", "Kurz gesagt.", IdeaStatus.Published, "Mobilität", null, "Kletterrose", null, A(2), A(3), 0, 0, 0, 0, 1, null, null, SupportOnly: false);

    private static DateTimeOffset A(int day) => new(2026, 3, day, 9, 0, 0, TimeSpan.Zero);

    private static string Words(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[])[' ', '\u00A0', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
