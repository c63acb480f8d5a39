using System.Text;
using System.Text.RegularExpressions;

namespace Participation.Domain.Moderation.Guards;

/// <summary>
/// Passages of a text that seem to say how or where somebody is reached or paid. Rather too few than too many: a hint that comes for a date or a file number is
/// clicked away the next time too.
/// </summary>
public sealed partial class PersonalData
{
    private const int Most = 5;
    private const int FewestDigits = 8;
    private const int MostDigits = 15;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 1000;

    private PersonalData(IReadOnlyList<string> passages) => Passages = passages;

    /// <summary>The passages as they stand in the text, each once.</summary>
    public IReadOnlyList<string> Passages { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">What is to be sent.</param>
    /// <param name="before">What is public already; what stands there is not asked for again.</param>
    /// <returns>What was found, or null.</returns>
    public static PersonalData? In(string text, string before = "")
    {
        string[] passages =
        [
            .. Email().Matches(text).Concat(Phone().Matches(text).Where(IsPhone)).Concat(NamedPhone().Matches(text)).Concat(Street().Matches(text).Where(IsAddress))
                .Select(match => (match.Index, match.Value)).Concat(Ibans(text)).OrderBy(passage => passage.Index).Select(passage => passage.Value.Trim())
                .Where(passage => !before.Contains(passage, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(Most),
        ];
        return passages.Length == 0 ? null : new PersonalData(passages);
    }

    /// <summary>The passages, for a sentence.</summary>
    public override string ToString() => string.Join(" · ", Passages);

    private static bool IsPhone(Match match)
    {
        var digits = match.Value.Count(char.IsAsciiDigit);
        return digits is >= FewestDigits and <= MostDigits && !Dated().IsMatch(match.Value) && !Hotline().IsMatch(match.Value);
    }

    private static bool IsAddress(Match match) => !NoStreet().IsMatch(match.Groups["street"].Value);

    /// <summary>Account numbers whose check digits are right (ISO 13616: modulo 97 is 1).</summary>
    private static IEnumerable<(int Index, string Value)> Ibans(string text)
    {
        foreach (Match start in IbanStart().Matches(text))
        {
            if (IbanLength(start.Value[..2].ToUpperInvariant()) is not { } length) continue;
            var (letters, end) = (new StringBuilder(), start.Index);
            for (; end < text.Length && letters.Length < length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == ' '); end++)
                if (text[end] != ' ') letters.Append(char.ToUpperInvariant(text[end]));
            if (letters.Length == length && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])) && Remainder(letters.ToString()) == 1) yield return (start.Index, text[start.Index..end]);
        }
    }

    private static int Remainder(string iban)
    {
        var rest = 0;
        foreach (var letter in iban[4..] + iban[..4]) rest = char.IsAsciiDigit(letter) ? ((rest * 10) + (letter - '0')) % 97 : ((rest * 100) + (letter - 'A' + 10)) % 97;
        return rest;
    }

    private static int? IbanLength(string country) => country switch
    {
        "BE" => 16,
        "NL" or "DK" or "FI" => 18,
        "AT" or "LU" or "BA" => 20,
        "CH" or "LI" or "HR" or "LV" => 21,
        "DE" or "GB" or "IE" or "BG" => 22,
        "ES" or "SE" or "CZ" or "SK" or "RO" => 24,
        "PT" => 25,
        "TR" => 26,
        "FR" or "IT" or "GR" => 27,
        "PL" or "HU" => 28,
        _ => null,
    };

    [GeneratedRegex(@"(?<![\w.%+-])[\w.%+-]{1,64}@([\w-]{1,63}\.){1,8}[A-Za-z]{2,24}\b", Options, Timeout)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w/.,:#-]|\d )(\+[1-9]\d{0,2}|00[1-9]\d{0,2}|\(?0[1-9])[\d ()/-]{4,22}\d(?![\w]|[.,]\d)", Options, Timeout)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(Tel|Telefon|Handy|Mobil|Fon|WhatsApp)(nummer)?[.:]{0,2} ?\d[\d /-]{3,18}\d", Options, Timeout)]
    private static partial Regex NamedPhone();

    /// <summary>Days, and file numbers with a year.</summary>
    [GeneratedRegex(@"^\d{1,2}[/-]\d{1,2}[/-](\d{2}|\d{4})$|^\d{1,2} \d{1,2} (19|20)\d{2}$|/(19|20)?\d{2}$", Options, Timeout)]
    private static partial Regex Dated();

    /// <summary>Numbers of bodies, not of people.</summary>
    [GeneratedRegex(@"^0 ?(800|180|900)", Options, Timeout)]
    private static partial Regex Hotline();

    /// <summary>A street with a number, where a sentence pauses, a postal code follows, or a word that does not count anything.</summary>
    [GeneratedRegex(@"(?<street>(\b[A-ZÄÖÜ][\w-]{1,40} )?\b([A-ZÄÖÜ][\w-]{0,40}(straße|strasse|str\.|weg|allee|gasse|platz|damm|ufer|ring)|Straße|Strasse|Str\.|Weg|Allee|Gasse|Platz|Ring)) \d{1,3} ?[a-h]?(?=$|[\r\n.,;:!?)(–]|,? \d{5}\b| (in|und|oder|wohnt|wohne|wohnen|bei|ist|hat|im)\b)", Options, Timeout)]
    private static partial Regex Street();

    /// <summary>Ways and places that have numbers of another kind, and such words without a name.</summary>
    [GeneratedRegex(@"(Spiel|Sport|Park|Stell|Sitz|Steh|Arbeits|Bolz|Liege|Lager|Schul)platz$|(Schul|Rad|Geh|Fuß|Wander|Reit|Fahr)weg$|(Bundes|Land|Landes|Kreis)straße$|^((Der|Die|Das|Dem|Den|Ein|Eine|Im|Am|An|Auf|Dieser|Diese|Dieses|Jede|Jeder) )?(Straße|Strasse|Str\.|Weg|Allee|Gasse|Platz|Ring)$", Options, Timeout)]
    private static partial Regex NoStreet();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}", Options, Timeout)]
    private static partial Regex IbanStart();
}
