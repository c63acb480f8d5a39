using System.Security.Cryptography;

namespace Participation.Web.Accounts.Factors;

/// <summary>A code that works once instead of the authenticator app. Only its hash is kept: with 80 random bits it needs no slow one.</summary>
public sealed class RecoveryCode
{
    /// <summary>How many are made at a time.</summary>
    public const int Count = 10;

    /// <summary>Letters of a code, without dashes.</summary>
    public const int Length = 16;

    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    private RecoveryCode() { }

    /// <summary>Whose.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Hash of account and code.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Keeps a code.</summary>
    public static RecoveryCode Of(Guid account, string code) => new() { AccountId = account, Hash = HashOf(account, code) };

    /// <summary>A new code, in groups of four.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, Length / 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));

    /// <summary>The hash under which a code is kept, however it is typed.</summary>
    public static string HashOf(Guid account, string code) =>
        SecretHash.Of($"{account:N}{code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()}");
}
