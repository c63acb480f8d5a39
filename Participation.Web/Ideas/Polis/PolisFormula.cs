namespace Participation.Web.Ideas.Polis;

/// <summary>
/// A cell that begins like a formula would be run by a spreadsheet. The export puts an apostrophe before it, the import takes it off,
/// so that the text comes back as it was (owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
internal static class PolisFormula
{
    public static string Guard(string text) => IsFormula(text) ? "'" + text : text;

    public static string Unguard(string text) => text.StartsWith('\'') && IsFormula(text) ? text[1..] : text;

    private static bool IsFormula(string text) => text.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
