using System.Buffers;

namespace Participation.Web.Markdown;

/// <summary>
/// Estimates, in one pass and before anything is parsed, what a text costs. Parser and sanitiser are quick with what stands one behind the other; they need the square
/// of what stands together: of the marks within one paragraph or table (each opening asterisk is compared with the ones before it), and of the lines of the whole text
/// (each may be a block beside the others). What that costs, measured: docs/content.md.
/// </summary>
internal static class Effort
{
    /// <summary>Most marks in one paragraph, or lines in a text, or so many of both that their squares add up to the same.</summary>
    public const int Most = 4_000;

    private const string Address = "www.";

    private static readonly SearchValues<char> Runs = SearchValues.Create("*_~`");
    private static readonly SearchValues<char> Marks = SearchValues.Create("[|<:@#!");

    public static bool IsTooMuch(string source)
    {
        var (lines, marks, squares) = (0L, 0L, 0L);
        foreach (var range in source.AsSpan().Split('\n'))
        {
            var line = source.AsSpan(range);
            if (line.IsBlank())
            {
                squares += marks * marks;
                marks = 0;
                continue;
            }

            lines++;
            marks += MarksIn(line);
        }

        return squares + (marks * marks) + (lines * lines) > (long)Most * Most;
    }

    /// <summary>Whether Markdown sees nothing in a line, so that a paragraph ends; other white space is a character like others.</summary>
    public static bool IsBlank(this ReadOnlySpan<char> line) => !line.ContainsAnyExcept(' ', '\t');

    /// <summary>What can become an element of its own: runs of the signs of emphasis and code, and the beginnings of links, cells, mentions and references.</summary>
    private static int MarksIn(ReadOnlySpan<char> line)
    {
        var marks = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (Runs.Contains(line[i])) marks += i > 0 && line[i - 1] == line[i] ? 0 : 1;
            else if (Marks.Contains(line[i]) || (line[i] is 'w' or 'W' && line[i..].StartsWith(Address, StringComparison.OrdinalIgnoreCase))) marks++;
        }

        return marks;
    }
}
