using System.Text;

namespace Participation.Web.Shared;

/// <summary>Lists as German Excel opens them: semicolons, a byte order mark in front. No cell can become a formula.</summary>
public static class CsvText
{
    /// <summary>Type of the answer.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>First signs of what a spreadsheet would calculate (OWASP, CSV injection).</summary>
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    /// <summary>What a file begins with.</summary>
    public static ReadOnlySpan<byte> Start => Encoding.UTF8.Preamble;

    /// <summary>A whole file.</summary>
    public static byte[] File(IEnumerable<IEnumerable<string>> lines) => [.. Start, .. Encoding.UTF8.GetBytes(string.Concat(lines.Select(Line)))];

    /// <summary>A line with its end.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(';', cells.Select(Cell)) + "\r\n";

    /// <summary>What a cell said before it was written: without the apostrophe that <see cref="Cell"/> put in front.</summary>
    public static string Read(string cell) => cell.StartsWith('\'') && IsFormula(cell[1..]) ? cell[1..] : cell;

    /// <summary>Always in quotes; an apostrophe in front tells spreadsheets that it is text.</summary>
    private static string Cell(string value)
    {
        var safe = IsFormula(value) ? "'" + value : value;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Whether a spreadsheet would calculate; what begins with apostrophes of its own gets one more, so that reading takes away one only.</summary>
    private static bool IsFormula(string value) => value.TrimStart(' ', '\'') is { Length: > 0 } text && Formula.Contains(text[0], StringComparison.Ordinal);
}
