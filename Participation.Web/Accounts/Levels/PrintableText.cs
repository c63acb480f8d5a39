using System.Globalization;
using System.Text;

namespace Participation.Web.Accounts.Levels;

/// <summary>Text as a font can show it: letters it does not know lose their marks, what is left becomes a question mark.</summary>
internal static class PrintableText
{
    public static string Of(string text, Func<char, bool> isKnown)
    {
        var printable = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormC)) printable.Append(Of(letter, isKnown));
        return printable.ToString();
    }

    private static string Of(char letter, Func<char, bool> isKnown)
    {
        if (char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark) return "";
        if (char.IsWhiteSpace(letter)) return " ";
        if (char.IsSurrogate(letter)) return char.IsHighSurrogate(letter) ? "?" : "";
        if (isKnown(letter)) return letter.ToString();
        var plain = string.Concat(letter.ToString().Normalize(NormalizationForm.FormKD).Where(isKnown));
        return plain.Length > 0 ? plain : "?";
    }
}
