using System.Text;
using Participation.Domain;

namespace Participation.Web.Accounts;

/// <summary>Names under which only the city, its staff and organisations speak. Compared as they are read: also with look-alike letters, digits for letters, or spaces between letters.</summary>
internal static class OfficialNames
{
    /// <summary>How a word of the name may not begin; umlauts are written out.</summary>
    private static readonly string[] Beginnings = ["stadtverwaltung", "buergermeister", "oberbuergermeister", "moderation", "moderator", "administration", "administrator", "ordnungsamt"];

    /// <summary>How the whole name may not begin.</summary>
    private static readonly string[] First = [.. Beginnings, "verwaltung"];

    /// <summary>What no word of the name may be.</summary>
    private static readonly string[] Words = ["admin", "mayor"];

    public static bool Is(string name, string city, IEnumerable<string> organisations)
    {
        var read = Read(name, 'i').ToList();
        string[] taken = [.. organisations.Select(Joined).Where(joined => joined.Length > 0)];
        return new[] { read, [.. Read(name, 'l')] }.Any(words => IsOffice(words, Joined(city)) || taken.Contains(string.Concat(words), StringComparer.Ordinal));
    }

    private static bool IsOffice(List<string> words, string city)
    {
        var joined = string.Concat(words);
        return words.Any(word => Words.Contains(word, StringComparer.Ordinal) || Beginnings.Any(beginning => word.StartsWith(beginning, StringComparison.Ordinal)))
            || First.Any(beginning => joined.StartsWith(beginning, StringComparison.Ordinal)) || Words.Contains(joined, StringComparer.Ordinal)
            || joined == "stadt" + city || IsCity(words, city);
    }

    /// <summary>"Stadt" and the name of the city behind it; "Altstadt Ratingen" is a place.</summary>
    private static bool IsCity(List<string> words, string city)
    {
        for (var i = 0; i < words.Count; i++)
            if (words[i] == "stadt" && string.Concat(words.Skip(i + 1)).StartsWith(city, StringComparison.Ordinal)) return true;
        return words.Any(word => word == "stadt" + city);
    }

    private static string Joined(string name) => string.Concat(Read(name, 'i'));

    /// <summary>The words of a name in the letters a to z.</summary>
    /// <param name="name">The name.</param>
    /// <param name="one">What 1 is read as.</param>
    private static IEnumerable<string> Read(string name, char one)
    {
        var word = new StringBuilder();
        foreach (var rune in name.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Letters(rune, one) is { Length: > 0 } letters)
            {
                word.Append(letters);
                continue;
            }

            if (word.Length > 0) yield return word.ToString();
            word.Clear();
        }

        if (word.Length > 0) yield return word.ToString();
    }

    private static string? Letters(Rune rune, char one) => rune.Value switch
    {
        'ä' or 'Ä' => "ae",
        'ö' or 'Ö' => "oe",
        'ü' or 'Ü' => "ue",
        'ß' or 'ẞ' => "ss",
        _ when LookAlikes.IsAlsoL(rune) => one.ToString(),
        _ => (LookAlikes.LetterOf(rune) ?? LookAlikes.SignOf(rune))?.ToString() ?? (Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).ToString() : null),
    };
}
