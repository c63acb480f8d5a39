using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Participation.Web.Accounts.OpenId;

/// <summary>
/// Remembers in a sealed cookie since when a request waits for a new sign-in. Whoever proved themselves after that has met the
/// demand; without it <c>prompt=login</c> would ask for ever.
/// </summary>
public sealed class SignInDemand(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string CookieName = "anwendung-anmeldung";

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Participation.SignInDemand").ToTimeLimitedDataProtector();

    /// <summary>The request asks for a new sign-in from now on; asking again does not move the time.</summary>
    public void Make(HttpContext http, string request)
    {
        if (MadeAt(http, request) is not null) return;
        var since = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(CookieName, _seal.Protect($"{since} {request}", clock.GetUtcNow() + TimeSpan.FromHours(1)), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/connect", MaxAge = TimeSpan.FromHours(1), IsEssential = true, Secure = http.Request.IsHttps,
        });
    }

    /// <summary>Whether the demand was made and a proof at this instant meets it.</summary>
    public bool IsMetBy(HttpContext http, string request, DateTimeOffset provedAt) => MadeAt(http, request) is { } since && provedAt.ToUnixTimeSeconds() >= since;

    private long? MadeAt(HttpContext http, string request)
    {
        try
        {
            return http.Request.Cookies[CookieName] is { Length: > 0 and < 2000 } cookie && _seal.Unprotect(cookie).Split(' ', 2) is [var since, var known] && known == request
                ? long.Parse(since, CultureInfo.InvariantCulture)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
