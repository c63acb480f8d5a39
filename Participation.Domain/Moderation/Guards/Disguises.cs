using System.Text;

namespace Participation.Domain.Moderation.Guards;

/// <summary>
/// What the words of a text can also be read as, where somebody wrote them so that a list does not find them: letters of other alphabets, digits and signs for letters, letters with spaces or
/// dots between them, letters three times or more. Ordinary words have no second reading.
/// </summary>
internal static class Disguises
{
    /// <summary>From so many single letters behind one another on they may be a word.</summary>
    private const int FewestSpaced = 4;

    /// <summary>Most characters between two letters of one word.</summary>
    private const int WidestGap = 3;

    /// <summary>A letter as often as this in a row is in no ordinary word, but in "Schifffahrt"; its second reading finds nothing.</summary>
    private const int FewestRepeated = 3;

    /// <summary>The second readings of a text, each in small letters.</summary>
    /// <param name="text">In compatibility form.</param>
    public static IEnumerable<string> In(string text)
    {
        var spaced = new List<Reading>();
        foreach (var (reading, gap) in Tokens(text))
        {
            if (spaced.Count > 0 && (gap > WidestGap || !reading.IsSingle))
            {
                foreach (var joined in Joined(spaced)) yield return joined;
                spaced.Clear();
            }

            if (reading.IsSingle) spaced.Add(reading);
            foreach (var word in reading.Words()) yield return word;
        }

        foreach (var joined in Joined(spaced)) yield return joined;
    }

    /// <summary>The words of a text with signs for letters, and how far each is from the one before.</summary>
    private static IEnumerable<(Reading Reading, int Gap)> Tokens(string text)
    {
        var (word, gap) = (new Reading(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (WrittenWords.IsUnseen(rune)) continue;
            if (Rune.IsLetterOrDigit(rune) || LookAlikes.SignOf(rune) is not null)
            {
                word.Add(rune);
                continue;
            }

            if (word.Length > 0)
            {
                yield return (word, gap);
                (word, gap) = (new Reading(), 0);
            }

            gap++;
        }

        if (word.Length > 0) yield return (word, gap);
    }

    /// <summary>Single letters as one word, also without the first or last one, which may be a word of its own.</summary>
    private static IEnumerable<string> Joined(List<Reading> letters)
    {
        if (letters.Count < FewestSpaced) yield break;
        foreach (var word in new[] { string.Concat(letters.Select(letter => letter.Plain)), string.Concat(letters.Select(letter => letter.PlainL)) }.Distinct(StringComparer.Ordinal))
        {
            yield return word;
            if (word.Length <= FewestSpaced) continue;
            yield return word[1..];
            yield return word[..^1];
        }
    }

    /// <summary>One word, letter by letter as it is read.</summary>
    private sealed class Reading
    {
        private readonly StringBuilder _plain = new();
        private readonly StringBuilder _plainL = new();
        private int _letters;
        private bool _disguised;
        private bool _repeats;
        private int _run;

        public int Length => _plain.Length;

        public bool IsSingle => _plain.Length == 1;

        /// <summary>With i for 1.</summary>
        public string Plain => _plain.ToString();

        /// <summary>With l for 1.</summary>
        public string PlainL => _plainL.ToString();

        public void Add(Rune rune)
        {
            var letter = LookAlikes.LetterOf(rune);
            var sign = LookAlikes.SignOf(rune);
            if (sign is null) _letters++;
            _disguised |= letter is not null || sign is not null;
            var read = letter?.ToString() ?? sign?.ToString() ?? Rune.ToLowerInvariant(rune).ToString();
            _run = _plain.Length > 0 && read.Length == 1 && _plain[^1] == read[0] ? _run + 1 : 1;
            _repeats |= _run >= FewestRepeated;
            _plain.Append(read);
            _plainL.Append(LookAlikes.IsAlsoL(rune) ? "l" : read);
        }

        /// <summary>What it can be read as: nothing for an ordinary word, and nothing for a number with a letter.</summary>
        public IEnumerable<string> Words()
        {
            if (_letters < 2 || !(_disguised || _repeats)) yield break;
            foreach (var word in new[] { Plain, PlainL, Plain.TrimEnd('i'), Plain.TrimStart('i') }.Where(_ => _disguised).Distinct(StringComparer.Ordinal)) yield return word;
            if (!_repeats) yield break;
            yield return Shortened(Plain, 1);
            yield return Shortened(Plain, 2);
        }

        /// <summary>Long runs of a letter as a short one.</summary>
        private static string Shortened(string word, int most)
        {
            var shortened = new StringBuilder();
            for (var i = 0; i < word.Length;)
            {
                var end = i;
                while (end < word.Length && word[end] == word[i]) end++;
                shortened.Append(word[i], end - i >= FewestRepeated ? most : end - i);
                i = end;
            }

            return shortened.ToString();
        }
    }
}
