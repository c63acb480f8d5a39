using System.Globalization;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Participation.Web.Hosting;
using Participation.Web.Hosting.OpenData;
using Participation.Web.Notifications;

namespace Participation.Web.Shared.Feeds;

/// <summary>
/// Writes feeds as Atom (RFC 4287). Ids are <c>tag:</c> addresses (RFC 4151) of authority, day and name: they stay when titles, slugs or the address of the site change, so
/// that no reader shows an entry twice.
/// </summary>
public sealed class AtomWriter(SiteAddress site, IOptions<OpenDataOptions> options, IOptions<CityOptions> city)
{
    /// <summary>Media type of a feed.</summary>
    public const string ContentType = "application/atom+xml";

    /// <summary>Years alone may stand in the id of a feed; this one is the first of the format.</summary>
    private const string FeedYear = "2026";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    private string Publisher => $"{city.Value.Brand} {city.Value.BrandPlace}".Trim();

    /// <summary>The answer to a request: with tag and date, and 304 for whoever has it already.</summary>
    public IResult Answer(HttpContext http, Feed feed)
    {
        var content = Write(feed);
        http.Response.Headers.CacheControl = "no-cache";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"");
        return TypedResults.Bytes(content, $"{ContentType}; charset=utf-8", entityTag: tag, lastModified: feed.Updated == DateTimeOffset.UnixEpoch ? null : feed.Updated);
    }

    /// <summary>The feed as it is sent.</summary>
    public byte[] Write(Feed feed)
    {
        var written = new SyndicationFeed(feed.Entries.Select(Entry))
        {
            Id = Tag(FeedYear, feed.Name), Title = Text($"{feed.Title} · {Publisher}"), Description = Text(feed.Subtitle), LastUpdatedTime = feed.Updated,
            Language = Languages.All[0], BaseUri = new Uri(site.Of("/")), Generator = null,
        };
        written.Authors.Add(new SyndicationPerson { Name = Readable(Publisher) });
        written.Links.Add(Link("self", feed.Address, ContentType));
        written.Links.Add(Link("alternate", feed.Page, "text/html"));
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings)) new Atom10FeedFormatter(written).WriteTo(xml);
        return stream.ToArray();
    }

    private SyndicationItem Entry(FeedEntry entry)
    {
        var item = new SyndicationItem
        {
            Id = Tag(entry.Published.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), entry.Name), Title = Text(entry.Title),
            PublishDate = entry.Published.ToUniversalTime(), LastUpdatedTime = entry.Updated.ToUniversalTime(),
            Summary = string.IsNullOrEmpty(entry.Summary) ? null : Text(entry.Summary),
            Content = entry.Html is null ? null : SyndicationContent.CreateHtmlContent(Readable(entry.Html)),
        };
        item.Authors.Add(new SyndicationPerson { Name = Readable(entry.Author) });
        item.Links.Add(Link("alternate", entry.Address, "text/html"));
        foreach (var category in entry.Categories) item.Categories.Add(new SyndicationCategory(Readable(category)));
        return item;
    }

    private SyndicationLink Link(string relation, string address, string type) => new(new Uri(site.Of(address))) { RelationshipType = relation, MediaType = type };

    private string Tag(string date, string name) => $"tag:{options.Value.AuthorityOr(site)},{date}:{name}";

    private static TextSyndicationContent Text(string text) => new(Readable(text), TextSyndicationContentKind.Plaintext);

    /// <summary>What people type may hold characters that XML has no way to write.</summary>
    private static string Readable(string text)
    {
        if (IsReadable(text)) return text;
        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) readable.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar.ToString() : rune.ToString());
        return readable.ToString();
    }

    private static bool IsReadable(string text)
    {
        try
        {
            XmlConvert.VerifyXmlChars(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
