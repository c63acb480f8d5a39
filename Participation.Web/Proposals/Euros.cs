using System.Globalization;
using System.Text.RegularExpressions;

namespace Participation.Web.Proposals;

/// <summary>Amounts of money as people of the city write and read them; in memory they are integer cents.</summary>
public static partial class Euros
{
    private const string NoBreakSpace = "\u00a0";

    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>Reads "1.234,56", "1234,5", "1.234 €" or "12": a point parts groups of three digits, a comma the cents.</summary>
    /// <returns>Whether it is an amount; nothing at all is one without a value.</returns>
    public static bool TryParse(string? text, out long? cents)
    {
        cents = null;
        var amount = text?.Replace("€", "", StringComparison.Ordinal).Replace(NoBreakSpace, " ", StringComparison.Ordinal).Trim() ?? "";
        if (amount is "" or "–" or "-") return true;
        if (Amount().Match(amount) is not { Success: true } match) return false;
        var whole = match.Groups["whole"].Value.Replace(".", "", StringComparison.Ordinal);
        if (!long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var euros) || euros > long.MaxValue / 1000) return false;
        cents = (euros * 100) + long.Parse("0" + match.Groups["cents"].Value.PadRight(2, '0'), NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>"1.234 €" or "1.234,56 €".</summary>
    public static string Show(long cents) => Type(cents) + NoBreakSpace + "€";

    /// <summary>A dash when nothing is said.</summary>
    public static string Show(long? cents) => cents is { } amount ? Show(amount) : "–";

    /// <summary>The amount as it stands in a field.</summary>
    public static string Type(long cents) => (cents / 100m).ToString(cents % 100 == 0 ? "N0" : "N2", German);

    [GeneratedRegex("^(?<whole>[0-9]{1,3}(\\.[0-9]{3})+|[0-9]{1,15})(,(?<cents>[0-9]{1,2}))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Amount();
}
