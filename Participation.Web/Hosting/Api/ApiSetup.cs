using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Participation.Web.Accounts.OpenId;

namespace Participation.Web.Hosting.Api;

/// <summary>What all endpoints below <c>/api/v1</c> have in common.</summary>
public static class ApiSetup
{
    /// <summary>Where the API begins.</summary>
    public const string Root = "/api/v1";

    internal const string PublicReads = "api-reads";
    private const string ApplicationWrites = "api-writes";

    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.RespectNullableAnnotations = true;
        })
        .AddCors(cors => cors.AddPolicy(PublicReads, Reads)).AddCors(cors => cors.AddPolicy(ApplicationWrites, Writes))
        .AddApiDocument();

    /// <summary>Problems instead of pages, and readable from any site; goes behind routing.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app.UseApiProblems().UseCors();

    /// <summary>Endpoints that anyone may read, also from scripts of other sites.</summary>
    public static RouteGroupBuilder ApiReads(this IEndpointRouteBuilder app, string tag) => app.MapGroup(Root)
        .AllowAnonymous().RequireRateLimiting(Limits.ApiRead).RequireCors(PublicReads).WithTags(tag)
        .AddEndpointFilter<EntityTagFilter>()
        .WithMetadata(new ApiScope(Scopes.IdeasRead, NeedsPerson: false), Problem(StatusCodes.Status400BadRequest), Problem(StatusCodes.Status429TooManyRequests));

    /// <summary>Endpoints for the signed-in: the site's cookie and its antiforgery header, from this site only; or an access token.</summary>
    public static RouteGroupBuilder ApiWrites(this IEndpointRouteBuilder app, string tag, string limit = Limits.Write) => app.MapGroup(Root)
        .RequireAuthorization().RequireRateLimiting(limit).RequireCors(ApplicationWrites).WithTags(tag)
        .AddEndpointFilter<GenuineRequestFilter>()
        .WithMetadata(new ApiScope(Scopes.IdeasWrite, NeedsPerson: true), Problem(StatusCodes.Status400BadRequest), Problem(StatusCodes.Status401Unauthorized), Problem(StatusCodes.Status403Forbidden),
            Problem(StatusCodes.Status404NotFound), Problem(StatusCodes.Status409Conflict), Problem(StatusCodes.Status429TooManyRequests));

    /// <summary>Says that an endpoint can end with a problem.</summary>
    internal static IProducesResponseTypeMetadata Problem(int status) => new ProducesResponseTypeMetadata(status, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"]);

    /// <summary>Scripts of other sites write with a token; cookies never travel with these, so no other site writes as somebody who is signed in here.</summary>
    private static void Writes(CorsPolicyBuilder policy) => policy.AllowAnyOrigin().WithMethods(HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete)
        .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.Accept, HeaderNames.IfMatch, "Idempotency-Key").WithExposedHeaders(HeaderNames.Location, HeaderNames.RetryAfter)
        .SetPreflightMaxAge(TimeSpan.FromHours(1));

    private static void Reads(CorsPolicyBuilder policy) => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get).WithHeaders(HeaderNames.IfNoneMatch, HeaderNames.Accept, HeaderNames.Authorization)
        .WithExposedHeaders(HeaderNames.ETag, HeaderNames.Link, HeaderNames.RetryAfter).SetPreflightMaxAge(TimeSpan.FromHours(1));
}
