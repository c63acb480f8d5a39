using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Participation.Web.Markdown;

namespace Participation.Tests.Markdown;

/// <summary>What the pipeline adds to CommonMark.</summary>
public sealed class PipelineTests
{
    private static readonly MarkdownText Markdown = new();

    [Fact]
    public void Footnotes_lead_there_and_back()
    {
        var text = Html("Eins[^a], zwei[^b], noch einmal eins[^a].\n\n[^b]: Zweite *Quelle*\n[^a]: Erste Quelle\n[^c]: Nirgends genannt");
        Assert.Equal(["1", "2", "1"], text.QuerySelectorAll("sup > a.footnote-ref[role=doc-noteref]").Select(link => link.TextContent));
        Assert.Equal(["Fußnote 1", "Fußnote 2", "Fußnote 1"], text.QuerySelectorAll("a.footnote-ref").Select(link => link.GetAttribute("aria-label")));
        Assert.Equal(["Erste Quelle ↩ ↩", "Zweite Quelle ↩"], text.QuerySelectorAll(".footnotes[role=group][aria-label='Fußnoten'] > ol > li").Select(note => note.TextContent.Trim()));
        Assert.Equal(
            ["Von Fußnote 1 zurück in den Text, Stelle 1", "Von Fußnote 1 zurück in den Text, Stelle 2", "Von Fußnote 2 zurück in den Text"],
            text.QuerySelectorAll("a.footnote-back[role=doc-backlink]").Select(link => link.GetAttribute("aria-label")));
        Assert.All(text.QuerySelectorAll("a"), link => Assert.NotNull(text.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal(text.QuerySelectorAll("[id]").Length, text.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Fact]
    public void Ids_hold_nothing_that_an_author_chose()
    {
        var text = Html("Eins[^location], zwei[^__proto__].\n\n[^location]: x\n\n[^__proto__]: y");
        Assert.Equal(["fnref-abc123-1", "fnref-abc123-2", "fn-abc123-1", "fn-abc123-2"], text.QuerySelectorAll("[id]").Select(element => element.Id));
    }

    [Fact]
    public async Task Two_texts_on_a_page_share_no_id()
    {
        var formatter = Everywhere.Formatter(Markdown);
        var (one, other) = ((await formatter.FormatAsync("x[^1]\n\n[^1]: y", 100, default)).Value!, (await formatter.FormatAsync("x[^1]\n\n[^1]: y", 100, default)).Value!);
        var page = new HtmlParser().ParseDocument(one.Html + other.Html);
        Assert.Equal(4, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("@Kletterrose", "Kletterrose"), InlineData("Frage an @Kletterrose.", "Kletterrose"), InlineData("(@Kletter-Rose_2)", "Kletter-Rose_2"), InlineData("@\"Rose vom Berg\"!", "Rose vom Berg")]
    [InlineData("@„Rose vom Berg“ sagt", "Rose vom Berg"), InlineData("**@Ägidius**", "Ägidius"), InlineData("- [x] @K.R. fragen", "K.R"), InlineData("> @\"<b>\"", "<b>"), InlineData("~~@Rose~~", "Rose")]
    public void A_mention_is_read(string source, string name) => Assert.Equal($"@{name}", Html(source).QuerySelector(".mention")?.TextContent);

    [Theory]
    [InlineData("post@kletterrose.de"), InlineData("`@Kletterrose`"), InlineData("\\@Kletterrose"), InlineData("<post@kletterrose.de>"), InlineData("https://example.org/@Kletterrose"), InlineData("@ Kletterrose"), InlineData("@@Kletterrose"), InlineData("@\"\"")]
    [InlineData("    @Kletterrose"), InlineData("@\"Kletter\nrose\"")]
    public void A_sign_that_names_nobody_stays(string source) => Assert.Null(Html(source).QuerySelector(".mention"));

    [Theory]
    [InlineData("siehe #17.", "#17"), InlineData("(#17)", "#17"), InlineData("#17", "#17"), InlineData("wie in !3", "!3")]
    public void A_reference_is_read(string source, string text) => Assert.Equal(text, Html(source).QuerySelector("a.reference")?.TextContent);

    [Theory]
    [InlineData("#17a"), InlineData("C#17"), InlineData("#0"), InlineData("# 17"), InlineData("`#17`"), InlineData("\\#17"), InlineData("https://example.org/#17"), InlineData("#1234567890"), InlineData("&#17;"), InlineData("[Worte #17](https://example.org)")]
    public void A_number_that_points_nowhere_stays(string source) => Assert.Null(Html(source).QuerySelector(".reference"));

    [Fact]
    public void What_nobody_resolved_stays_as_it_was_typed() =>
        Assert.Equal("<p>Mit @Rose, @\"Rose vom Berg\", #17 und !3.</p>", Markdown.Format("Mit @Rose, @\"Rose vom Berg\", #17 und !3.").Html.Trim());

    [Fact]
    public void Tasks_tables_strikes_and_addresses_are_read()
    {
        var text = Html("- [x] getan\n- [ ] offen\n\n| Ort | Zahl |\n|---|---|\n| Mitte | 3 |\n\n~~alt~~ www.example.org und https://example.org/x");
        Assert.Equal(["erledigt:", "offen:"], text.QuerySelectorAll("li.task-list-item > .task[role=img]").Select(task => task.GetAttribute("aria-label")));
        Assert.Equal("Tabelle: Ort", text.QuerySelector(".table-scroll[role=group] > table")?.ParentElement?.GetAttribute("aria-label"));
        Assert.Equal("alt", text.QuerySelector("del")?.TextContent);
        Assert.Equal(["https://www.example.org", "https://example.org/x"], text.QuerySelectorAll("a[rel]").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("![Ein Baum](https://example.org/baum.png)", "<p><a href=\"https://example.org/baum.png\" rel=\"nofollow ugc noopener\">Ein Baum</a></p>")]
    [InlineData("![](https://example.org/baum.png)", "<p><a href=\"https://example.org/baum.png\" rel=\"nofollow ugc noopener\">https://example.org/baum.png</a></p>")]
    [InlineData("[![Ein Baum](/baum.png)](https://example.org)", "<p><a href=\"https://example.org\" rel=\"nofollow ugc noopener\">Ein Baum</a></p>")]
    public void An_image_from_elsewhere_becomes_a_link(string source, string html) => Assert.Equal(html, Markdown.Format(source).Html.Trim());

    [Fact]
    public void A_description_of_an_image_steers_no_text() => Assert.Equal("Ein Baum am Bach",
        Html($"![Ein \u202EBaum\u2066 am\u200F Bach&#x202E;](/bilder/{Guid.Empty:N}/1600.webp)").QuerySelector("img")!.GetAttribute("alt"));

    [Fact]
    public void A_summary_holds_the_words_alone() => Assert.Equal("Eins. Quelle", PlainText.Of(Markdown.Format("Eins[^1].\n\n[^1]: Quelle").Html));

    private static IElement Html(string source) => new HtmlParser().ParseDocument("<body>" + Markdown.Render(source)).Body!;
}
