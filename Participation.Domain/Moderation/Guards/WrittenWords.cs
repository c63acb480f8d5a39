using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Domain.Moderation.Guards;

/// <summary>The words of a text as Markdown, without what does not change them: case, marks of emphasis, invisible characters, entities of HTML.</summary>
public sealed class WrittenWords
{
    private const int Noncharacter = 0xFFFE;

    private WrittenWords(IReadOnlyList<string> words)
    {
        Words = words;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words))));
        Sketch = TextSketch.Of(words);
    }

    /// <summary>In small letters, in their order.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The same for the same words, in hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>How alike texts are recognised by; null for a text too short for it.</summary>
    public TextSketch? Sketch { get; }

    /// <summary>Reads a text.</summary>
    public static WrittenWords Of(string markdown) => new(Split(markdown));

    internal static List<string> Split(string markdown)
    {
        var text = Wellformed(WebUtility.HtmlDecode(markdown)).Normalize(NormalizationForm.FormKC);
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

    /// <summary>Emphasis within a word, soft hyphens, joiners and the like.</summary>
    private static bool IsUnseen(Rune rune) => rune.Value is '*' or '_' or '~' or '`' or '\\' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;
}
