namespace Participation.Web.Accounts.Sessions;

/// <summary>What a user agent says, roughly and in words: enough to recognise one's own phone.</summary>
internal static class Device
{
    private static readonly (string Mark, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Vivaldi", "Vivaldi"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>Such as “Firefox, Windows”, in the request's language.</summary>
    public static string InWords(string userAgent)
    {
        var (browser, system) = (Find(Browsers, userAgent), Find(Systems, userAgent));
        return (browser, system) switch
        {
            (null, null) => SessionsTexts.UnknownDevice,
            (null, _) => system,
            (_, null) => browser,
            _ => string.Format(SessionsTexts.DeviceOn, browser, system),
        };
    }

    private static string? Find((string Mark, string Name)[] known, string userAgent) => Array.Find(known, one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
