using DiffPlex;
using DiffPlex.Chunkers;

namespace Participation.Web.Shared;

/// <summary>A piece of a comparison: kept (space), new (plus) or removed (minus).</summary>
public sealed record DiffPiece(char Kind, string Text);

/// <summary>Compares two texts word by word, as people read, not line by line.</summary>
public static class WordDiff
{
    /// <summary>Most changed text that is compared word by word, in characters; more is compared line by line.</summary>
    private const int MostForWords = 20_000;

    /// <summary>Most changed text that is compared at all; of more, all is removed and new.</summary>
    private const int MostForLines = 200_000;

    /// <summary>The comparison in paragraphs.</summary>
    public static IReadOnlyList<IReadOnlyList<DiffPiece>> Between(string before, string after)
    {
        // What both have in common is not worth comparing.
        var start = LineBefore(before, before.AsSpan().CommonPrefixLength(after));
        var end = CommonLines(before.AsSpan(start), after.AsSpan(start));
        var (old, now) = (before[start..^end], after[start..^end]);
        var pieces = new List<DiffPiece>();
        Add(pieces, ' ', [before[..start]]);
        Compare(pieces, old, now);
        Add(pieces, ' ', [before[^end..]]);
        return Paragraphs(pieces);
    }

    private static void Compare(List<DiffPiece> pieces, string before, string after)
    {
        if (before.Length + after.Length > MostForLines)
        {
            Add(pieces, '-', [before]);
            Add(pieces, '+', [after]);
            return;
        }

        var chunks = before.Length + after.Length > MostForWords ? new DelimiterChunker(['\n']) : new DelimiterChunker([' ', '\n']);
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, chunks);
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(pieces, ' ', diff.PiecesNew.Skip(at).Take(block.InsertStartB - at));
            Add(pieces, '-', diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            Add(pieces, '+', diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(pieces, ' ', diff.PiecesNew.Skip(at));
    }

    private static int LineBefore(string text, int position) => position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;

    /// <summary>Length of the whole lines at the end that both have.</summary>
    private static int CommonLines(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var (end, lines) = (0, 0);
        while (end < before.Length && end < after.Length && before[^(end + 1)] == after[^(end + 1)])
        {
            if (before[^(end + 1)] == '\n') lines = end;
            end++;
        }

        return end == before.Length && end == after.Length ? end : lines;
    }

    private static void Add(List<DiffPiece> pieces, char kind, IEnumerable<string> words)
    {
        var text = string.Concat(words);
        if (text.Length > 0) pieces.Add(new DiffPiece(kind, text));
    }

    private static List<IReadOnlyList<DiffPiece>> Paragraphs(List<DiffPiece> pieces)
    {
        var paragraphs = new List<IReadOnlyList<DiffPiece>>();
        var current = new List<DiffPiece>();
        foreach (var piece in pieces)
        {
            var lines = piece.Text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                {
                    if (current.Count > 0) paragraphs.Add(current);
                    current = [];
                }

                if (lines[i].Length > 0) current.Add(piece with { Text = lines[i] });
            }
        }

        if (current.Count > 0) paragraphs.Add(current);
        return paragraphs;
    }
}
