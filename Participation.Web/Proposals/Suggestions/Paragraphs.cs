using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Proposals.Writing;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>
/// Takes a section apart into paragraphs that can be quoted: at blank lines, but neither in a block of code nor before lines that continue what stands above;
/// a paragraph too long for a quotation is parted at its lines, or where a word ends.
/// </summary>
public static class Paragraphs
{
    private const string Fence = "```";

    /// <summary>Where the paragraphs are, in the order of the text.</summary>
    public static IReadOnlyList<TextRange> Of(string text)
    {
        var paragraphs = new List<TextRange>();
        var (start, blank, inCode) = (-1, false, false);
        for (var at = 0; at < text.Length; at = End(text, at) + 1)
        {
            var line = text.AsSpan(at, End(text, at) - at);
            if (!inCode && line.IsWhiteSpace())
            {
                blank = true;
                continue;
            }

            if (start < 0) start = at;
            else if (blank && !char.IsWhiteSpace(line[0]))
            {
                Add(paragraphs, text, start, at);
                start = at;
            }

            blank = false;
            if (line.StartsWith(Fence, StringComparison.Ordinal)) inCode = !inCode;
        }

        if (start >= 0) Add(paragraphs, text, start, text.Length);
        return paragraphs;
    }

    private static void Add(List<TextRange> paragraphs, string text, int from, int to)
    {
        while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
        while (to - from > Passage.MaxLength)
        {
            var cut = Cut(text, from);
            if (!text.AsSpan(from, cut - from).IsWhiteSpace()) paragraphs.Add(new TextRange(from, cut));
            from = cut;
        }

        if (to > from) paragraphs.Add(new TextRange(from, to));
    }

    /// <summary>The end of the last line, or else of the last word, or else of the last character that fits.</summary>
    private static int Cut(string text, int from)
    {
        var most = from + Passage.MaxLength;
        var line = text.LastIndexOf('\n', most - 1, Passage.MaxLength) + 1;
        if (line > from && !text.AsSpan(from, line - from).IsWhiteSpace()) return line;
        var word = text.LastIndexOf(' ', most - 1, Passage.MaxLength) + 1;
        return word > from && !text.AsSpan(from, word - from).IsWhiteSpace() ? word : char.IsSurrogatePair(text[most - 1], text[most]) ? most - 1 : most;
    }

    private static int End(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
}
