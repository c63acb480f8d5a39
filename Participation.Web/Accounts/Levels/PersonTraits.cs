using System.Globalization;
using System.Text;

namespace Participation.Web.Accounts.Levels;

/// <summary>What tells one person from another. It is hashed and forgotten, never stored.</summary>
public sealed record PersonTraits(string GivenNames, string FamilyName, DateOnly BirthDate)
{
    /// <summary>Most people of one name and birth date that can be told apart.</summary>
    public const int MaxNamesakes = 3;

    /// <summary>Longest given or family names, in characters.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Words that are no part of a name, though identity cards print some of them.</summary>
    private static readonly HashSet<string> Titles = new(["DR", "PROF", "DIPL", "ING", "MED"], StringComparer.Ordinal);

    /// <summary>Letters that identity documents write with two (ICAO 9303, part 3, section 6), and some that do not decompose.</summary>
    private static readonly Dictionary<char, string> Spelled = new()
    {
        ['Ä'] = "AE", ['Ö'] = "OE", ['Ü'] = "UE", ['ß'] = "SS", ['ẞ'] = "SS", ['Å'] = "AA", ['Æ'] = "AE", ['Ø'] = "OE", ['Œ'] = "OE", ['Ł'] = "L", ['Đ'] = "D", ['Ð'] = "D", ['Þ'] = "TH", ['ı'] = "I",
    };

    /// <summary>Tells people of one name and birth date apart, once staff found out that they are two; 0 for everyone else.</summary>
    public int Namesake { get; init; }

    /// <summary>
    /// One spelling for all ways to write the same person: upper case, umlauts and accents as in passports, titles and marks dropped.
    /// Of the given names the first word counts, because people leave out the others; the words of the family name count in any order.
    /// </summary>
    public string Canonical() => string.Join('|',
        Words(GivenNames).FirstOrDefault() ?? "",
        string.Join(' ', Words(FamilyName).Order(StringComparer.Ordinal)),
        BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (Namesake == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"|{Namesake}")));

    /// <summary>Whether there is something left to compare.</summary>
    public bool IsComplete => Words(GivenNames).Any() && Words(FamilyName).Any();

    /// <summary>Full years on a day.</summary>
    public int AgeOn(DateOnly day) => day.Year - BirthDate.Year - (day < BirthDate.AddYears(day.Year - BirthDate.Year) ? 1 : 0);

    private static IEnumerable<string> Words(string name) => Spell(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Titles.Contains(word));

    private static string Spell(string name)
    {
        var spelled = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormKC).ToUpperInvariant()) spelled.Append(Spelled.TryGetValue(letter, out var written) ? written : letter.ToString());
        var plain = new StringBuilder();
        foreach (var letter in spelled.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter)) plain.Append(letter);
            else if (char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.DashPunctuation or UnicodeCategory.OtherPunctuation && letter is not ('\'' or '’')) plain.Append(' ');
        }

        return plain.ToString();
    }
}
