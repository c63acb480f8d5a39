using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Participation.Domain;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Shared;

namespace Participation.Web.Hosting.Api;

/// <summary>Everything that goes wrong below <c>/api/v1</c> as <c>application/problem+json</c> (RFC 9457).</summary>
internal static class ApiProblems
{
    private const string RetryAfter = "retryAfter";

    /// <summary>A rule's "no"; its name tells scripts which one, and a number of seconds when it ends by itself.</summary>
    public static ProblemHttpResult Refused(Refusal refusal)
    {
        var status = Refusals.Status(refusal);
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["refusal"] = refusal.GetType().Name };
        if (refusal is IMustWait later) extensions[RetryAfter] = (int)later.Wait.TotalSeconds;
        return TypedResults.Problem(Refusals.Text(refusal), statusCode: status, title: Title(status), type: TypeOf(status), extensions: extensions);
    }

    /// <summary>How long a refusal lasts, if it ends by itself.</summary>
    public static TimeSpan? Wait(object? result) =>
        result is ProblemHttpResult problem && problem.ProblemDetails.Extensions.TryGetValue(RetryAfter, out var seconds) && seconds is int wait ? TimeSpan.FromSeconds(wait) : null;

    /// <summary>Fields that must be put right first.</summary>
    public static ValidationProblem Invalid(Dictionary<string, string[]> errors) =>
        TypedResults.ValidationProblem(errors, title: ApiTexts.Invalid, type: TypeOf(StatusCodes.Status400BadRequest));

    /// <summary>One field or header that must be put right first.</summary>
    public static ValidationProblem Invalid(string name, string error) => Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = [error] });

    /// <summary>Another status with its usual words.</summary>
    public static ProblemHttpResult Status(int status, string? detail = null) => TypedResults.Problem(detail, statusCode: status, title: Title(status), type: TypeOf(status));

    /// <summary>Statuses without a body get one; pages of the site stay pages.</summary>
    public static IApplicationBuilder UseApiProblems(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!ErrorPages.WantsJson(http))
        {
            await next(http);
            return;
        }

        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        await next(http);
        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            await Status(http.Response.StatusCode).ExecuteAsync(http);
    });

    private static string Title(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ApiTexts.BadRequest,
        StatusCodes.Status401Unauthorized => ApiTexts.Unauthorized,
        StatusCodes.Status403Forbidden => ApiTexts.Forbidden,
        StatusCodes.Status404NotFound => ApiTexts.NotFound,
        StatusCodes.Status409Conflict => ApiTexts.Conflict,
        StatusCodes.Status410Gone => ApiTexts.Gone,
        StatusCodes.Status428PreconditionRequired => ApiTexts.PreconditionRequired,
        StatusCodes.Status429TooManyRequests => ApiTexts.TooManyRequests,
        _ => ApiTexts.Other,
    };

    private static string TypeOf(int status) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Links.Api}#status-{status}");
}
