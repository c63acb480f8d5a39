namespace Participation.Domain.News;

/// <summary>Texts as they are searched: small letters, umlauts written out, a space around each word, so that „Grün“ finds „gruen“ and the other way round.</summary>
public static class SearchableWords
{
    /// <summary>Most words of one search.</summary>
    public const int Most = 8;

    /// <summary>What is kept beside a text.</summary>
    public static string Of(IEnumerable<string?> texts) => $" {string.Join(' ', texts.OfType<string>().Select(text => Slug.Fold(text).Replace('-', ' ')).Where(words => words.Length > 0))} ";

    /// <summary>The words somebody looks for, in the same spelling.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Slug.Fold(text).Split('-', StringSplitOptions.RemoveEmptyEntries).Take(Most)];
}
