using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.Sessions;

namespace Participation.Web.Accounts.Factors;

/// <summary>Someone whose password was right, or whom an authority named, and who still owes a code: known for five minutes by a cookie of its own, signed in nowhere.</summary>
public sealed class PendingSignIn(IHttpContextAccessor http, UserManager<Account> users)
{
    private const string Scheme = "pending-sign-in";
    private const string Stamp = "stamp";
    private const string Stay = "stay";
    private const string Method = "method";
    private const string Level = "level";

    /// <summary>The scheme and its cookie.</summary>
    public static AuthenticationBuilder AddTo(AuthenticationBuilder authentication) => authentication.AddCookie(Scheme, cookie =>
    {
        cookie.Cookie.Name = "anmeldung-code";
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        cookie.SlidingExpiration = false;
    });

    /// <param name="account">Who.</param>
    /// <param name="stay">Whether they want to stay signed in.</param>
    /// <param name="method">The way they came so far.</param>
    /// <param name="level">How sure an authority was, if it was one.</param>
    public Task BeginAsync(Account account, bool stay, string method = SessionClaims.Password, AssuranceLevel level = AssuranceLevel.None) => Http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()), new Claim(Stamp, account.SecurityStamp ?? ""), new Claim(Stay, stay ? "true" : "false"),
            new Claim(Method, method), new Claim(Level, level.ToString()),
        ], Scheme)));

    /// <summary>Who it is; null when nobody waits here or the account changed since.</summary>
    public async Task<WaitingPerson?> FindAsync()
    {
        if ((await Http.AuthenticateAsync(Scheme)).Principal is not { } user) return null;
        var account = await users.FindByIdAsync(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "");
        return account is not null && account.SecurityStamp == user.FindFirstValue(Stamp)
            ? new WaitingPerson(account, user.HasClaim(Stay, "true"), user.FindFirstValue(Method) ?? SessionClaims.Password, Enum.Parse<AssuranceLevel>(user.FindFirstValue(Level) ?? nameof(AssuranceLevel.None)))
            : null;
    }

    public Task EndAsync() => Http.SignOutAsync(Scheme);

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Signing in needs a request.");
}

/// <summary>Someone who still owes a code.</summary>
/// <param name="Account">Who.</param>
/// <param name="Stay">Whether they want to stay signed in.</param>
/// <param name="Method">The way they came so far, as in <see cref="SessionClaims.Methods"/>.</param>
/// <param name="Level">How sure an authority was, if it was one.</param>
public sealed record WaitingPerson(Account Account, bool Stay, string Method, AssuranceLevel Level);
