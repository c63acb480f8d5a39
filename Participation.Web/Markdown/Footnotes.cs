using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Participation.Web.Markdown;

/// <summary>
/// How footnotes are tied together. An id is made of the text's scope and of numbers only: unique on a page with many texts, and nothing that an author
/// chooses becomes the name of an element.
/// </summary>
internal static class FootnoteIds
{
    /// <summary>What the ids of the pipeline look like; the gate lets no other through.</summary>
    public const string Pattern = "^fn-[a-z0-9]+-[0-9]+$|^fnref-[a-z0-9]+-[0-9]+$";

    public static string Note(string scope, int order) => string.Create(CultureInfo.InvariantCulture, $"fn-{scope}-{order}");

    public static string Place(string scope, int index) => string.Create(CultureInfo.InvariantCulture, $"fnref-{scope}-{index}");
}

/// <summary>The number in the text, and the way back to it.</summary>
internal sealed class FootnoteLinkRenderer(string scope) : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        var place = FootnoteIds.Place(scope, link.Index);
        if (link.IsBackLink) renderer.Write($" <a class=\"footnote-back\" href=\"#{place}\">↩</a>");
        else renderer.Write($"<sup><a class=\"footnote-ref\" id=\"{place}\" href=\"#{FootnoteIds.Note(scope, link.Footnote.Order)}\">{link.Footnote.Order.ToString(CultureInfo.InvariantCulture)}</a></sup>");
    }
}

/// <summary>The notes below the text, in the order in which the text names them.</summary>
internal sealed class FootnoteGroupRenderer(string scope) : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup group)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"footnotes\"><ol>");
        foreach (var footnote in group.Cast<Footnote>())
        {
            renderer.Write($"<li id=\"{FootnoteIds.Note(scope, footnote.Order)}\">");
            renderer.WriteChildren(footnote);
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol></div>");
    }
}
