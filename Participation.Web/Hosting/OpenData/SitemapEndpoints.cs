using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Participation.Web.Notifications;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Hosting.OpenData;

/// <summary>What search engines read: <c>/robots.txt</c>, and <c>/sitemap.xml</c> with all public pages, or with the files that hold them when they are too many for one.</summary>
internal static class SitemapEndpoints
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Async = false };

    private static readonly string[] Closed = ["/konto/", "/moderation", "/verwaltung", "/mitteilungen", "/sprache/", "/darstellung/", "/melden", "/meldungen/", "/entscheidungen/", "/suche", "/connect/"];

    public static void MapSitemaps(this IEndpointRouteBuilder app)
    {
        var cached = new OutputCacheAttribute
        {
            PolicyName = nameof(AnonymousPageCache),
            Tags = [CacheTags.Ideas, CacheTags.Processes, CacheTags.Proposals, CacheTags.Organisations, CacheTags.News, CacheTags.Pages, CacheTags.Council, CacheTags.Results, CacheTags.Strategy, CacheTags.Services, CacheTags.Texts],
        };
        app.MapGet("/robots.txt", (SiteAddress site) => Results.Text($"User-agent: *\n{string.Concat(Closed.Select(path => $"Disallow: {path}\n"))}\nSitemap: {site.Of(Links.Sitemap)}\n")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(Links.Sitemap, WholeAsync).AllowAnonymous().RequireRateLimiting(Limits.ApiRead).ExcludeFromDescription().WithMetadata(cached);
        app.MapGet("/sitemap/{name}-{part:int}.xml", PartAsync).AllowAnonymous().RequireRateLimiting(Limits.ApiRead).ExcludeFromDescription().WithMetadata(cached);
    }

    private static async Task<IResult> WholeAsync(IEnumerable<ISitemapSource> sources, SiteAddress site, IOptions<OpenDataOptions> options, CancellationToken cancel)
    {
        // Only a city with too many pages for one file pays for counting them.
        var (most, pages) = (options.Value.SitemapPages, new List<SitemapPage>());
        foreach (var source in sources)
        {
            pages.AddRange(await source.ReadAsync(0, most + 1 - pages.Count, cancel));
            if (pages.Count > most) return await IndexAsync(sources, site, most, cancel);
        }

        return Xml(xml => Pages(xml, pages, site));
    }

    private static async Task<IResult> IndexAsync(IEnumerable<ISitemapSource> sources, SiteAddress site, int most, CancellationToken cancel)
    {
        var parts = new List<string>();
        foreach (var source in sources)
            parts.AddRange(Enumerable.Range(1, (await source.CountAsync(cancel) + most - 1) / most).Select(part => Links.SitemapPart(source.Name, part)));
        return Xml(xml => Index(xml, parts.Select(site.Of)));
    }

    private static async Task<IResult> PartAsync(string name, int part, IEnumerable<ISitemapSource> sources, SiteAddress site, IOptions<OpenDataOptions> options, CancellationToken cancel)
    {
        var most = options.Value.SitemapPages;
        var source = sources.FirstOrDefault(candidate => candidate.Name == name) ?? throw new NotFoundException();
        if (part < 1 || (part - 1) * (long)most >= await source.CountAsync(cancel)) throw new NotFoundException();
        var pages = await source.ReadAsync((part - 1) * most, most, cancel);
        return Xml(xml => Pages(xml, pages, site));
    }

    private static void Index(XmlWriter xml, IEnumerable<string> files)
    {
        xml.WriteStartElement("sitemapindex", Namespace);
        foreach (var file in files)
        {
            xml.WriteStartElement("sitemap", Namespace);
            xml.WriteElementString("loc", Namespace, file);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Pages(XmlWriter xml, IEnumerable<SitemapPage> pages, SiteAddress site)
    {
        xml.WriteStartElement("urlset", Namespace);
        foreach (var page in pages)
        {
            xml.WriteStartElement("url", Namespace);
            xml.WriteElementString("loc", Namespace, site.Of(page.Address));
            if (page.ChangedAt is { } changed) xml.WriteElementString("lastmod", Namespace, changed.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static IResult Xml(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings)) write(xml);
        return Results.Bytes(stream.ToArray(), "application/xml; charset=utf-8");
    }
}

/// <summary>Pages that are always there.</summary>
internal sealed class FixedPages : ISitemapSource
{
    private static readonly string[] All = [Links.Home, Links.Ideas, Links.Proposals, Links.Processes, Links.News, Links.Knowledge, Links.Organisations, Links.Results, Links.Bodies, Links.Meetings, Links.Papers, Links.Measures, Links.Services, Links.Texts, Links.Transparency, Links.TransparencyHow];

    public string Name => "bereiche";

    public Task<int> CountAsync(CancellationToken cancel) => Task.FromResult(All.Length);

    public Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) => Task.FromResult<IReadOnlyList<SitemapPage>>([.. All.Skip(skip).Take(take).Select(address => new SitemapPage(address))]);
}
