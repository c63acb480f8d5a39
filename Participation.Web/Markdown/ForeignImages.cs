using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Participation.Web.Markdown;

/// <summary>
/// An image from elsewhere would tell its server who reads here. It becomes a link to it, with its description as words; within a link, only the words.
/// </summary>
internal static class ForeignImages
{
    public static void BecomeLinks(MarkdownDocument document)
    {
        foreach (var image in document.Descendants<LinkInline>().Where(link => link.IsImage && TextImages.IdOf(link.Url) is null).ToList())
        {
            if (image.FirstChild is null) image.AppendChild(new LiteralInline(image.Url ?? ""));
            // A description may hold links, the words of a link must not.
            foreach (var inner in image.Descendants<LinkInline>().ToList()) Dissolve(inner);
            foreach (var inner in image.Descendants<AutolinkInline>().ToList()) inner.ReplaceBy(new LiteralInline(inner.Url));
            if (image.IsInLink()) Dissolve(image);
            else image.IsImage = false;
        }
    }

    /// <summary>Leaves the words in place of the link.</summary>
    private static void Dissolve(LinkInline link)
    {
        while (link.FirstChild is { } words)
        {
            words.Remove();
            link.InsertBefore(words);
        }

        link.Remove();
    }
}
