namespace Participation.Web.Hosting;

/// <summary>Headers of every answer. Nothing is loaded from elsewhere, nothing runs inline.</summary>
internal static class SecurityHeaders
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; report-uri /csp";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            if (!headers.ContainsKey("Content-Security-Policy")) headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self), interest-cohort=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        await next(http);
    });

    /// <summary>Takes violation reports; they are counted in the log without addresses.</summary>
    public static void MapCspReports(this IEndpointRouteBuilder app) =>
        app.MapPost("/csp", async (HttpContext http, CspReports reports) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var buffer = new char[2000];
            var length = await reader.ReadBlockAsync(buffer, http.RequestAborted);
            reports.Add(new string(buffer, 0, length));
            return Results.NoContent();
        }).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(Limits.ApiRead).ExcludeFromDescription();
}

/// <summary>Counts violations of the policy since the start; any number but 0 is a bug or an attack.</summary>
public sealed class CspReports(ILogger<CspReports> log)
{
    private int _count;

    public int Count => _count;

    public void Add(string report)
    {
        Interlocked.Increment(ref _count);
        log.LogWarning("Content-Security-Policy violated: {Report}", report.ReplaceLineEndings(" "));
    }
}
