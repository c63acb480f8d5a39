namespace Participation.Web.Accounts.Levels;

/// <summary>The key of the fingerprints as the database knows it: sealed when the site made it, and in any case by a value that tells whether it changed.</summary>
public sealed class FingerprintKey
{
    /// <summary>There is one key.</summary>
    public const string Only = "fingerprints";

    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 40;

    /// <summary>Longest sealed key, in characters.</summary>
    public const int SealedMaxLength = 500;

    private FingerprintKey() { }

    public string Name { get; private set; } = Only;

    /// <summary>The key, sealed by Data Protection; null when it is configured.</summary>
    public string? Sealed { get; private set; }

    /// <summary>Hash of a constant under the key.</summary>
    public string Check { get; private set; } = "";

    public static FingerprintKey Of(string? sealedKey, string check) => new() { Sealed = sealedKey, Check = check };
}
