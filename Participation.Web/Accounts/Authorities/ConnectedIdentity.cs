using Participation.Domain.Accounts;

namespace Participation.Web.Accounts.Authorities;

/// <summary>
/// An identity at an authority that signs an account in. It is found by issuer and subject, never by an e-mail address. Of the subject a hash is
/// kept, no pseudonym that could be used elsewhere; of the person only how sure the authority was.
/// </summary>
public sealed class ConnectedIdentity
{
    /// <summary>Length of a key.</summary>
    public const int KeyLength = SecretHash.Length;

    /// <summary>Longest issuer, in characters.</summary>
    public const int IssuerMaxLength = 300;

    /// <summary>Longest subject, as OpenID Connect Core 1.0 allows.</summary>
    public const int SubjectMaxLength = 255;

    /// <summary>Longest name of an authority in the configuration.</summary>
    public const int AuthorityMaxLength = 30;

    private ConnectedIdentity() { }

    /// <summary>Hash of issuer and subject.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Whose.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Who issued it.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>Under which name the authority was configured.</summary>
    public string Authority { get; private set; } = "";

    /// <summary>The highest level that the authority ever stated.</summary>
    public AssuranceLevel Level { get; private set; }

    /// <summary>Whether it said at that level that the person lives in the city.</summary>
    public bool ResidesHere { get; private set; }

    /// <summary>When it stated that.</summary>
    public DateTimeOffset AssertedAt { get; private set; }

    /// <summary>When the account was connected.</summary>
    public DateTimeOffset ConnectedAt { get; private set; }

    /// <summary>Connects an account with an identity.</summary>
    public static ConnectedIdentity Connect(AssertedIdentity identity, string authority, Guid account, DateTimeOffset now) => new()
    {
        Key = KeyOf(identity), AccountId = account, Issuer = identity.Issuer, Authority = authority, Level = identity.Level, ResidesHere = identity.ResidesHere, AssertedAt = now, ConnectedAt = now,
    };

    /// <summary>Notes what the authority said this time, unless it was surer before.</summary>
    public void Note(AssertedIdentity identity, DateTimeOffset now)
    {
        if (identity.Level < Level) return;
        (Level, ResidesHere, AssertedAt) = (identity.Level, identity.ResidesHere, now);
    }

    /// <summary>The key of an identity. The issuer is part of it: subjects are unique within one authority only.</summary>
    public static string KeyOf(AssertedIdentity identity) => KeyOf(identity.Issuer, identity.Subject);

    /// <summary>The key of a subject of an issuer, or of a session there.</summary>
    public static string KeyOf(string issuer, string subject) => SecretHash.Of($"{issuer}\n{subject}");
}
