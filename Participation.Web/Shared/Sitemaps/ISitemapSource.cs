namespace Participation.Web.Shared.Sitemaps;

/// <summary>The seam through which a capability names its public pages to search engines.</summary>
public interface ISitemapSource
{
    /// <summary>Name of its files: lower-case letters.</summary>
    string Name { get; }

    /// <summary>How many public pages there are.</summary>
    Task<int> CountAsync(CancellationToken cancel);

    /// <summary>Some of them, in an order that stays.</summary>
    Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel);
}

/// <summary>A public page.</summary>
/// <param name="Address">Its address within the site.</param>
/// <param name="ChangedAt">When it last changed, if that is known.</param>
public sealed record SitemapPage(string Address, DateTimeOffset? ChangedAt = null);
