using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Council.Oparl;

/// <summary>
/// What all requests below <c>/oparl</c> pass: one way to write each address, the others lead there for good; errors are objects; everybody may read. It stands before the
/// cache, which takes addresses in small and capital letters for the same.
/// </summary>
internal static partial class OparlGate
{
    public static IApplicationBuilder UseOparl(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!OparlErrors.Covers(http))
        {
            await next(http);
            return;
        }

        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        http.Response.Headers.AccessControlAllowOrigin = "*";
        if (HttpMethods.IsGet(http.Request.Method) && Elsewhere(http) is { } canonical)
        {
            http.Response.Redirect(canonical, permanent: true);
            return;
        }

        await next(http);
        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null }) await OparlErrors.WriteAsync(http, http.Response.StatusCode);
    });

    /// <summary>The one address of what is asked for, unless it is this one.</summary>
    private static string? Elsewhere(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (!Plain().IsMatch(path)) return null;
        var canonical = "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Part));
        if (canonical is "/oparl" or Links.OparlRoot) canonical = Links.Oparl;
        var site = http.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.PublicUrl;
        if (site is not null && !IsThere(http.Request, site)) return site.AbsoluteUri.TrimEnd('/') + canonical + http.Request.QueryString;
        return canonical == path ? null : http.Request.PathBase.Add(canonical) + http.Request.QueryString;
    }

    /// <summary>A proxy that asks under another name than people do says so.</summary>
    private static bool IsThere(HttpRequest request, Uri site) =>
        string.Equals(request.Host.Host, site.Host, StringComparison.OrdinalIgnoreCase) || string.Equals(request.Headers["X-Forwarded-Host"], site.Authority, StringComparison.OrdinalIgnoreCase);

    private static string Part(string part) => part.All(char.IsAsciiDigit) && part.TrimStart('0') is var number ? (number.Length == 0 ? "0" : number) : part.ToLowerInvariant();

    [GeneratedRegex("^[A-Za-z0-9./]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
