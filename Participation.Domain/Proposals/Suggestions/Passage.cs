using Participation.Domain.Proposals.Writing;

namespace Participation.Domain.Proposals.Suggestions;

/// <summary>A passage of a section as somebody quoted it, and where it is: it moves with the text, and what becomes of it is known even when nothing of it is left.</summary>
/// <param name="TextId">The text.</param>
/// <param name="Section">The section it is the text of.</param>
/// <param name="Version">The version of the text in which it is at <paramref name="From"/>.</param>
/// <param name="From">Where it begins, in UTF-16 code units; where it was, when it is gone.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Quote">What it said when it was quoted.</param>
/// <param name="IsGone">Whether nothing of it is left.</param>
public sealed record Passage(SharedTextId TextId, SectionKind Section, int Version, int From, int To, string Quote, bool IsGone)
{
    /// <summary>Longest passage, in UTF-16 code units.</summary>
    public const int MaxLength = 3000;

    /// <summary>Quotes a passage.</summary>
    /// <returns>The passage, or null when it is empty, too long, out of the text or cuts a character.</returns>
    public static Passage? Of(SharedTextId text, SectionKind section, int version, string content, TextRange range)
    {
        if (range.From < 0 || range.To <= range.From || range.To > content.Length || range.To - range.From > MaxLength || Cuts(content, range.From) || Cuts(content, range.To)) return null;
        var quote = content[range.From..range.To];
        return string.IsNullOrWhiteSpace(quote) ? null : new Passage(text, section, version, range.From, range.To, quote, IsGone: false);
    }

    /// <summary>Where it is after the next update of its text.</summary>
    public Passage After(ChangeSet update)
    {
        if (!IsGone && update.MapRange(new TextRange(From, To)) is { } moved) return this with { Version = Version + 1, From = moved.From, To = moved.To };
        var place = update.MapPosition(From).Position;
        return this with { Version = Version + 1, From = place, To = place, IsGone = true };
    }

    /// <summary>Whether a text, in its version, still says there what was quoted.</summary>
    public bool StandsIn(string text) => !IsGone && text.AsSpan(From, To - From).SequenceEqual(Quote);

    private static bool Cuts(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
}
