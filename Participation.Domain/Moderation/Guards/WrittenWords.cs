using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Domain.Moderation.Guards;

/// <summary>The words of a text as Markdown, without what does not change them: case, marks of emphasis, invisible characters, entities of HTML.</summary>
public sealed class WrittenWords
{
    private const int Noncharacter = 0xFFFE;

    private WrittenWords(IReadOnlyList<string> words, IReadOnlyList<string> readings)
    {
        Words = words;
        Readings = readings;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words))));
        Sketch = TextSketch.Of(words);
    }

    /// <summary>In small letters, in their order.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>What disguised words can be read as.</summary>
    public IReadOnlyList<string> Readings { get; }

    /// <summary>The same for the same words, in hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>How alike texts are recognised by; null for a text too short for it.</summary>
    public TextSketch? Sketch { get; }

    /// <summary>Reads a text.</summary>
    public static WrittenWords Of(string markdown)
    {
        var text = Shown(markdown);
        return new(SplitShown(text), [.. Disguises.In(text).Distinct(StringComparer.Ordinal)]);
    }

    internal static List<string> Split(string markdown) => SplitShown(Shown(markdown));

    private static string Shown(string markdown) => Wellformed(WebUtility.HtmlDecode(markdown)).Normalize(NormalizationForm.FormKC);

    private static List<string> SplitShown(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsUnseen(rune)) continue;
            if (Rune.IsLetterOrDigit(rune)) word.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0) words.Add(word.ToString());
        return words;
    }

    /// <summary>Halves of characters, and what is none, cannot be normalised; they are no words either.</summary>
    private static string Wellformed(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value == Noncharacter ? " " : rune.ToString()));

    /// <summary>Emphasis within a word, soft hyphens, joiners, letters that show nothing and the like.</summary>
    internal static bool IsUnseen(Rune rune) => rune.Value is '*' or '_' or '~' or '`' or '\\' or 0x115F or 0x1160 or 0x2800 || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;
}
