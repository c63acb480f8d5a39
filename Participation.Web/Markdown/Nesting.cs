namespace Participation.Web.Markdown;

/// <summary>
/// Finds, in one pass and before anything is parsed, what no person writes and what costs the parser the square of its length: containers and brackets
/// nested by the hundred.
/// </summary>
internal static class Nesting
{
    /// <summary>Most containers (quotes, list items) that one line opens, and most brackets that are open in one paragraph.</summary>
    public const int Deepest = 100;

    public static bool IsTooDeep(string source)
    {
        var open = 0;
        foreach (var range in source.AsSpan().Split('\n'))
        {
            var line = source.AsSpan(range);
            if (line.IsBlank()) open = 0;
            if (Containers(line) > Deepest || Brackets(line, ref open) > Deepest) return true;
        }

        return false;
    }

    /// <summary>Markers at the beginning of a line. A line of dashes alone draws a rule and opens no list.</summary>
    private static int Containers(ReadOnlySpan<char> line)
    {
        var (quotes, items) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '>') quotes++;
            else if (line[i] is '-' or '*' or '+' or '.' or ')' && i + 1 < line.Length && line[i + 1] is ' ' or '\t') items++;
            else if (line[i] is not (' ' or '\t' or (>= '0' and <= '9'))) return quotes + items;
        }

        return quotes;
    }

    private static int Brackets(ReadOnlySpan<char> line, ref int open)
    {
        var most = open;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\') i++;
            else if (line[i] == '[') most = Math.Max(most, ++open);
            else if (line[i] == ']' && open > 0) open--;
        }

        return most;
    }
}
