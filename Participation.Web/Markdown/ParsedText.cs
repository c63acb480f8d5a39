using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Participation.Web.Markdown;

/// <summary>A text that was read, before it becomes HTML: what it points at can still be resolved.</summary>
internal sealed class ParsedText(string source, MarkdownDocument document)
{
    /// <summary>The source.</summary>
    public string Source => source;

    /// <summary>The tree.</summary>
    public MarkdownDocument Document => document;

    /// <summary>People who are named with an @, in the order of the text.</summary>
    public IReadOnlyList<Mention> Mentions { get; } = [.. document.Descendants<Mention>()];

    /// <summary>The different names, in the order of the text, as far as they are looked up.</summary>
    public IReadOnlyList<string> Names => [.. Mentions.Select(mention => mention.Key).Distinct(StringComparer.Ordinal).Take(TextFormatter.MaxMentions)];

    /// <summary>Things that are named by their number, in the order of the text; a number within a link stays a word, because links do not nest.</summary>
    public IReadOnlyList<Reference> References { get; } = [.. document.Descendants<Reference>().Where(reference => !reference.IsInLink())];
}

/// <summary>Where in the tree something stands.</summary>
internal static class Places
{
    /// <summary>Whether it stands within the words of a link.</summary>
    public static bool IsInLink(this Inline inline)
    {
        for (var above = inline.Parent; above is not null; above = above.Parent)
            if (above is LinkInline) return true;
        return false;
    }
}
