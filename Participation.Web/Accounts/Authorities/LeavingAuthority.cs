using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Authorities;

/// <summary>
/// Signing out at the authority too. The session ends here first; a sealed cookie of five minutes keeps what the authority needs. The way there
/// leads over a page of ours, because the policy allows no form to end on another site.
/// </summary>
public sealed class LeavingAuthority(AuthoritySessions sessions, AuthorityList authorities, IDataProtectionProvider protection, IHttpContextAccessor http)
{
    private const string CookieName = "abmeldung";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Participation.Authorities.Leaving").ToTimeLimitedDataProtector();
    private readonly ChunkingCookieManager _cookies = new();

    /// <summary>Before the session ends: remembers where it came from.</summary>
    /// <param name="user">Who signs out.</param>
    /// <param name="back">The page of ours to go on to afterwards.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Whether there is an authority to sign out from.</returns>
    public async Task<bool> PrepareAsync(ClaimsPrincipal user, string back, CancellationToken cancel)
    {
        if (user.Sid() is not { } sid || await sessions.FindAsync(sid, cancel) is not var (name, token) || authorities.Find(name) is null) return false;
        _cookies.AppendResponseCookie(Http, CookieName, _seal.Protect(JsonSerializer.Serialize(new Ticket(name, token, back)), Life), Cookie);
        return true;
    }

    /// <summary>The authority to sign out from, or null.</summary>
    public Authority? Find() => Read() is { } ticket ? authorities.Find(ticket.Authority) : null;

    /// <summary>The same with its id_token, once.</summary>
    public (Authority Authority, string? IdToken, string Back)? Take()
    {
        var ticket = Read();
        _cookies.DeleteCookie(Http, CookieName, Cookie);
        return ticket is not null && authorities.Find(ticket.Authority) is { } authority ? (authority, ticket.IdToken, LocalAddress.OrHome(ticket.Back)) : null;
    }

    private Ticket? Read()
    {
        if (_cookies.GetRequestCookie(Http, CookieName) is not { Length: > 0 } content) return null;
        try
        {
            return JsonSerializer.Deserialize<Ticket>(_seal.Unprotect(content));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private CookieOptions Cookie => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Life, IsEssential = true, Secure = Http.Request.IsHttps, Path = "/konto/abmelden" };

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Signing out needs a request.");

    private sealed record Ticket(string Authority, string? IdToken, string Back);
}
