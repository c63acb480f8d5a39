using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Participation.Web.Markdown;

namespace Participation.Web.Moderation.Guards;

/// <summary>How many links that lead away a contribution has, counted where they stand: in what Markdown made of it.</summary>
internal sealed class LinkCount(MarkdownText markdown)
{
    /// <summary>An address that no page has: what a browser resolves to it stays on this site.</summary>
    private const string Here = "https://here.invalid";

    /// <summary>In the text and in the lines beside it, which are shown as typed but read by people all the same.</summary>
    public int In(GuardedText text) => In(text.Body.Html) + text.Lines.Sum(line => In(markdown.Format(line).Html));

    private static int In(string html)
    {
        if (!html.Contains("<a ", StringComparison.Ordinal)) return 0;
        var page = new HtmlParser().ParseDocument($"<base href=\"{Here}/\">{html}");
        return page.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>().Count(link => link.Protocol is "http:" or "https:" && link.Origin != Here);
    }
}
