using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Participation.Web.Accounts.OpenId;

/// <summary>What applications call themselves. OpenIddict has checked client, code, token and scopes before; here the person is checked.</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this IEndpointRouteBuilder app)
    {
        app.MapPost("/connect/token", TokenAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapMethods("/connect/userinfo", [HttpMethods.Get, HttpMethods.Post], UserInfoAsync).AllowAnonymous().RequireCors(OpenIdSetup.ApplicationsCors).ExcludeFromDescription();
    }

    private static async Task<IResult> TokenAsync(HttpContext http, TokenCheck check, CancellationToken cancel)
    {
        var request = AuthorizeRequest.Of(http);
        if (request.IsClientCredentialsGrantType()) return Results.SignIn(TokenPrincipal.OfApplication(request.ClientId!, request.GetScopes()), authenticationScheme: TokenPrincipal.Scheme);
        // What the code or the refresh token said; names, address and level are read anew, how the person signed in is not.
        var known = (await http.AuthenticateAsync(TokenPrincipal.Scheme)).Principal;
        if (known is null || TokenSession.OfToken(known) is not { } session || await check.PersonAsync(known, cancel) is not { } person) return Refused(Errors.InvalidGrant);
        var renewed = TokenPrincipal.Of(person, session, known.GetScopes());
        renewed.SetAuthorizationId(known.GetAuthorizationId());
        return Results.SignIn(renewed, authenticationScheme: TokenPrincipal.Scheme);
    }

    private static async Task<IResult> UserInfoAsync(HttpContext http, TokenCheck check, CancellationToken cancel)
    {
        var token = (await http.AuthenticateAsync(TokenPrincipal.Scheme)).Principal;
        if (token is null || await check.PersonAsync(token, cancel) is not { } person)
            return Results.Challenge(Properties(Errors.InvalidToken), [TokenPrincipal.Scheme]);
        if (!token.HasScope(OpenIddictConstants.Scopes.OpenId)) return Results.Forbid(Properties(Errors.InsufficientScope), [TokenPrincipal.Scheme]);
        var facts = new Dictionary<string, object>(TokenPrincipal.Facts(person, token.GetScopes()), StringComparer.Ordinal) { [Claims.Subject] = person.Subject };
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(facts);
    }

    private static IResult Refused(string error) => Results.Forbid(Properties(error), [TokenPrincipal.Scheme]);

    private static AuthenticationProperties Properties(string error) =>
        new(new Dictionary<string, string?>(StringComparer.Ordinal) { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error });
}
