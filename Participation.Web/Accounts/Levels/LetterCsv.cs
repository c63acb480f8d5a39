using System.Globalization;
using System.Text;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Levels;

/// <summary>The list for the post office: semicolons and a byte order mark, as German Excel opens it. No cell can become a formula.</summary>
public sealed class LetterCsv(CityClock clock)
{
    /// <summary>First signs of what a spreadsheet would calculate (OWASP, CSV injection).</summary>
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    public byte[] Write(IEnumerable<PrintedLetter> letters)
    {
        var text = new StringBuilder();
        Line(text, [LevelsTexts.GivenNames, LevelsTexts.FamilyName, LevelsTexts.Extra, LevelsTexts.Street, LevelsTexts.PostalCode, LevelsTexts.CsvCity, LevelsTexts.CsvCode, LevelsTexts.CsvValid]);
        foreach (var (to, code, expires) in letters)
        {
            Line(text, [to.GivenNames, to.FamilyName, to.Extra ?? "", to.Street, to.PostalCode, to.City, ReadableCode.Grouped(code), clock.LastDay(expires).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)]);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(';', cells.Select(Cell)).Append("\r\n");

    /// <summary>Always in quotes; an apostrophe in front tells spreadsheets that it is text.</summary>
    private static string Cell(string value)
    {
        var safe = value.Length > 0 && Formula.Contains(value.TrimStart(' ').FirstOrDefault(), StringComparison.Ordinal) ? "'" + value : value;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
