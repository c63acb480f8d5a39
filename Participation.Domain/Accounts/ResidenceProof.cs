namespace Participation.Domain.Accounts;

/// <summary>How someone's residence in the city was confirmed.</summary>
public enum ResidenceMethod
{
    /// <summary>By a code in a letter to an address in the city.</summary>
    Letter,

    /// <summary>By staff at an office desk, who saw an identity document.</summary>
    Desk,

    /// <summary>By an electronic identity of level "substantial" or "high".</summary>
    ElectronicIdentity,
}

/// <summary>
/// One trait that makes a person one person, and how it was proven. What is kept of the trait is a keyed hash, unique over all accounts:
/// one person can be confirmed in one account. Neither name nor birth date nor address is kept.
/// </summary>
public sealed class ResidenceProof
{
    /// <summary>Length of a fingerprint: HMAC-SHA-256 in hexadecimal digits.</summary>
    public const int FingerprintLength = 64;

    private ResidenceProof() { }

    /// <summary>Keyed hash of the trait.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Whose account.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>By what.</summary>
    public ResidenceMethod Method { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset ProvedAt { get; private set; }

    /// <summary>Who of the staff saw the document; only at a desk.</summary>
    public PersonId? ConfirmedBy { get; private set; }

    /// <summary>Notes a proof.</summary>
    public static ResidenceProof Of(string fingerprint, PersonId person, ResidenceMethod method, PersonId? confirmedBy, DateTimeOffset now) =>
        new() { Fingerprint = fingerprint, PersonId = person, Method = method, ConfirmedBy = confirmedBy, ProvedAt = now };
}
