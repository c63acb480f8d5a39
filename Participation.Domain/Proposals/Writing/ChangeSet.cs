using System.Collections.Immutable;

namespace Participation.Domain.Proposals.Writing;

/// <summary>
/// What became of a text, as sections over the whole of it. Two people who change the same text at once arrive at the same result: whoever comes second
/// has their change mapped over the first. Means the same as the change set of CodeMirror 6, which the browser uses
/// (https://codemirror.net/docs/ref/#state.ChangeSet). Positions are UTF-16 code units, that is indices of a string.
/// </summary>
public sealed partial class ChangeSet
{
    private ChangeSet(ImmutableArray<ChangeSection> sections)
    {
        Sections = sections;
        foreach (var section in sections)
        {
            OldLength += section.Old;
            NewLength += section.New;
        }
    }

    /// <summary>The sections in the order of the text.</summary>
    public ImmutableArray<ChangeSection> Sections { get; }

    /// <summary>Length of the text it applies to.</summary>
    public int OldLength { get; }

    /// <summary>Length of the text that comes out.</summary>
    public int NewLength { get; }

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => Sections.All(section => section.IsKept);

    /// <summary>Whether it keeps everything in one section; going over such a one leaves also the sections of others as they are, in the browser too.</summary>
    private bool IsPlainlyEmpty => Sections is [] or [{ IsKept: true }];

    /// <summary>Replacements in a text of this length, in order and without overlap.</summary>
    /// <exception cref="ArgumentException">They overlap, are out of order or lie beyond the end.</exception>
    public static ChangeSet Of(int length, params IEnumerable<TextEdit> edits)
    {
        var builder = new ChangeBuilder();
        var at = 0;
        foreach (var edit in edits)
        {
            if (edit.From < at || edit.To < edit.From || edit.To > length) throw new ArgumentException($"{edit} does not fit after {at} of {length}.", nameof(edits));
            builder.Add(edit.From - at, null);
            builder.Add(edit.To - edit.From, edit.Insert);
            at = edit.To;
        }

        builder.Add(length - at, null);
        return builder.ToChangeSet();
    }

    internal static ChangeSet Of(ImmutableArray<ChangeSection> sections) => new(sections);

    /// <summary>Why it cannot be applied to a text, or null when it can: wrong length, a cut through a character, or too long a result.</summary>
    public Refusal? CheckAgainst(string text)
    {
        if (OldLength != text.Length) return new ChangesDoNotFit();
        if (NewLength > SharedText.MaxLength) return new SharedTextTooLong(SharedText.MaxLength);
        var at = 0;
        foreach (var section in Sections)
        {
            if (at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at])) return new ChangesDoNotFit();
            at += section.Old;
        }

        return null;
    }

    /// <summary>The new text.</summary>
    /// <exception cref="ArgumentException">The text has another length than the one that was changed.</exception>
    public string Apply(string text)
    {
        if (text.Length != OldLength) throw new ArgumentException($"The text has {text.Length} code units instead of {OldLength}.", nameof(text));
        return string.Create(NewLength, (Sections, text), static (target, state) =>
        {
            var at = 0;
            foreach (var section in state.Sections)
            {
                var piece = section.Inserted is { } inserted ? inserted.AsSpan() : state.text.AsSpan(at, section.Old);
                piece.CopyTo(target);
                target = target[piece.Length..];
                at += section.Old;
            }
        });
    }

    /// <summary>The same change for a text that another change of the same text has gone over already.</summary>
    /// <param name="over">The other change.</param>
    /// <param name="before">Whether this one comes first where both insert at one place.</param>
    /// <exception cref="ArgumentException">They do not belong to the same text.</exception>
    public ChangeSet Map(ChangeSet over, bool before = false) =>
        over.IsPlainlyEmpty && OldLength == over.OldLength ? this : new ChangeMapping(this, over, before).Result();

    /// <summary>This change and then another, as one.</summary>
    /// <exception cref="ArgumentException">The other one does not follow.</exception>
    public ChangeSet Compose(ChangeSet next) =>
        NewLength == next.OldLength && IsPlainlyEmpty ? next : NewLength == next.OldLength && next.IsPlainlyEmpty ? this : new ChangeComposition(this, next).Result();

    /// <summary>Whether both change the same passage of a text, or passages that lie directly beside each other.</summary>
    public bool Touches(ChangeSet other) => Changed().Any(mine => other.Changed().Any(theirs => mine.From <= theirs.To && theirs.From <= mine.To));

    /// <summary>The passages of the old text that are changed.</summary>
    public IEnumerable<TextRange> Changed()
    {
        var at = 0;
        foreach (var section in Sections)
        {
            if (!section.IsKept) yield return new TextRange(at, at + section.Old);
            at += section.Old;
        }
    }

    /// <summary>Where a position of the old text is in the new one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies beyond the end.</exception>
    public MappedPosition MapPosition(int position, Side side = Side.Before)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, OldLength);
        var (old, now) = (0, 0);
        foreach (var section in Sections)
        {
            var end = old + section.Old;
            if (section.IsKept && end > position) return new(now + position - old, false);
            if (!section.IsKept && end > position) return new(position == old || side is Side.Before ? now : now + section.New, position > old);
            if (!section.IsKept && end == position && section.Old == 0 && side is Side.Before) return new(now, false);
            (old, now) = (end, now + section.New);
        }

        return new(now, false);
    }

    /// <summary>Where a passage of the old text is in the new one, without what was written directly before or after it; null when nothing of it is left.</summary>
    public TextRange? MapRange(TextRange range)
    {
        var (from, to) = (MapPosition(range.From, Side.After).Position, MapPosition(range.To).Position);
        return from < to ? new TextRange(from, to) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => ToJson();
}
