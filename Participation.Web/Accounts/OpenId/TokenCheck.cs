using System.Security.Claims;
using OpenIddict.Abstractions;
using Participation.Web.Accounts.Sessions;

namespace Participation.Web.Accounts.OpenId;

/// <summary>Whether what a token says is still so: the person has an account and is not blocked, and the session it came from is open.</summary>
public sealed class TokenCheck(TokenPeople people, SessionCheck sessions)
{
    /// <summary>The person as of now; null when the token counts no more, or is an application's.</summary>
    public async Task<TokenPerson?> PersonAsync(ClaimsPrincipal token, CancellationToken cancel)
    {
        if (TokenPerson.FromSubject(token.GetClaim(OpenIddictConstants.Claims.Subject)) is not { } id || token.Sid() is not { } key) return null;
        return await sessions.IsOpenAsync(key, cancel) ? await people.FindAsync(id, cancel) : null;
    }
}
