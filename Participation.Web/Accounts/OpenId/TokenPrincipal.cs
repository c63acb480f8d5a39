using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Participation.Web.Accounts.Sessions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Participation.Web.Accounts.OpenId;

/// <summary>Writes the claims of tokens, and says in which token each may stand. What is not asked for is not there.</summary>
internal static class TokenPrincipal
{
    /// <summary>How sure the site is of who someone is.</summary>
    public const string VerificationLevel = "verification_level";

    /// <summary>Tokens of a person.</summary>
    public static ClaimsPrincipal Of(TokenPerson person, TokenSession session, ImmutableArray<string> scopes)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, person.Subject);
        foreach (var (name, value) in Facts(person, scopes)) identity.AddClaim(name, value);
        identity.SetClaim(SessionClaims.Session, session.Key);
        identity.SetClaim(SessionClaims.Time, session.ProvedAt);
        identity.SetClaims(SessionClaims.Methods, [.. session.Methods]);
        identity.SetClaim(Claims.AuthenticationContextReference, session.Context);
        return Finish(identity, scopes);
    }

    /// <summary>Tokens of a specialist application that acts for itself.</summary>
    public static ClaimsPrincipal OfApplication(string clientId, ImmutableArray<string> scopes)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, clientId);
        return Finish(identity, scopes);
    }

    /// <summary>What the person's scopes tell, as in the identity token so at <c>/connect/userinfo</c>.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Facts(TokenPerson person, IEnumerable<string> scopes)
    {
        var asked = scopes.ToHashSet(StringComparer.Ordinal);
        if (asked.Contains(OpenIddictConstants.Scopes.Profile))
        {
            yield return new(Claims.Name, person.Name);
            yield return new(Claims.Locale, person.Language);
            yield return new(VerificationLevel, LevelOf(person));
        }

        if (asked.Contains(OpenIddictConstants.Scopes.Email) && person.Email is not null)
        {
            yield return new(Claims.Email, person.Email);
            yield return new(Claims.EmailVerified, person.EmailConfirmed);
        }
    }

    private static string LevelOf(TokenPerson person) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(person.Verification.ToString());

    private static void AddClaim(this ClaimsIdentity identity, string name, object value)
    {
        if (value is bool flag) identity.SetClaim(name, flag);
        else identity.SetClaim(name, (string)value);
    }

    private static ClaimsPrincipal Finish(ClaimsIdentity identity, ImmutableArray<string> scopes)
    {
        identity.SetScopes(scopes).SetResources(Scopes.Api).SetDestinations(Destinations);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The access token says which session it belongs to and how it began; names and addresses are for the client alone.</summary>
    private static IEnumerable<string> Destinations(Claim claim) => claim.Type switch
    {
        SessionClaims.Session or SessionClaims.Time or SessionClaims.Methods or Claims.AuthenticationContextReference
            => [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken],
        Claims.Name or Claims.Locale or VerificationLevel or Claims.Email or Claims.EmailVerified => [OpenIddictConstants.Destinations.IdentityToken],
        Claims.Subject => [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken],
        _ => [],
    };

    /// <summary>The scheme that turns a principal into tokens.</summary>
    public const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
}
