namespace Participation.Web.Hosting;

/// <summary>The languages of the interface: German first, English complete.</summary>
public static class Languages
{
    /// <summary>The first one is the default.</summary>
    public static IReadOnlyList<string> All { get; } = ["de", "en"];

    /// <summary>The language if it is known, else the default.</summary>
    public static string Known(string? language) => language is not null && All.Contains(language) ? language : All[0];
}
