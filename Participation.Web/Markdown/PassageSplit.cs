using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Participation.Domain.Texts;

namespace Participation.Web.Markdown;

/// <summary>A block of a text that stands for itself.</summary>
/// <param name="Level">Level of a heading, from 1; 0 for anything else.</param>
/// <param name="Markdown">Its source.</param>
public sealed record SourceBlock(int Level, string Markdown)
{
    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading => Level > 0;
}

/// <summary>
/// Takes a text apart into its headings, paragraphs, lists, quotes and tables, each with the footnotes and addresses it uses, so that each can be rendered alone. A rule
/// between two of them stays with the one before it. Nothing of the source is lost, and what was put together again is taken apart in the same way.
/// </summary>
internal static class PassageSplit
{
    private const string Between = "\n\n";

    /// <summary>The blocks of a text in their order.</summary>
    public static IReadOnlyList<SourceBlock> Of(ParsedText text)
    {
        var source = text.Source;
        List<Block> blocks = [.. text.Document.Where(block => block is not (LinkReferenceDefinitionGroup or FootnoteGroup or ThematicBreakBlock))];
        var starts = blocks.ConvertAll(block => LineStart(source, block.Span.Start));
        if (blocks.Count > 0) starts[0] = 0;
        List<Definition> definitions = [.. Definitions(text.Document, source)];
        List<string> own = [.. starts.Select((from, i) => Without(source, from, i + 1 < starts.Count ? starts[i + 1] : source.Length, definitions))];
        List<List<string>> with = [.. own.Select(_ => new List<string>())];
        foreach (var definition in definitions)
        {
            List<int> users = [.. Enumerable.Range(0, own.Count).Where(i => own[i].Contains($"[{definition.Label}]", StringComparison.OrdinalIgnoreCase))];
            if (users.Count == 0 && own.Count > 0) users.Add(Math.Max(0, starts.FindLastIndex(start => start <= definition.Start)));
            foreach (var user in users)
                if (!own[user].Contains(definition.Source, StringComparison.Ordinal) && !with[user].Contains(definition.Source)) with[user].Add(definition.Source);
        }

        return [.. blocks.Select((block, i) => new SourceBlock(LevelOf(block, source), string.Join(Between, with[i].Prepend(own[i]))))];
    }

    /// <summary>The whole text again.</summary>
    public static string Join(IEnumerable<string> blocks) => string.Join(Between, blocks);

    private static int LevelOf(Block block, string source)
    {
        if (block is not HeadingBlock) return 0;
        var written = source.AsSpan(block.Span.Start, block.Span.Length).Trim();
        var marks = written.IndexOfAnyExcept('#');
        if (marks > 0) return Math.Min(marks, TextPassage.MaxLevel);
        return written is [.., '-'] ? 2 : 1;
    }

    private static IEnumerable<Definition> Definitions(MarkdownDocument document, string source)
    {
        foreach (var link in document.Descendants<LinkReferenceDefinition>().Where(link => link is not FootnoteLinkReferenceDefinition))
            if (At(link.Label, link.Span, source) is { } address) yield return address;
        foreach (var note in document.Descendants<Footnote>())
            if (At(note.Label, note.Span, source) is { } words) yield return words;
    }

    /// <summary>Where a definition stands; null for one within a quote or a list, which stays where it is.</summary>
    private static Definition? At(string? label, SourceSpan span, string source)
    {
        if (string.IsNullOrEmpty(label) || span.IsEmpty || span.End >= source.Length) return null;
        var start = LineStart(source, span.Start);
        return source.AsSpan(start).TrimStart(' ').StartsWith('[') ? new Definition(label, start, span.End + 1, source[start..(span.End + 1)].TrimEnd()) : null;
    }

    private static int LineStart(string source, int at) => at == 0 ? 0 : source.LastIndexOf('\n', at - 1) + 1;

    private static string Without(string source, int from, int to, List<Definition> definitions)
    {
        List<string> kept = [];
        foreach (var cut in definitions.Where(definition => definition.Start >= from && definition.End <= to).OrderBy(definition => definition.Start))
        {
            if (cut.Start > from) kept.Add(source[from..cut.Start]);
            from = Math.Max(from, cut.End);
        }

        return string.Join(Between, kept.Append(source[from..to]).Select(piece => piece.Trim('\n').TrimEnd()).Where(piece => piece.Length > 0));
    }

    /// <summary>What a label stands for.</summary>
    private sealed record Definition(string Label, int Start, int End, string Source);
}
