namespace Participation.Web.Accounts.Authorities;

/// <summary>That a session was begun at an authority, and what is needed to end it there too. It goes when the session goes.</summary>
public sealed class AuthoritySession
{
    /// <summary>Longest sealed id_token, in characters; a longer one is not kept, and the authority asks the person itself.</summary>
    public const int HintMaxLength = 12_000;

    private AuthoritySession() { }

    /// <summary>Key of the session of ours.</summary>
    public string SessionKey { get; private set; } = "";

    /// <summary>Name of the authority.</summary>
    public string Authority { get; private set; } = "";

    /// <summary>Key of the identity.</summary>
    public string IdentityKey { get; private set; } = "";

    /// <summary>Hash of the authority's own session, if it names them.</summary>
    public string? ForeignKey { get; private set; }

    /// <summary>The sealed id_token.</summary>
    public string? Hint { get; private set; }

    /// <summary>Notes where a session comes from.</summary>
    public static AuthoritySession Of(string sessionKey, Arrival arrival, string? hint) => new()
    {
        SessionKey = sessionKey, Authority = arrival.Authority, IdentityKey = ConnectedIdentity.KeyOf(arrival.Identity),
        ForeignKey = arrival.Session is { } session ? ConnectedIdentity.KeyOf(arrival.Identity.Issuer, session) : null,
        Hint = hint?.Length <= HintMaxLength ? hint : null,
    };
}
