namespace Participation.Web.Accounts.Sessions;

/// <summary>Someone is signed in somewhere. Ending it means deleting the row. No address of a machine is kept, and the cookie's own id only as a hash.</summary>
public sealed class AccountSession
{
    /// <summary>Length of a key: a SHA-256 in base64url.</summary>
    public const int KeyLength = 43;

    /// <summary>How much of the user agent is kept, in characters.</summary>
    public const int UserAgentMaxLength = 200;

    /// <summary>How long a session lives without being used, as long as its cookie.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>How coarse "last seen" is: it is written no more often.</summary>
    public static readonly TimeSpan Coarseness = TimeSpan.FromMinutes(15);

    private AccountSession() { }

    /// <summary>Hash of the <c>sid</c> in the cookie.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Whose.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last used, at coarse steps.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>What the browser said it is, cut.</summary>
    public string UserAgent { get; private set; } = "";

    /// <summary>A new session.</summary>
    public static AccountSession Open(string sid, Guid account, string userAgent, DateTimeOffset now) => new()
    {
        Key = KeyOf(sid), AccountId = account, CreatedAt = now, SeenAt = now,
        UserAgent = userAgent.Length > UserAgentMaxLength ? userAgent[..UserAgentMaxLength] : userAgent,
    };

    /// <summary>The key under which a cookie's <c>sid</c> is stored.</summary>
    public static string KeyOf(string sid) => SecretHash.Of(sid);
}
