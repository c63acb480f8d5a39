using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Participation.Web.Markdown;

namespace Participation.Tests.Markdown.CommonMark;

/// <summary>Every example of CommonMark 0.31.2 through the site's own pipeline: as specified, but for the intended differences, and those exactly.</summary>
public sealed class CommonMarkTests
{
    private static readonly MarkdownText Markdown = new();

    public static TheoryData<int> Numbers => [.. SpecExamples.All.Select(example => example.Number)];

    [Theory, MemberData(nameof(Numbers))]
    public void An_example_comes_out_as_specified_or_as_intended(int number)
    {
        var example = SpecExamples.All[number - 1];
        var ours = Normal(Markdown.Format(example.Markdown).Html);
        if (!SpecExamples.Differences.TryGetValue(number, out var difference))
        {
            Assert.Equal(Normal(example.Html), ours);
            return;
        }

        Assert.Empty(difference.Reasons.Except(SpecExamples.Reasons));
        Assert.NotEqual(Normal(example.Html), ours);
        Assert.Equal(difference.Html ?? Normal(example.Html, difference.Reasons), ours);
    }

    [Fact]
    public void All_examples_are_there()
    {
        Assert.Equal(652, SpecExamples.All.Count);
        Assert.All(SpecExamples.Differences.Keys, number => Assert.InRange(number, 1, SpecExamples.All.Count));
    }

    /// <summary>What two ways of writing the same document have in common; with reasons, the document as they change it.</summary>
    private static string Normal(string html, IReadOnlyCollection<string>? reasons = null)
    {
        var body = new HtmlParser().ParseDocument("<body>" + html).Body!;
        foreach (var reason in reasons ?? []) Change(body, reason);
        foreach (var link in body.QuerySelectorAll("a")) link.RemoveAttribute("rel");
        foreach (var space in body.Descendants<IText>().Where(IsLayout).ToList()) space.Remove();
        foreach (var text in body.Descendants<IText>().Where(text => text.ParentElement is { LocalName: "li" or "p" or "h2" or "h3" or "h4" or "body" or "blockquote" })) text.TextContent = Trimmed(text);
        return body.InnerHtml;
    }

    /// <summary>The reasons that say all about what they change.</summary>
    private static void Change(IElement body, string reason)
    {
        switch (reason)
        {
            case "headings":
                foreach (var heading in body.QuerySelectorAll("h1, h5, h6")) heading.OuterHtml = $"<{Demoted(heading)}>{heading.InnerHtml}</{Demoted(heading)}>";
                break;
            case "language":
                foreach (var code in body.QuerySelectorAll("code[class]")) code.RemoveAttribute("class");
                break;
            case "scheme":
                foreach (var link in body.QuerySelectorAll("a[href]").Where(link => !IsAllowed(link.GetAttribute("href")!))) link.RemoveAttribute("href");
                break;
        }
    }

    private static string Demoted(IElement heading) => heading.LocalName == "h1" ? "h2" : "h4";

    private static bool IsAllowed(string address) =>
        address.IndexOf(':', StringComparison.Ordinal) is var colon && (colon < 0 || address[..colon].IndexOfAny(['/', '?', '#']) >= 0 || address[..colon].ToLowerInvariant() is "http" or "https" or "mailto");

    /// <summary>White space between blocks.</summary>
    private static bool IsLayout(IText text) => string.IsNullOrWhiteSpace(text.Data) && text.ParentElement is { LocalName: "body" or "ul" or "ol" or "li" or "blockquote" or "div" or "table" or "tr" or "thead" or "tbody" };

    /// <summary>Without the line break between words and the block before or after them.</summary>
    private static string Trimmed(IText text)
    {
        var data = text.Data;
        if (text.NextSibling is null or IElement { LocalName: "ul" or "ol" or "p" or "pre" or "blockquote" or "h2" or "hr" }) data = data.TrimEnd('\n');
        if (text.PreviousSibling is null or IElement { LocalName: "ul" or "ol" or "p" or "pre" or "blockquote" or "h2" or "hr" }) data = data.TrimStart('\n');
        return data;
    }
}
