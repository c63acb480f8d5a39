using Microsoft.EntityFrameworkCore;

namespace Participation.Web.Shared.Sitemaps;

/// <summary>Pages of things that have a number and a title, in the order of their numbers.</summary>
public abstract class NumberedSitemap : ISitemapSource
{
    public abstract string Name { get; }

    /// <summary>The public ones.</summary>
    protected abstract IQueryable<NumberedPage> Pages { get; }

    /// <summary>The address of one.</summary>
    protected abstract string AddressOf(int number, string title);

    public Task<int> CountAsync(CancellationToken cancel) => Pages.CountAsync(cancel);

    public async Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) =>
        [.. (await Pages.OrderBy(page => page.Number).Skip(skip).Take(take).ToListAsync(cancel)).Select(page => new SitemapPage(AddressOf(page.Number, page.Title), page.ChangedAt))];
}

/// <summary>What the sitemap needs of such a thing.</summary>
public sealed class NumberedPage
{
    public required int Number { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }
}
