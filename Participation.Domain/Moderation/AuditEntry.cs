using System.Text;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;

namespace Participation.Domain.Moderation;

/// <summary>Who did what to which item and why. Written in the transaction of the change, chained to the entry before, never edited.</summary>
public sealed class AuditEntry
{
    /// <summary>Longest action, in characters.</summary>
    public const int ActionMaxLength = 60;

    /// <summary>Longest detail, in characters; a longer one is cut.</summary>
    public const int DetailMaxLength = 1000;

    private AuditEntry() { }

    /// <summary>Internal identity.</summary>
    public AuditEntryId Id { get; private set; }

    /// <summary>Place in the chain: 1, 2, 3 … without gaps; 0 until it is sealed.</summary>
    public long Position { get; private set; }

    /// <summary>When, to the microsecond, which is what every database keeps.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who; null for the system.</summary>
    public PersonId? ActorId { get; private set; }

    /// <summary>What, as <c>idea.publish</c>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>To what.</summary>
    public SubjectKind SubjectKind { get; private set; }

    /// <summary>To what.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The reason or the difference, without personal data: it stays as long as the log does.</summary>
    public string? Detail { get; private set; }

    /// <summary>Hash of the entry before.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>Hash of everything above, see <see cref="AuditChain"/>.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Writes down an action.</summary>
    public static AuditEntry Of(string action, Subject subject, PersonId? actor, DateTimeOffset at, string? detail = null) => new()
    {
        Id = AuditEntryId.New(at), Action = action, SubjectKind = subject.Kind, SubjectId = subject.Id, ActorId = actor, At = ToMicrosecond(at.ToUniversalTime()), Detail = Storable(detail),
    };

    /// <summary>Gives it its place, once.</summary>
    internal void Seal(long position, string previousHash)
    {
        if (Position != 0) throw new InvalidOperationException($"The entry {Id.Value} has its place already.");
        (Position, PreviousHash) = (position, previousHash);
        Hash = AuditChain.HashOf(this, previousHash);
    }

    private static DateTimeOffset ToMicrosecond(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>As every database keeps it, so that what is read is what was hashed: no U+0000, no half surrogate pairs, not too long.</summary>
    private static string? Storable(string? detail)
    {
        if (detail is null) return null;
        var text = new StringBuilder(detail.Length);
        foreach (var rune in detail.EnumerateRunes())
        {
            if (text.Length + rune.Utf16SequenceLength > DetailMaxLength) break;
            text.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return text.ToString();
    }
}
