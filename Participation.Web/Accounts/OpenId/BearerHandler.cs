using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.Factors;
using Participation.Web.Accounts.Sessions;

namespace Participation.Web.Accounts.OpenId;

/// <summary>
/// Who calls the API with an access token. OpenIddict checks the token and that nothing it hangs on was revoked; here it becomes the
/// person as of now: a role that was taken away is gone at once, and a role that the token was not given for does not count.
/// </summary>
internal sealed class BearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, TokenCheck check, StaffFactor staff)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var result = await Context.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        if (result.Principal is not { } token) return result.Failure is { } failure ? AuthenticateResult.Fail(failure) : AuthenticateResult.NoResult();
        var identity = new ClaimsIdentity(SchemeName, ActorClaims.Name, ActorClaims.Role);
        identity.AddClaims(token.Claims.Where(claim => claim.Type is OpenIddictConstants.Claims.Private.Scope or OpenIddictConstants.Claims.Subject or OpenIddictConstants.Claims.ClientId
            or SessionClaims.Methods or SessionClaims.Time));
        var principal = new ClaimsPrincipal(identity);
        if (TokenPerson.FromSubject(token.GetClaim(OpenIddictConstants.Claims.Subject)) is null) return Success(principal);
        if (await check.PersonAsync(token, Context.RequestAborted) is not { } person) return AuthenticateResult.Fail("The session of the token has ended.");
        identity.AddClaim(new Claim(ActorClaims.Person, person.Id.Value.ToString()));
        identity.AddClaim(new Claim(ActorClaims.Role, RoleFor(person, token).ToString()));
        identity.AddClaim(new Claim(ActorClaims.Name, person.Name));
        staff.Mark(principal);
        return Success(principal);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = BearerAnswers.Challenge(OpenIddictConstants.Errors.InvalidToken);
        return Task.CompletedTask;
    }

    private static Role RoleFor(TokenPerson person, ClaimsPrincipal token) =>
        person.Role is Role.Moderator or Role.Administrator && !token.HasScope(Scopes.Moderation) ? Role.Citizen : person.Role;

    private AuthenticateResult Success(ClaimsPrincipal principal) => AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name));
}
