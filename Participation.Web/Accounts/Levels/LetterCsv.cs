using System.Globalization;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Levels;

/// <summary>The list for the post office.</summary>
public sealed class LetterCsv(CityClock clock)
{
    public byte[] Write(IEnumerable<PrintedLetter> letters) => CsvText.File(letters.Select(Row).Prepend(
        [LevelsTexts.GivenNames, LevelsTexts.FamilyName, LevelsTexts.Extra, LevelsTexts.Street, LevelsTexts.PostalCode, LevelsTexts.CsvCity, LevelsTexts.CsvCode, LevelsTexts.CsvValid]));

    private IEnumerable<string> Row(PrintedLetter letter)
    {
        var (to, code, expires) = letter;
        return [to.GivenNames, to.FamilyName, to.Extra ?? "", to.Street, to.PostalCode, to.City, ReadableCode.Grouped(code), clock.LastDay(expires).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)];
    }
}
