namespace Participation.Web.Hosting;

/// <summary>A one-time message after a redirect, kept in a short-lived cookie as text.</summary>
public static class FlashMessage
{
    public const string CookieName = "hinweis";

    /// <summary>Stands before a message that says what did not happen; escaped text has no such sign.</summary>
    private const string Warning = "!";

    private const int MaxLength = 400;

    /// <summary>Leaves a message for the next page.</summary>
    public static void Leave(HttpResponse response, string text, bool isWarning = false)
    {
        var encoded = (isWarning ? Warning : "") + Uri.EscapeDataString(text.Length > MaxLength ? text[..MaxLength] : text);
        response.Cookies.Append(CookieName, encoded, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(2), IsEssential = true, Secure = response.HttpContext.Request.IsHttps,
        });
    }

    /// <summary>Takes the message, if there is one.</summary>
    public static Flash? Take(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 } encoded) return null;
        http.Response.Cookies.Delete(CookieName);
        return new Flash(Uri.UnescapeDataString(encoded.TrimStart(Warning[0])), encoded.StartsWith(Warning, StringComparison.Ordinal));
    }
}

/// <summary>What was left for this page to say.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsWarning">Whether it says what did not happen.</param>
public sealed record Flash(string Text, bool IsWarning);
