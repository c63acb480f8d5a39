namespace Participation.Web.Hosting;

/// <summary>Light, dark, or what the system says; chosen by a link, remembered in a necessary cookie.</summary>
public static class Themes
{
    public const string CookieName = "darstellung";

    /// <summary><c>light</c>, <c>dark</c> or <c>auto</c>.</summary>
    public static string Of(HttpRequest request) => request.Cookies[CookieName] switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => "auto",
    };
}
