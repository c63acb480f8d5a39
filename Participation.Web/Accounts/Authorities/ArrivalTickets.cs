using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;

namespace Participation.Web.Accounts.Authorities;

/// <summary>
/// Someone who came back from an authority is known for twenty minutes by a sealed cookie, signed in nowhere: long enough to choose a public
/// name. Reading it changes nothing, so that a form sent twice finds the same person.
/// </summary>
public sealed class ArrivalTickets(IHttpContextAccessor http)
{
    internal const string Scheme = "authority-arrival";
    private const string Content = "arrival";

    /// <summary>The scheme and its cookie.</summary>
    public static AuthenticationBuilder AddTo(AuthenticationBuilder authentication) => authentication.AddCookie(Scheme, cookie =>
    {
        cookie.Cookie.Name = "anmeldung-ankunft";
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(20);
        cookie.SlidingExpiration = false;
    });

    /// <summary>Who arrived in this browser, or null.</summary>
    public async Task<Arrival?> FindAsync() =>
        (await Http.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(Content) is { } content ? JsonSerializer.Deserialize<Arrival>(content) : null;

    public Task ForgetAsync() => Http.SignOutAsync(Scheme);

    internal static ClaimsPrincipal Principal(Arrival arrival) => new(new ClaimsIdentity([new Claim(Content, JsonSerializer.Serialize(arrival))], Scheme));

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Arriving needs a request.");
}
