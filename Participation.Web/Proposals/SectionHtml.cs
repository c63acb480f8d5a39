using Microsoft.Extensions.Caching.Memory;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Markdown;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Proposals;

/// <summary>Sections as they are read, rendered once per version of their text.</summary>
public sealed class SectionHtml(TextFormatter formatter, RenderedSections rendered)
{
    public async Task<string> OfAsync(TextNow text, CancellationToken cancel)
    {
        if (text.Text.Length == 0) return "";
        var key = (text.Id, text.Version);
        if (rendered.Cache.TryGetValue(key, out string? known)) return known!;
        var html = (await formatter.AgainAsync(text.Text, cancel)).Html;
        return rendered.Cache.Set(key, html, new MemoryCacheEntryOptions { Size = html.Length, SlidingExpiration = RenderedSections.Kept });
    }
}

/// <summary>What was rendered lately, on this node; bounded by characters.</summary>
public sealed class RenderedSections : IDisposable
{
    private const int Most = 20_000_000;

    /// <summary>How long something is kept that nobody reads.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public MemoryCache Cache { get; } = new(new MemoryCacheOptions { SizeLimit = Most });

    public void Dispose() => Cache.Dispose();
}
