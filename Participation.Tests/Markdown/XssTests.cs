using CsCheck;
using Participation.Tests.Support;
using Participation.Web.Markdown;

namespace Participation.Tests.Markdown;

/// <summary>Whatever a person types, only the allow-list comes out.</summary>
public sealed class XssTests
{
    [Fact]
    public void No_payload_comes_out_as_anything_but_text()
    {
        Assert.True(Payloads.All.Count >= 400);
        var markdown = new MarkdownText();
        Assert.All(Payloads.All, payload => Assert.Null(Harmless.Offence(markdown.Format(payload).Html)));
    }

    [Fact]
    public void No_changed_payload_comes_out_as_anything_but_text()
    {
        var markdown = new MarkdownText();
        var count = 0;
        foreach (var payload in MutatedPayloads.All)
        {
            count++;
            Assert.True(Harmless.Offence(markdown.Render(payload)) is null, payload);
        }

        Assert.True(count >= 10_000, $"{count} texts");
    }

    [Fact]
    public void Any_text_yields_only_what_is_allowed()
    {
        var markdown = new MarkdownText();
        string[] sharp = [.. Payloads.Schemes, .. Payloads.Html, "[^1]", "[^1]: ", "\n\n[^1]: ", "[^x\"y]", "@name ", "@\"", " #17", " !3", "~~", "- [x] ", "![", "www.", "https://", "&lt;", "\0", "    ", "[", "](", ")", "<", ">", "\n", "\n\n", "- ", "# ", "> ", "|", "---", "`", "**", "\"", "&#"];
        var pieces = Gen.OneOf(Gen.String[0, 12], Gen.Int[0, sharp.Length - 1].Select(index => sharp[index]));
        pieces.Array[0, 12].Select(parts => string.Concat(parts)).Sample(text => Harmless.Offence(markdown.Render(text)) is null, iter: 4_000);
    }

    [Fact]
    public void The_check_would_find_an_offence()
    {
        Assert.NotNull(Harmless.Offence("<p onclick=\"x()\">x</p>"));
        Assert.NotNull(Harmless.Offence("<a href=\"javascript:x()\">x</a>"));
        Assert.NotNull(Harmless.Offence("<script>x</script>"));
        Assert.NotNull(Harmless.Offence("<p id=\"cookie\">x</p>"));
        Assert.NotNull(Harmless.Offence("<a id=\"fn-alert(1)-1\">x</a>"));
        Assert.NotNull(Harmless.Offence("<p class=\"kern-btn\">x</p>"));
    }

    [Theory]
    [InlineData("<p onclick=\"x()\">x</p>"), InlineData("<a href=\"java&#10;script:x()\">x</a>"), InlineData("<script>x</script>"), InlineData("<script src=\"//evil.example\"></script>")]
    [InlineData("<form action=\"//evil.example\"></form>"), InlineData("<div class=\"prose\"><img src=\"/x\"></div>"), InlineData("<p style=\"color:red\">x</p>"), InlineData("<svg><a href=\"/x\">x</a></svg>")]
    public void The_check_of_a_page_would_find_an_offence(string html)
    {
        var parser = new AngleSharp.Html.Parser.HtmlParser();
        Assert.Null(Harmless.OffenceOfPage(parser.ParseDocument("<main><h1>x</h1><form action=\"/x\"></form><div class=\"prose\"><p>x</p></div></main>")));
        Assert.NotNull(Harmless.OffenceOfPage(parser.ParseDocument($"<main><h1>x</h1>{html}</main>")));
    }

    [Fact]
    public void Deep_nesting_ends()
    {
        var markdown = new MarkdownText();
        Assert.NotEmpty(markdown.Format(new string('>', 5_000) + " x").Html);
        Assert.NotEmpty(markdown.Format(new string('[', 20_000)).Html);
    }
}
