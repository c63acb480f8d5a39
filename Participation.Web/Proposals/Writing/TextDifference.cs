using DiffPlex;
using DiffPlex.Chunkers;
using Participation.Domain.Proposals.Writing;

namespace Participation.Web.Proposals.Writing;

/// <summary>What somebody changed in a text, found by comparing what it was with what they sent: word by word where that is cheap, else line by line.</summary>
public static class TextDifference
{
    /// <summary>Most changed text that is compared word by word, in code units.</summary>
    private const int MostForWords = 20_000;

    private const int MostForLines = 200_000;

    private static readonly char[] WordEnds = [' ', '\n', '.', ',', ';', ':', '!', '?', '(', ')', '*', '_', '|'];

    /// <summary>The change that makes the one text of the other.</summary>
    public static ChangeSet Between(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        if (start > 0 && char.IsHighSurrogate(before[start - 1])) start--;
        var end = CommonEnd(before.AsSpan(start), after.AsSpan(start));
        var (old, now) = (before[start..^end], after[start..^end]);
        return ChangeSet.Of(before.Length, old.Length == 0 && now.Length == 0 ? [] : Edits(old, now).Select(edit => edit with { From = edit.From + start, To = edit.To + start }));
    }

    private static int CommonEnd(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var end = 0;
        while (end < before.Length && end < after.Length && before[^(end + 1)] == after[^(end + 1)]) end++;
        if (end > 0 && char.IsLowSurrogate(before[^end])) end--;
        return end;
    }

    private static IEnumerable<TextEdit> Edits(string old, string now)
    {
        var size = old.Length + now.Length;
        if (old.Length == 0 || now.Length == 0 || size > MostForLines) return [new TextEdit(0, old.Length, now)];
        var diff = Differ.Instance.CreateDiffs(old, now, ignoreWhiteSpace: false, ignoreCase: false, new DelimiterChunker(size > MostForWords ? ['\n'] : WordEnds));
        int[] oldStarts = Starts(diff.PiecesOld), newStarts = Starts(diff.PiecesNew);
        return diff.DiffBlocks.Select(block => new TextEdit(oldStarts[block.DeleteStartA], oldStarts[block.DeleteStartA + block.DeleteCountA],
            now[newStarts[block.InsertStartB]..newStarts[block.InsertStartB + block.InsertCountB]]));
    }

    private static int[] Starts(IReadOnlyList<string> pieces)
    {
        var starts = new int[pieces.Count + 1];
        for (var i = 0; i < pieces.Count; i++) starts[i + 1] = starts[i] + pieces[i].Length;
        return starts;
    }
}
