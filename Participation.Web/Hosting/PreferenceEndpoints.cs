namespace Participation.Web.Hosting;

/// <summary>Language and theme are links, so they work without script and without a form.</summary>
internal static class PreferenceEndpoints
{
    public static void MapPreferences(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sprache/{language}", (string language, string? weiter, HttpContext http) =>
            Remember(http, HostingSetup.LanguageCookie, Languages.Known(language), weiter)).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/darstellung/{theme}", (string theme, string? weiter, HttpContext http) =>
            Remember(http, Themes.CookieName, theme is "light" or "dark" ? theme : "auto", weiter)).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Remember(HttpContext http, string cookie, string value, string? next)
    {
        http.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true, Secure = http.Request.IsHttps,
        });
        return Results.LocalRedirect(LocalAddress.OrHome(next));
    }
}

/// <summary>Addresses that came with a request and may only lead within the site.</summary>
public static class LocalAddress
{
    /// <summary>The address if it is a path of this site, else the start page.</summary>
    public static string OrHome(string? address) =>
        address is ['/', ..] && !(address.Length > 1 && address[1] is ('/' or '\\')) && address.Length < 500 && address.All(letter => char.IsAscii(letter) && !char.IsControl(letter)) ? address : "/";
}
