namespace Participation.Web.Hosting;

/// <summary>
/// Other sites to which a form of this answer may lead, since browsers hold a form's redirects to <c>form-action</c> too. Only
/// addresses that an administrator registered come here.
/// </summary>
public static class FormTargets
{
    private const string Item = "form-targets";

    /// <summary>Lets forms of this answer lead to these addresses' sites.</summary>
    public static void Allow(HttpContext http, IEnumerable<string> addresses)
    {
        var known = http.Items[Item] as string;
        http.Items[Item] = string.Join(' ', addresses.Select(Source).OfType<string>().Prepend(known).Where(source => !string.IsNullOrEmpty(source)).Distinct(StringComparer.Ordinal));
    }

    /// <summary>The site's policy with what was allowed.</summary>
    internal static string Policy(HttpContext http, string policy) =>
        http.Items[Item] is string { Length: > 0 } sources ? policy.Replace("form-action 'self'", "form-action 'self' " + sources, StringComparison.Ordinal) : policy;

    /// <summary>What a person reads about where an address leads: its host, or for an app its scheme.</summary>
    public static string Host(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri is { Host.Length: > 0 } ? uri.IdnHost : uri.Scheme : "";

    /// <summary>Only what cannot hold a blank or a semicolon: scheme, ASCII host, port. A program on the own machine chooses its port.</summary>
    private static string? Source(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme is not ("https" or "http")) return uri.Scheme + ":";
        var port = uri.IsLoopback && uri.Scheme == "http" ? ":*" : uri.IsDefaultPort ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $":{uri.Port}");
        return $"{uri.Scheme}://{(uri.HostNameType is UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost)}{port}";
    }
}
