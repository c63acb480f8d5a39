using Participation.Domain.Ideas;

namespace Participation.Web.Ideas;

/// <summary>The three buttons of a stance, or the one of support.</summary>
public static class StanceChoice
{
    /// <summary>Kind, word in the form, style, label and count of each button.</summary>
    public static IEnumerable<(StanceKind Kind, string Word, string Css, string Text, int Count)> All(StanceCounts counts, bool supportOnly) => supportOnly
        ? [(StanceKind.For, "dafuer", "for", DetailTexts.Support, counts.For)]
        :
        [
            (StanceKind.For, "dafuer", "for", DetailTexts.For, counts.For),
            (StanceKind.Neutral, "neutral", "neutral", DetailTexts.Neutral, counts.Neutral),
            (StanceKind.Against, "dagegen", "against", DetailTexts.Against, counts.Against),
        ];

    /// <summary>Reads the word; false for anything else. <c>keine</c> withdraws.</summary>
    public static bool TryParse(string? word, out StanceKind? kind)
    {
        kind = word switch { "dafuer" => StanceKind.For, "neutral" => StanceKind.Neutral, "dagegen" => StanceKind.Against, _ => null };
        return kind is not null || word == "keine";
    }

    /// <summary>The word of a stance.</summary>
    public static string Word(StanceKind? kind) => kind switch { StanceKind.For => "dafuer", StanceKind.Neutral => "neutral", StanceKind.Against => "dagegen", _ => "keine" };
}
