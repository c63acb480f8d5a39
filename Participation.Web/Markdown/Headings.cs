using Markdig.Syntax;

namespace Participation.Web.Markdown;

/// <summary>A page has a title of its own: the headings of a text begin below it, and three levels are enough.</summary>
internal static class Headings
{
    private const int Highest = 2;
    private const int Lowest = 4;

    public static void Demote(MarkdownDocument document)
    {
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Clamp(heading.Level, Highest, Lowest);
    }
}
