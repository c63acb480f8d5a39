namespace Participation.Web.Data.Sqlite;

/// <summary>Turns what a person typed into an FTS5 expression. Operators of FTS5 have no meaning here: every word is quoted.</summary>
internal static class FtsQuery
{
    private const int MaxWords = 12;
    private const int StemLength = 5;

    /// <summary>Every word must occur, as itself or as the beginning of a longer word, long ones cut to their stem as German inflects at the end; null when there is no word.</summary>
    public static string? AllOf(string text) => Join(SearchWords.Of(text).Select(word => "(" + string.Join(" OR ", SearchWords.Spellings(word).Select(Stem)) + ")"), " AND ");

    /// <summary>Any longer word may occur, cut to its stem as German inflects at the end; null when there is none.</summary>
    public static string? AnyOf(string text) => Join(SearchWords.Of(text).Where(word => word.Length > 3).Select(Stem), " OR ");

    private static string? Join(IEnumerable<string> terms, string with) => string.Join(with, terms.Take(MaxWords)) is { Length: > 0 } query ? query : null;

    private static string Prefix(string word) => $"\"{word}\"*";

    private static string Stem(string word) => Prefix(word.Length > StemLength + 2 ? word[..^2] : word);
}
