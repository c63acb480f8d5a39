using System.Globalization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Participation.Web.Hosting.Api;
using Participation.Web.Hosting.OpenData;

namespace Participation.Web.Hosting;

/// <summary>Endpoints that belong to no capability.</summary>
internal static class HostingEndpoints
{
    public static void MapHosting(this IEndpointRouteBuilder app)
    {
        app.MapCspReports();
        app.MapPreferences();
        app.MapApi();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapGet("/stadt.css", CityStyle).AllowAnonymous().CacheOutput().ExcludeFromDescription();
        app.MapSitemaps();
        app.MapCatalogue();
    }

    /// <summary>The city's accent as a style sheet, because the policy allows no inline style.</summary>
    private static IResult CityStyle(IOptions<CityOptions> city, HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        var (light, dark) = (city.Value.AccentLight, city.Value.AccentDark);
        var css = light.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"@layer tokens {{ :root, [data-kern-theme] {{ --look-petrol: light-dark({light}, {dark}); --look-for: light-dark({light}, {dark}); }} }}\n")
            : "/* default accent */\n";
        return Results.Text(css, "text/css; charset=utf-8");
    }
}
