using Microsoft.Extensions.Caching.Memory;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Markdown;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>
/// A section paragraph by paragraph, rendered once per version of its text. Names and numbers in it stay words: a paragraph is shown to be quoted, the page of the proposal
/// shows the text as a whole.
/// </summary>
public sealed class ReadParagraphs(MarkdownText markdown, RenderedSections rendered)
{
    public IReadOnlyList<ReadParagraph> Of(TextNow text)
    {
        var key = new ParagraphsKey(text.Id, text.Version);
        if (rendered.Cache.TryGetValue(key, out IReadOnlyList<ReadParagraph>? known)) return known!;
        IReadOnlyList<ReadParagraph> paragraphs = [.. Paragraphs.Of(text.Text).Select((range, index) => new ReadParagraph(range, markdown.Format(text.Text[range.From..range.To], $"a{(int)text.Section}x{index}").Html))];
        return rendered.Cache.Set(key, paragraphs, new MemoryCacheEntryOptions { Size = 1 + paragraphs.Sum(paragraph => paragraph.Html.Length), SlidingExpiration = RenderedSections.Kept });
    }

    private sealed record ParagraphsKey(SharedTextId Text, int Version);
}

/// <summary>A paragraph as it reads.</summary>
public sealed record ReadParagraph(TextRange Range, string Html);
