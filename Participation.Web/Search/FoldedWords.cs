using Participation.Domain;

namespace Participation.Web.Search;

/// <summary>Words as they are compared: small letters, umlauts written out, so that „Grün“ finds „gruen“ and the other way round.</summary>
internal static class FoldedWords
{
    private const int Most = 8;

    /// <summary>The words that somebody looks for.</summary>
    public static List<string> Of(string text) => [.. Slug.Fold(text).Split('-', StringSplitOptions.RemoveEmptyEntries).Take(Most)];

    /// <summary>Whether every word occurs in one of the texts.</summary>
    public static bool Match(List<string> words, params string[] texts)
    {
        var all = string.Join(' ', texts.Select(Folded));
        return words.TrueForAll(word => all.Contains(word, StringComparison.Ordinal));
    }

    private static string Folded(string text) => Slug.Fold(text).Replace('-', ' ');
}
