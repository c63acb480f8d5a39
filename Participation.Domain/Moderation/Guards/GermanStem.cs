using System.Text;

namespace Participation.Domain.Moderation.Guards;

/// <summary>
/// The part of a German word that its forms share, after the description of the Snowball stemmer for German
/// (https://snowballstem.org/algorithms/german/stemmer.html), with ae, oe and ue read as umlauts. Why: docs/decisions/0013-word-forms.md.
/// </summary>
public static class GermanStem
{
    private const string Vowels = "aeiouyäöü";
    private const string BeforeS = "bdfghklmnrt";
    private const string BeforeSt = "bdfghklmnt";
    private const int ShortestRegion = 3;

    /// <summary>The stem of a word in small letters.</summary>
    public static string Of(string word)
    {
        var stem = new StringBuilder(Prepare(word));
        var first = RegionAfter(stem, 0);
        var second = RegionAfter(stem, first);
        first = Math.Max(first, ShortestRegion);
        StripFlexion(stem, first);
        StripComparison(stem, first);
        StripDerivation(stem, first, second);
        return Fold(stem);
    }

    /// <summary>ss for ß, umlauts for their spellings, and capitals for u and y between vowels, which count as consonants.</summary>
    private static string Prepare(string word)
    {
        var text = new StringBuilder(word.Replace("ß", "ss", StringComparison.Ordinal));
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] != 'e' || text[i - 1] is not ('a' or 'o' or 'u') || (text[i - 1] == 'u' && i > 1 && text[i - 2] == 'q')) continue;
            text[i - 1] = text[i - 1] switch { 'a' => 'ä', 'o' => 'ö', _ => 'ü' };
            text.Remove(i, 1);
        }

        for (var i = 1; i + 1 < text.Length; i++)
            if (text[i] is 'u' or 'y' && IsVowel(text[i - 1]) && IsVowel(text[i + 1])) text[i] = char.ToUpperInvariant(text[i]);
        return text.ToString();
    }

    /// <summary>Where the part behind the first consonant that follows a vowel begins.</summary>
    private static int RegionAfter(StringBuilder word, int from)
    {
        for (var i = from + 1; i < word.Length; i++)
            if (!IsVowel(word[i]) && IsVowel(word[i - 1])) return i + 1;
        return word.Length;
    }

    /// <summary>Step 1: e, em, en, er, ern, es, and s behind some consonants.</summary>
    private static void StripFlexion(StringBuilder word, int region)
    {
        if (Longest(word, ["ern", "em", "er"]) is { } ending)
        {
            Strip(word, ending, region);
            return;
        }

        if (Longest(word, ["en", "es", "e"]) is { } weak)
        {
            if (Strip(word, weak, region) && EndsWith(word, "niss")) word.Length--;
            return;
        }

        if (EndsWith(word, "s") && word.Length > 1 && BeforeS.Contains(word[^2])) Strip(word, "s", region);
    }

    /// <summary>Step 2: en, er, est, and st behind some consonants, themselves behind three letters.</summary>
    private static void StripComparison(StringBuilder word, int region)
    {
        if (Longest(word, ["est", "en", "er"]) is { } ending) Strip(word, ending, region);
        else if (EndsWith(word, "st") && word.Length > 5 && BeforeSt.Contains(word[^3])) Strip(word, "st", region);
    }

    /// <summary>Step 3: end, ung, ig, ik, isch, lich, heit, keit.</summary>
    private static void StripDerivation(StringBuilder word, int first, int second)
    {
        if (Longest(word, ["isch", "lich", "heit", "keit", "end", "ung", "ig", "ik"]) is not { } ending || word.Length - ending.Length < second) return;
        if (ending is "ig" or "ik" or "isch" && Before(word, ending) == 'e') return;
        word.Length -= ending.Length;
        if (ending is "end" or "ung" && EndsWith(word, "ig") && Before(word, "ig") != 'e') Strip(word, "ig", second);
        if (ending is "lich" or "heit" && Longest(word, ["er", "en"]) is { } more) Strip(word, more, first);
        if (ending is "keit" && Longest(word, ["lich", "ig"]) is { } kind) Strip(word, kind, second);
    }

    private static char Before(StringBuilder word, string ending) => word.Length > ending.Length ? word[word.Length - ending.Length - 1] : ' ';

    /// <summary>Takes an ending off if it lies in a region.</summary>
    private static bool Strip(StringBuilder word, string ending, int region)
    {
        if (word.Length - ending.Length < region) return false;
        word.Length -= ending.Length;
        return true;
    }

    /// <summary>The first of some endings, longest first, that a word has.</summary>
    private static string? Longest(StringBuilder word, ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (EndsWith(word, ending)) return ending;
        return null;
    }

    private static bool EndsWith(StringBuilder word, string ending)
    {
        if (word.Length < ending.Length) return false;
        for (var i = 0; i < ending.Length; i++)
            if (word[word.Length - ending.Length + i] != ending[i]) return false;
        return true;
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter);

    private static string Fold(StringBuilder word) => word.Replace('ä', 'a').Replace('ö', 'o').Replace('ü', 'u').Replace('U', 'u').Replace('Y', 'y').ToString();
}
