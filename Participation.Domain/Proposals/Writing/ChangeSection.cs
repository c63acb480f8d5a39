namespace Participation.Domain.Proposals.Writing;

/// <summary>A stretch of the old text that a change keeps or replaces. Lengths are UTF-16 code units.</summary>
/// <param name="Old">How much of the old text it spans.</param>
/// <param name="Inserted">What takes its place, lines ending with a line feed; empty when it is only deleted, null when it is kept.</param>
public readonly record struct ChangeSection(int Old, string? Inserted)
{
    /// <summary>Whether the text stays as it is.</summary>
    public bool IsKept => Inserted is null;

    /// <summary>How much of the new text it spans.</summary>
    public int New => Inserted?.Length ?? Old;
}

/// <summary>A replacement in a text: what lies between two positions gives way to other text.</summary>
public readonly record struct TextEdit(int From, int To, string Insert);

/// <summary>Where a position is after a change.</summary>
/// <param name="Position">The position in the new text.</param>
/// <param name="Deleted">Whether the text on both sides of it was deleted or replaced.</param>
public readonly record struct MappedPosition(int Position, bool Deleted);

/// <summary>A stretch of text from one position to another, which is not part of it.</summary>
public readonly record struct TextRange(int From, int To);

/// <summary>To which side a position stays when text is inserted exactly there.</summary>
public enum Side
{
    /// <summary>It stays before what is inserted.</summary>
    Before,

    /// <summary>It stays after what is inserted.</summary>
    After,
}
