namespace Participation.Domain.Moderation;

/// <summary>The end of the audit log's chain, one row: what was cut off at the end shows by it, and whoever writes holds it.</summary>
public sealed class AuditHead
{
    /// <summary>Key of the one row.</summary>
    public const int Only = 1;

    private AuditHead() { }

    /// <summary>Always <see cref="Only"/>.</summary>
    public int Id { get; private set; }

    /// <summary>Place of the last entry; 0 when there is none.</summary>
    public long Position { get; private set; }

    /// <summary>Hash of the last entry.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Gives new entries their places at the end of the chain, in the order they come in.</summary>
    public void Seal(IEnumerable<AuditEntry> entries)
    {
        foreach (var entry in entries)
        {
            entry.Seal(Position + 1, Hash);
            (Position, Hash) = (entry.Position, entry.Hash);
        }
    }
}
