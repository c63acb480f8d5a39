using System.Text.Json;

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
            if (!headers.ContainsKey("Content-Security-Policy")) headers.ContentSecurityPolicy = FormTargets.Policy(http, Policy);
            if (http.User.Identity?.IsAuthenticated == true && headers.CacheControl.Count == 0) headers.CacheControl = "private, no-cache";
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
    private static readonly string[] Fields = ["effective-directive", "violated-directive", "blocked-uri", "document-uri", "source-file", "line-number"];

    private int _count;

    public int Count => _count;

    public void Add(string report)
    {
        Interlocked.Increment(ref _count);
        log.LogWarning("Content-Security-Policy violated: {Report}", Summary(report));
    }

    /// <summary>What was violated and on which path. Addresses can carry tokens in their query, so only paths are kept.</summary>
    private static string Summary(string report)
    {
        try
        {
            using var json = JsonDocument.Parse(report);
            var body = json.RootElement.TryGetProperty("csp-report", out var inner) ? inner : json.RootElement;
            return string.Join(", ", Fields.Select(field => body.TryGetProperty(field, out var value) ? $"{field}: {Cut(value.ToString())}" : null).OfType<string>());
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return "unreadable";
        }
    }

    private static string Cut(string value) =>
        (Uri.TryCreate(value, UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Path) : value.Split('?', '#')[0]) is var text && text.Length > 200 ? Printable(text[..200]) : Printable(text);

    private static string Printable(string text) => string.Concat(text.Where(letter => !char.IsControl(letter)));
}
