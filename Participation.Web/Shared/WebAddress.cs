namespace Participation.Web.Shared;

/// <summary>Addresses of other websites, as people of the staff type them.</summary>
internal static class WebAddress
{
    /// <summary>Whether a text is an address that may be linked: http or https, nobody's password in it, not longer than fits.</summary>
    public static bool IsOne(string text, int limit) =>
        text.Length <= limit && Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0 && uri.AbsoluteUri.Length <= limit;

    /// <summary>The address as it is stored; null for none.</summary>
    public static string? Stored(string? text) => string.IsNullOrWhiteSpace(text) ? null : new Uri(text.Trim()).AbsoluteUri;
}
