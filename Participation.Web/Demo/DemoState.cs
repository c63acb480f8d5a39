namespace Participation.Web.Demo;

/// <summary>Whether the content is invented: every page says so then.</summary>
public sealed class DemoState
{
    /// <summary>The page that explains it; while it is in the database, so is the demo city.</summary>
    public const string PageSlug = "demo";

    /// <summary>Whether the demo city is loaded.</summary>
    public bool IsLoaded { get; internal set; }
}
