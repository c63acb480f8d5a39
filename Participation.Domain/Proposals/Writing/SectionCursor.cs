using System.Collections.Immutable;

namespace Participation.Domain.Proposals.Writing;

/// <summary>Walks over the sections of a change, in steps that may end within one.</summary>
internal sealed class SectionCursor
{
    private readonly ImmutableArray<ChangeSection> _sections;
    private readonly bool _countsNew;
    private int _index = -1;

    private SectionCursor(ImmutableArray<ChangeSection> sections, bool countsNew)
    {
        _sections = sections;
        _countsNew = countsNew;
        Next();
    }

    /// <summary>Lengths are those of the old text.</summary>
    public static SectionCursor OverOld(ChangeSet changes) => new(changes.Sections, countsNew: false);

    /// <summary>Lengths are those of the new text.</summary>
    public static SectionCursor OverNew(ChangeSet changes) => new(changes.Sections, countsNew: true);

    public bool AtEnd => _index >= _sections.Length;

    /// <summary>How much of the section lies behind.</summary>
    public int Taken { get; private set; }

    /// <summary>How much of the section is still ahead; nothing at the end.</summary>
    public int Left { get; private set; }

    /// <summary>Whether the text of the section has been made use of.</summary>
    public bool Placed { get; set; }

    public bool IsKept => !AtEnd && _sections[_index].IsKept;

    public bool IsChange => !AtEnd && !_sections[_index].IsKept;

    public bool IsDeletion => IsChange && Text.Length == 0;

    public bool IsInsertion => IsChange && _sections[_index].Old == 0;

    /// <summary>What the section inserts.</summary>
    public string Text => _sections[_index].Inserted ?? "";

    /// <summary>How much of the old text the section spans, for its first piece only.</summary>
    public int OldOfFirstPiece => Taken == 0 ? _sections[_index].Old : 0;

    /// <summary>What the section inserts, for its first piece only.</summary>
    public string TextOfFirstPiece => Taken == 0 ? Text : "";

    public void Next()
    {
        _index++;
        (Taken, Placed) = (0, false);
        Left = AtEnd ? 0 : _countsNew ? _sections[_index].New : _sections[_index].Old;
    }

    /// <summary>Moves on within the section, and to the next one at its end.</summary>
    public void Take(int length)
    {
        (Taken, Left) = (Taken + length, Left - length);
        if (Left == 0) Next();
    }
}
