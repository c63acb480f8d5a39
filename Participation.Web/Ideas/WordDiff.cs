using DiffPlex;
using DiffPlex.Chunkers;

namespace Participation.Web.Ideas;

/// <summary>A piece of a comparison: kept (space), new (plus) or removed (minus).</summary>
public sealed record DiffPiece(char Kind, string Text);

/// <summary>Compares two texts word by word, as people read, not line by line.</summary>
public static class WordDiff
{
    /// <summary>The comparison in paragraphs.</summary>
    public static IReadOnlyList<IReadOnlyList<DiffPiece>> Between(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new DelimiterChunker([' ', '\n']));
        var pieces = new List<DiffPiece>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(pieces, ' ', diff.PiecesNew.Skip(at).Take(block.InsertStartB - at));
            Add(pieces, '-', diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            Add(pieces, '+', diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(pieces, ' ', diff.PiecesNew.Skip(at));
        return Paragraphs(pieces);
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
