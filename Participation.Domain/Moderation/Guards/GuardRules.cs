namespace Participation.Domain.Moderation.Guards;

/// <summary>The limits and the word list that everyone's contributions are held to, as one document.</summary>
/// <param name="Limits">Numbers that were set; what is not among them has its default.</param>
/// <param name="FirstPosts">What becomes of first contributions.</param>
/// <param name="Words">Entries of the word list, see <see cref="WordList"/>.</param>
public sealed record GuardRules(IReadOnlyDictionary<GuardLimit, int> Limits, FirstPostRule FirstPosts, IReadOnlyList<string> Words)
{
    /// <summary>Most entries of the word list.</summary>
    public const int MostWords = 500;

    /// <summary>Longest entry, in characters.</summary>
    public const int WordMaxLength = 60;

    /// <summary>
    /// What holds before anybody changed anything. The list is short on purpose: names for people that are nothing but an insult, and what the Criminal Code
    /// forbids to show (§ 86a). Whether it was meant so, a person decides; the word alone decides nothing.
    /// </summary>
    public static GuardRules Default { get; } = new(
        Enum.GetValues<GuardLimit>().ToDictionary(limit => limit, limit => LimitRange.Of(limit).Default), FirstPostRule.LookAfterwards,
        ["Arschloch", "Hurensohn", "Wichser", "Fotze", "Missgeburt", "Untermensch", "Kanake", "Nigger", "Judensau", "Sieg Heil", "Heil Hitler", "Heil mein Führer", "卐", "ᛋᛋ"]);

    /// <summary>A limit.</summary>
    public int this[GuardLimit limit] => Limits.TryGetValue(limit, out var value) ? value : LimitRange.Of(limit).Default;

    /// <summary>A limit that is a time, in seconds.</summary>
    public TimeSpan Seconds(GuardLimit limit) => TimeSpan.FromSeconds(this[limit]);

    /// <summary>A limit that is a time, in minutes.</summary>
    public TimeSpan Minutes(GuardLimit limit) => TimeSpan.FromMinutes(this[limit]);

    /// <summary>Until when somebody counts as new.</summary>
    public DateTimeOffset NewUntil(DateTimeOffset joined) => joined.AddHours(this[GuardLimit.NewForHours]);

    /// <summary>What cannot be so, or null.</summary>
    public Refusal? Check()
    {
        foreach (var limit in Enum.GetValues<GuardLimit>())
            if (LimitRange.Of(limit) is var range && (this[limit] < range.Least || this[limit] > range.Most)) return new LimitOutOfRange(limit, range.Least, range.Most);
        if (Words.Count > MostWords) return new TooManyWords(MostWords);
        foreach (var word in Words)
            if (WordList.Check(word) is { } refusal) return refusal;
        return null;
    }

    /// <summary>Whether two documents say the same.</summary>
    public bool SaysTheSameAs(GuardRules other) =>
        FirstPosts == other.FirstPosts && Words.SequenceEqual(other.Words) && Enum.GetValues<GuardLimit>().All(limit => this[limit] == other[limit]);
}

/// <summary>A number that would lock everyone out, or guard nothing.</summary>
public sealed record LimitOutOfRange(GuardLimit Limit, int Least, int Most) : Refusal;

/// <summary>A list that nobody can answer for.</summary>
public sealed record TooManyWords(int Most) : Refusal;

/// <summary>An entry without a letter, or longer than any word.</summary>
public sealed record WordIsUnusable(string Word, int MaxLength) : Refusal;

/// <summary>A part of a word so short that it would be found everywhere.</summary>
public sealed record WordPartTooShort(string Word, int Fewest) : Refusal;
