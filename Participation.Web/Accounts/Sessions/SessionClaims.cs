using System.Globalization;
using System.Security.Claims;
using Participation.Domain.Accounts;

namespace Participation.Web.Accounts.Sessions;

/// <summary>What a cookie says about how and when its person signed in. OpenID Connect's names (RFC 8176, OpenID Connect Core).</summary>
public static class SessionClaims
{
    /// <summary>Ways in, one claim each: <see cref="Password"/>, <see cref="Code"/>, <see cref="Key"/>, and <see cref="SecondFactor"/>.</summary>
    public const string Methods = "amr";

    /// <summary>When the person last proved who they are, in Unix seconds.</summary>
    public const string Time = "auth_time";

    /// <summary>The session.</summary>
    public const string Session = "sid";

    /// <summary>A password.</summary>
    public const string Password = "pwd";

    /// <summary>A code of an authenticator app, or a recovery code.</summary>
    public const string Code = "otp";

    /// <summary>A passkey.</summary>
    public const string Key = "hwk";

    /// <summary>An external authority. RFC 8176 has no word for it.</summary>
    public const string External = "ext";

    /// <summary>How sure an external authority was of the person, if one was asked: <see cref="LevelWord"/>.</summary>
    public const string Level = "acr";

    /// <summary>More than one factor.</summary>
    public const string SecondFactor = "mfa";

    /// <summary>Whether more than a password was asked for.</summary>
    public static bool HasSecondFactor(this ClaimsPrincipal user) => user.HasClaim(Methods, SecondFactor);

    /// <summary>The session's id, or null.</summary>
    public static string? Sid(this ClaimsPrincipal user) => user.FindFirstValue(Session);

    /// <summary>When the person last proved who they are; the beginning of time if that is unknown.</summary>
    public static DateTimeOffset ProvedAt(this ClaimsPrincipal user) => InstantOf(user.FindFirstValue(Time));

    /// <summary>The instant that <see cref="Time"/> says; the beginning of time if it says none.</summary>
    internal static DateTimeOffset InstantOf(string? seconds) => long.TryParse(seconds, CultureInfo.InvariantCulture, out var at) ? DateTimeOffset.FromUnixTimeSeconds(at) : DateTimeOffset.MinValue;

    /// <summary>The claim of an instant.</summary>
    internal static Claim TimeOf(DateTimeOffset at) => new(Time, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64);

    /// <summary>A level of assurance as it stands in <see cref="Level"/>: eIDAS' own words.</summary>
    public static string LevelWord(AssuranceLevel level) => level.ToString().ToLowerInvariant();

    /// <summary>The claims of a session.</summary>
    public static IEnumerable<Claim> Of(string sid, DateTimeOffset provedAt, IEnumerable<string> methods) =>
    [
        new(Session, sid),
        TimeOf(provedAt),
        .. WithSecondFactor(methods).Select(method => new Claim(Methods, method)),
    ];

    /// <summary>What must survive when a cookie is made anew.</summary>
    public static IEnumerable<Claim> Of(ClaimsPrincipal user) => user.Claims.Where(claim => claim.Type is Methods or Time or Session or Level);

    /// <summary>A passkey asks for the person too, so it is two factors in one; so are a code and whatever came before it together.</summary>
    private static IEnumerable<string> WithSecondFactor(IEnumerable<string> methods)
    {
        var known = methods.ToHashSet(StringComparer.Ordinal);
        if (known.Contains(Key) || ((known.Contains(Password) || known.Contains(External)) && known.Contains(Code))) known.Add(SecondFactor);
        return known.Order(StringComparer.Ordinal);
    }
}
