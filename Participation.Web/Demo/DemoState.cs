namespace Participation.Web.Demo;

/// <summary>Whether the content is invented: every page says so then.</summary>
public sealed class DemoState
{
    /// <summary>Whether the demo city is loaded.</summary>
    public bool IsLoaded { get; internal set; }
}
