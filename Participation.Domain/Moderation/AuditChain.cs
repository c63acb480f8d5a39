using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Domain.Moderation;

/// <summary>What is wrong at a place of the chain.</summary>
public enum AuditBreak
{
    /// <summary>The entry is not what was written.</summary>
    Changed,

    /// <summary>There is no entry at this place.</summary>
    Missing,

    /// <summary>The entry does not follow the one before: exchanged, inserted, or the one before was written anew.</summary>
    Reordered,

    /// <summary>The newest entries are missing.</summary>
    CutOff,

    /// <summary>The head of the chain does not fit its last entry.</summary>
    HeadChanged,

    /// <summary>The chain is intact, but another one than the one that was noted down.</summary>
    OtherChain,
}

/// <summary>
/// The rule that chains entries: SHA-256 over all fields, each as UTF-8 with its length in front (four bytes, big-endian; −1 for none), so that no
/// two entries are written alike: position, hash of the entry before, id, instant (<c>2026-11-27T08:30:00.123456Z</c>), actor, action, kind, subject, detail.
/// </summary>
public static class AuditChain
{
    /// <summary>Length of a hash, in hexadecimal digits.</summary>
    public const int HashLength = 64;

    /// <summary>What the first entry follows.</summary>
    public static readonly string Origin = new('0', HashLength);

    /// <summary>The instant as it is hashed and exported.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The hash that an entry has when it follows the one with the given hash.</summary>
    public static string HashOf(AuditEntry entry, string previousHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, entry.Position.ToString(CultureInfo.InvariantCulture));
        Append(hash, previousHash);
        Append(hash, entry.Id.Value.ToString("D"));
        Append(hash, Instant(entry.At));
        Append(hash, entry.ActorId?.Value.ToString("D"));
        Append(hash, entry.Action);
        Append(hash, entry.SubjectKind.ToString());
        Append(hash, entry.SubjectId.ToString("D"));
        Append(hash, entry.Detail);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What is wrong with an entry at a place, or null when nothing is.</summary>
    /// <param name="entry">The entry as it is stored.</param>
    /// <param name="position">The place that follows the entry before.</param>
    /// <param name="previousHash">Hash of the entry before.</param>
    public static AuditBreak? Check(AuditEntry entry, long position, string previousHash)
    {
        if (entry.Position != position) return AuditBreak.Missing;
        if (entry.PreviousHash == previousHash) return entry.Hash == HashOf(entry, previousHash) ? null : AuditBreak.Changed;
        // Only the reference to the one before was altered: the entry itself is the one that belongs here.
        return entry.Hash == HashOf(entry, previousHash) ? AuditBreak.Changed : AuditBreak.Reordered;
    }

    private static void Append(IncrementalHash hash, string? field)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
        BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
