using System.Globalization;

namespace Participation.Web.Hosting;

/// <summary>The languages of the interface: German first, English complete.</summary>
public static class Languages
{
    /// <summary>The first one is the default.</summary>
    public static IReadOnlyList<string> All { get; } = ["de", "en"];

    /// <summary>The language if it is known, else the default.</summary>
    public static string Known(string? language) => language is not null && All.Contains(language) ? language : All[0];

    /// <summary>Typed texts follow the current culture; what is written for somebody else is in their language, not in that of the request.</summary>
    public static T In<T>(string? language, Func<T> texts)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Known(language));
        try
        {
            return texts();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
