using System.Security.Cryptography;

namespace Participation.Web.Accounts.Levels;

/// <summary>Codes that people read from paper or a screen: no letter that looks like another or like a digit, no vowels that make words.</summary>
public static class ReadableCode
{
    public const string Alphabet = "BCDFGHJKMNPRTVWXY34679";

    /// <summary>Length of the code in a letter.</summary>
    public const int LetterLength = 8;

    /// <summary>Longest text that is looked at, in characters.</summary>
    public const int TypedMaxLength = 40;

    /// <summary>A new code, every one as likely as any other.</summary>
    public static string New(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>A code in groups, as it is shown.</summary>
    public static string Grouped(string code) => string.Join(' ', code.Chunk(code.Length / 2).Select(part => new string(part)));

    /// <summary>The code in what someone typed: spaces, dashes and case do not matter. Null when it cannot be one.</summary>
    public static string? Read(string? typed, int length)
    {
        if (typed is not { Length: <= TypedMaxLength }) return null;
        var code = string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return code.Length == length && code.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? code : null;
    }
}
