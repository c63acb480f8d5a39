namespace Participation.Web.Hosting;

/// <summary>A one-time message after a redirect, kept in a short-lived cookie as text.</summary>
public static class FlashMessage
{
    public const string CookieName = "hinweis";

    private const int MaxLength = 400;

    /// <summary>Leaves a message for the next page.</summary>
    public static void Leave(HttpResponse response, string text)
    {
        var encoded = Uri.EscapeDataString(text.Length > MaxLength ? text[..MaxLength] : text);
        response.Cookies.Append(CookieName, encoded, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(2), IsEssential = true, Secure = response.HttpContext.Request.IsHttps,
        });
    }

    /// <summary>Takes the message, if there is one.</summary>
    public static string? Take(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 } encoded) return null;
        http.Response.Cookies.Delete(CookieName);
        return Uri.UnescapeDataString(encoded);
    }
}
