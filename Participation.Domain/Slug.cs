using System.Globalization;
using System.Text;

namespace Participation.Domain;

/// <summary>Readable parts of addresses: lower-case ASCII letters, digits and single hyphens.</summary>
public static class Slug
{
    /// <summary>Longest slug that is made; longer titles are cut at a word.</summary>
    public const int MaxLength = 80;

    private const int ReversedByteOrderMark = 0xFFFE;

    /// <summary>Makes a slug from a title: umlauts are written out, accents dropped, everything else becomes a hyphen.</summary>
    /// <returns>The slug, or <c>"-"</c> when the title holds no letter or digit at all.</returns>
    public static string From(string title) => Cut(Fold(title));

    /// <summary>The words of a text as they are compared: the same as a slug, however long, empty when there is no letter or digit.</summary>
    public static string Fold(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var rune in WrittenOut(Sound(title).Normalize(NormalizationForm.FormC)).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune)) slug.Append(Rune.ToLowerInvariant(rune));
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            else if (slug is [.., not '-']) slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }

    /// <summary>Normalising throws on what is no character, and a title someone typed must not break the pages that link to it.</summary>
    private static string Sound(string title)
    {
        if (Ascii.IsValid(title)) return title;
        var sound = new StringBuilder(title.Length);
        foreach (var rune in title.EnumerateRunes()) sound.Append(rune.Value == ReversedByteOrderMark ? Rune.ReplacementChar : rune);
        return sound.ToString();
    }

    private static string WrittenOut(string title) => title
        .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal)
        .Replace("Ä", "Ae", StringComparison.Ordinal).Replace("Ö", "Oe", StringComparison.Ordinal).Replace("Ü", "Ue", StringComparison.Ordinal)
        .Replace("ß", "ss", StringComparison.Ordinal).Replace("ẞ", "SS", StringComparison.Ordinal);

    private static string Cut(string slug)
    {
        if (slug.Length == 0) return "-";
        if (slug.Length <= MaxLength) return slug;
        var end = slug.LastIndexOf('-', MaxLength);
        return slug[..(end > 0 ? end : MaxLength)];
    }
}
