using System.Globalization;
using System.Text;

namespace Participation.Domain;

/// <summary>Readable parts of addresses: lower-case ASCII letters, digits and single hyphens.</summary>
public static class Slug
{
    /// <summary>Longest slug that is made; longer titles are cut at a word.</summary>
    public const int MaxLength = 80;

    /// <summary>Makes a slug from a title: umlauts are written out, accents dropped, everything else becomes a hyphen.</summary>
    /// <returns>The slug, or <c>"-"</c> when the title holds no letter or digit at all.</returns>
    public static string From(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var rune in WrittenOut(title).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune)) slug.Append(Rune.ToLowerInvariant(rune));
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            else if (slug is [.., not '-']) slug.Append('-');
        }

        return Cut(slug.ToString().Trim('-'));
    }

    private static string WrittenOut(string title) => title
        .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal)
        .Replace("Ä", "Ae", StringComparison.Ordinal).Replace("Ö", "Oe", StringComparison.Ordinal).Replace("Ü", "Ue", StringComparison.Ordinal)
        .Replace("ß", "ss", StringComparison.Ordinal);

    private static string Cut(string slug)
    {
        if (slug.Length == 0) return "-";
        if (slug.Length <= MaxLength) return slug;
        var end = slug.LastIndexOf('-', MaxLength);
        return slug[..(end > 0 ? end : MaxLength)];
    }
}
