using System.Globalization;
using System.Text;

namespace Participation.Web.Accounts.Levels;

/// <summary>Text as the standard fonts of PDF can show it: Windows-1252. Other Latin letters lose their marks, what is left becomes a question mark.</summary>
internal static class PrintableText
{
    private const string Beyond = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    private static readonly Dictionary<char, string> Similar = new() { ['Ł'] = "L", ['ł'] = "l", ['Đ'] = "D", ['đ'] = "d", ['ı'] = "i", ['Ħ'] = "H", ['ħ'] = "h", ['ẞ'] = "SS", ['‐'] = "-", ['‑'] = "-" };

    public static string Of(string text)
    {
        var printable = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormC)) printable.Append(Of(letter));
        return printable.ToString();
    }

    private static string Of(char letter)
    {
        if (IsKnown(letter)) return letter.ToString();
        if (char.IsWhiteSpace(letter)) return " ";
        if (Similar.TryGetValue(letter, out var similar)) return similar;
        if (char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark) return "";
        if (char.IsSurrogate(letter)) return char.IsHighSurrogate(letter) ? "?" : "";
        var plain = string.Concat(letter.ToString().Normalize(NormalizationForm.FormKD).Where(IsKnown));
        return plain.Length > 0 ? plain : "?";
    }

    private static bool IsKnown(char letter) => letter is >= ' ' and <= '~' or >= '¡' and <= 'ÿ' and not '\u00ad' || Beyond.Contains(letter, StringComparison.Ordinal);
}
