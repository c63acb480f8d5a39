using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Participation.Web.Accounts.Factors;

/// <summary>Someone whose password was right and who still owes a code: known for five minutes by a cookie of its own, signed in nowhere.</summary>
public sealed class PendingSignIn(IHttpContextAccessor http, UserManager<Account> users)
{
    private const string Scheme = "pending-sign-in";
    private const string Stamp = "stamp";
    private const string Stay = "stay";

    /// <summary>The scheme and its cookie.</summary>
    public static AuthenticationBuilder AddTo(AuthenticationBuilder authentication) => authentication.AddCookie(Scheme, cookie =>
    {
        cookie.Cookie.Name = "anmeldung-code";
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        cookie.SlidingExpiration = false;
    });

    public Task BeginAsync(Account account, bool stay) => Http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()), new Claim(Stamp, account.SecurityStamp ?? ""), new Claim(Stay, stay ? "true" : "false")], Scheme)));

    /// <summary>Who it is, and whether they want to stay signed in; null when nobody waits here or the account changed since.</summary>
    public async Task<(Account Account, bool Stay)?> FindAsync()
    {
        if ((await Http.AuthenticateAsync(Scheme)).Principal is not { } user) return null;
        var account = await users.FindByIdAsync(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "");
        return account is not null && account.SecurityStamp == user.FindFirstValue(Stamp) ? (account, user.HasClaim(Stay, "true")) : null;
    }

    public Task EndAsync() => Http.SignOutAsync(Scheme);

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Signing in needs a request.");
}
