using System.Globalization;
using System.Security.Claims;
using Participation.Web.Accounts.Sessions;

namespace Participation.Web.Accounts.OpenId;

/// <summary>How and when someone signed in, as it stands in tokens. The session's name is its key, from which the cookie's own cannot be told.</summary>
/// <param name="Key">The session.</param>
/// <param name="ProvedAt">When, in Unix seconds.</param>
/// <param name="Methods">By which ways.</param>
/// <param name="Level">The level of assurance that another authority named; null without one.</param>
internal sealed record TokenSession(string Key, long ProvedAt, IReadOnlyList<string> Methods, string? Level)
{
    /// <summary>Context class of a sign-in with one factor.</summary>
    public const string OneFactor = "urn:mitmachen:acr:1";

    /// <summary>Context class of a sign-in with two factors, or with a passkey.</summary>
    public const string TwoFactors = "urn:mitmachen:acr:2";

    /// <summary>The context class for the identity token.</summary>
    public string Context => Level ?? (Methods.Contains(SessionClaims.SecondFactor) ? TwoFactors : OneFactor);

    /// <summary>From the cookie; null for one without a session.</summary>
    public static TokenSession? OfCookie(ClaimsPrincipal user) => user.Sid() is { } sid ? Of(user, AccountSession.KeyOf(sid)) : null;

    /// <summary>From a token; null for one of an application.</summary>
    public static TokenSession? OfToken(ClaimsPrincipal token) => token.Sid() is { } key ? Of(token, key) : null;

    private static TokenSession Of(ClaimsPrincipal from, string key) => new(
        key,
        long.TryParse(from.FindFirstValue(SessionClaims.Time), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0,
        [.. from.FindAll(SessionClaims.Methods).Select(claim => claim.Value)],
        from.FindFirstValue(SessionClaims.Level) is { } level && level is not (OneFactor or TwoFactors) ? level : null);
}
