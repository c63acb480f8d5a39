using System.Security.Claims;
using Microsoft.Net.Http.Headers;
using OpenIddict.Abstractions;
using Participation.Web.Hosting.Api;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.OpenId;

/// <summary>The scope that an endpoint of the API asks of an access token.</summary>
/// <param name="Name">The scope.</param>
/// <param name="NeedsPerson">Whether somebody has to stand behind it.</param>
public sealed record ApiScope(string Name, bool NeedsPerson);

/// <summary>What a caller with an access token is told. A token that is no good is never taken for a visitor (RFC 6750).</summary>
public static class BearerAnswers
{
    private const string Prefix = "Bearer ";

    /// <summary>Whether a request carries an access token.</summary>
    public static bool HasBearer(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether who calls was known by an access token; no foreign page can send one.</summary>
    public static bool IsBearer(this ClaimsPrincipal user) => user.Identity?.AuthenticationType == BearerHandler.SchemeName;

    /// <summary>Refuses tokens that are no good or not meant for this; goes behind authentication and limits.</summary>
    public static IApplicationBuilder UseBearerAnswers(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments(ApiSetup.Root) || !HasBearer(http.Request)) return next(http);
        http.Response.Headers.CacheControl = "no-store";
        if (!http.User.IsBearer()) return RefuseAsync(http, StatusCodes.Status401Unauthorized, Challenge(OpenIddictConstants.Errors.InvalidToken), OpenIdTexts.TokenInvalid);
        if (http.GetEndpoint() is not { } endpoint) return next(http);
        // What does not say which scope it asks for is for the site's own pages.
        if (endpoint.Metadata.GetMetadata<ApiScope>() is not { } scope) return RefuseAsync(http, StatusCodes.Status403Forbidden, Challenge(OpenIddictConstants.Errors.InsufficientScope), OpenIdTexts.NotForApplications);
        if (scope.NeedsPerson && http.User.ActorOrNull() is null) return RefuseAsync(http, StatusCodes.Status403Forbidden, null, OpenIdTexts.PersonMissing);
        if (http.User.HasScope(scope.Name)) return next(http);
        return RefuseAsync(
            http, StatusCodes.Status403Forbidden, $"{Challenge(OpenIddictConstants.Errors.InsufficientScope)}, scope=\"{scope.Name}\"", OpenIdTexts.ScopeMissing.With(scope.Name));
    });

    internal static string Challenge(string error) => $"Bearer error=\"{error}\"";

    private static Task RefuseAsync(HttpContext http, int status, string? challenge, string detail)
    {
        if (challenge is not null) http.Response.Headers[HeaderNames.WWWAuthenticate] = challenge;
        return ApiProblems.Status(status, detail).ExecuteAsync(http);
    }
}
