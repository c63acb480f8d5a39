namespace Participation.Domain.Moderation.Guards;

/// <summary>
/// Entries of the word list, ready to look for. An entry is found in all its German forms, as a word of its own: "Idiot" in "Idioten", not in "Idiotikon".
/// A star stands for any letters: "Idiot*", "*idiot", "*idiot*". Several words are found one behind the other.
/// </summary>
public sealed class WordList
{
    /// <summary>Fewest letters of an entry with a star.</summary>
    public const int FewestLettersOfPart = 4;

    private const char Star = '*';

    private readonly Dictionary<string, string> _whole = new(StringComparer.Ordinal);
    private readonly List<(string Entry, string Part, bool Before, bool Behind)> _parts = [];
    private readonly List<(string Entry, string[] Stems)> _phrases = [];

    /// <summary>Makes entries ready.</summary>
    public WordList(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            var words = WrittenWords.Split(entry);
            if (words.Count > 1) _phrases.Add((entry, [.. words.Select(GermanStem.Of)]));
            else if (words.Count == 1 && entry.Contains(Star)) _parts.Add((entry, entry[0] == Star ? GermanStem.Of(words[0]) : Spelled(words[0]), entry[0] == Star, entry[^1] == Star));
            else if (words.Count == 1) _whole.TryAdd(GermanStem.Of(words[0]), entry);
        }
    }

    /// <summary>What makes an entry unusable, or null.</summary>
    public static Refusal? Check(string entry)
    {
        var words = WrittenWords.Split(entry);
        if (entry.Length > GuardRules.WordMaxLength || words.Count == 0 || entry.Trim(Star).Contains(Star)) return new WordIsUnusable(entry, GuardRules.WordMaxLength);
        if (entry.Contains(Star) && (words.Count > 1 || words[0].Length < FewestLettersOfPart)) return new WordPartTooShort(entry, FewestLettersOfPart);
        return null;
    }

    /// <summary>The entries that a text has, each once, in the order of the text; at most so many.</summary>
    public IReadOnlyList<string> FindIn(IReadOnlyList<string> words, int most)
    {
        var found = new List<string>();
        string[] stems = [.. words.Select(GermanStem.Of)];
        for (var i = 0; i < words.Count && found.Count < most; i++)
            foreach (var entry in At(words, stems, i))
                if (found.Count < most && !found.Contains(entry, StringComparer.Ordinal)) found.Add(entry);
        return found;
    }

    private IEnumerable<string> At(IReadOnlyList<string> words, string[] stems, int at)
    {
        if (_whole.TryGetValue(stems[at], out var entry)) yield return entry;
        foreach (var (part, letters, before, behind) in _parts)
            if (IsPart(words[at], stems[at], letters, before, behind)) yield return part;
        foreach (var (phrase, run) in _phrases)
            if (at + run.Length <= stems.Length && stems.AsSpan(at, run.Length).SequenceEqual(run)) yield return phrase;
    }

    /// <summary>In front and behind: anywhere in the word. Behind: the word begins so. In front: the word ends so, in any form.</summary>
    private static bool IsPart(string word, string stem, string letters, bool before, bool behind) => (before, behind) switch
    {
        (true, true) => stem.Contains(letters, StringComparison.Ordinal),
        (true, false) => stem.EndsWith(letters, StringComparison.Ordinal),
        _ => Spelled(word).StartsWith(letters, StringComparison.Ordinal),
    };

    /// <summary>One spelling of umlauts and ß, for comparing letter by letter.</summary>
    private static string Spelled(string word) => word.Replace("ß", "ss", StringComparison.Ordinal).Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal);
}
