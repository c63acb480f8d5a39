using System.Text;

namespace Participation.Web.Data;

/// <summary>What a person typed into a search field, as words: letters and digits. Operators of no database have a meaning here.</summary>
internal static class SearchWords
{
    private const int Most = 12;

    /// <summary>Every word must occur, as itself or as the beginning of a longer one, for PostgreSQL's <c>to_tsquery</c>; null when there is no word.</summary>
    public static string? AllOf(string text) => string.Join(" & ", Of(text).Take(Most).Select(word => "(" + string.Join(" | ", Spellings(word).Select(spelling => spelling + ":*")) + ")")) is { Length: > 0 } query ? query : null;

    /// <summary>A word as it was typed and, where it may stand for one, with umlauts: „buergerbudget“ is „bürgerbudget“ too.</summary>
    public static IEnumerable<string> Spellings(string word)
    {
        yield return word;
        var umlauts = word.Replace("ae", "ä", StringComparison.OrdinalIgnoreCase).Replace("oe", "ö", StringComparison.OrdinalIgnoreCase).Replace("ue", "ü", StringComparison.OrdinalIgnoreCase);
        if (umlauts != word) yield return umlauts;
    }

    /// <summary>The words in order.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text.Append(' '))
        {
            if (char.IsLetterOrDigit(letter)) word.Append(letter);
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }
}
