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

    /// <summary>Fewest letters of an entry that is found with doubled letters: "Mist" is not meant by "misst".</summary>
    private const int FewestLettersToDouble = 5;

    private readonly Dictionary<string, string> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _joined = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Entry, string Stem)>> _single = new(StringComparer.Ordinal);
    private readonly List<(string Entry, string Part, bool Before, bool Behind)> _parts = [];
    private readonly List<(string Entry, string[] Stems)> _phrases = [];

    /// <summary>Makes entries ready.</summary>
    public WordList(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            var words = WrittenWords.Split(entry);
            if (words.Count > 1)
            {
                _phrases.Add((entry, [.. words.Select(GermanStem.Of)]));
                _joined.TryAdd(GermanStem.Of(string.Concat(words)), entry);
            }
            else if (words.Count == 1 && entry.Contains(Star)) _parts.Add((entry, entry[0] == Star ? GermanStem.Of(words[0]) : Spelled(words[0]), entry[0] == Star, entry[^1] == Star));
            else if (words.Count == 1) AddWhole(entry, words[0]);
        }
    }

    private void AddWhole(string entry, string word)
    {
        var stem = GermanStem.Of(word);
        if (!_whole.TryAdd(stem, entry) || word.Length < FewestLettersToDouble) return;
        var single = Single(stem);
        if (!_single.TryGetValue(single, out var alike)) _single.Add(single, alike = []);
        alike.Add((entry, stem));
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

    /// <summary>The entries that a text has in plain sight, and then those that it has in disguise.</summary>
    public IReadOnlyList<string> FindIn(WrittenWords text, int most)
    {
        var found = FindIn(text.Words, most).ToList();
        foreach (var reading in text.Readings)
            foreach (var entry in Read(reading, GermanStem.Of(reading)))
                if (found.Count < most && !found.Contains(entry, StringComparer.Ordinal)) found.Add(entry);
        return found;
    }

    private IEnumerable<string> Read(string reading, string stem)
    {
        foreach (var entry in At([reading], [stem], 0)) yield return entry;
        if (_joined.TryGetValue(stem, out var phrase)) yield return phrase;
    }

    private IEnumerable<string> At(IReadOnlyList<string> words, string[] stems, int at)
    {
        if (_whole.TryGetValue(stems[at], out var entry)) yield return entry;
        else if (Doubled(stems[at]) is { } doubled) yield return doubled;
        foreach (var (part, letters, before, behind) in _parts)
            if (IsPart(words[at], stems[at], letters, before, behind)) yield return part;
        foreach (var (phrase, run) in _phrases)
            if (at + run.Length <= stems.Length && stems.AsSpan(at, run.Length).SequenceEqual(run)) yield return phrase;
    }

    /// <summary>The entry that a word is when some of its letters are written once instead of twice. A letter that the entry has twice is never missing: "Niger" stays a country.</summary>
    private string? Doubled(string stem)
    {
        if (!_single.TryGetValue(Single(stem), out var alike)) return null;
        foreach (var (entry, known) in alike)
            if (IsStretched(stem, known)) return entry;
        return null;
    }

    /// <summary>Whether a word is another one with letters repeated.</summary>
    private static bool IsStretched(string word, string known)
    {
        var at = 0;
        foreach (var letter in word)
        {
            if (at < known.Length && known[at] == letter) at++;
            else if (at == 0 || known[at - 1] != letter) return false;
        }

        return at == known.Length;
    }

    /// <summary>Each letter once where it stands several times in a row.</summary>
    private static string Single(string word) => string.Concat(word.Where((letter, i) => i == 0 || word[i - 1] != letter));

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
