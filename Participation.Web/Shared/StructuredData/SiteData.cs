using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Participation.Web.Hosting;
using Participation.Web.Hosting.OpenData;
using Participation.Web.Notifications;

namespace Participation.Web.Shared.StructuredData;

/// <summary>Pages in the words of schema.org, for search engines and other machines. Addresses are whole, names are those that people see, and nobody's stance is in it.</summary>
public sealed class SiteData(SiteAddress site, IOptions<CityOptions> city, IOptions<OpenDataOptions> options)
{
    private const string Context = "https://schema.org";

    /// <summary>Name of the site.</summary>
    public string SiteName => $"{city.Value.Brand} {city.Value.BrandPlace}".Trim();

    /// <summary>The whole address of a page.</summary>
    public string Of(string path) => site.Of(path);

    /// <summary>A thing of a kind; fields without a value are left out.</summary>
    public static JsonObject Thing(string type, params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var thing = new JsonObject { ["@type"] = type };
        foreach (var (name, value) in fields)
            if (value is not null) thing[name] = value;
        return thing;
    }

    /// <summary>The same as the description of a page.</summary>
    public static JsonObject Page(string type, params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var page = Thing(type, fields);
        page.Insert(0, "@context", Context);
        return page;
    }

    /// <summary>The city as whoever publishes.</summary>
    public JsonObject Publisher() => Thing("GovernmentOrganization",
        ("@id", site.Of("/#stadt")), ("name", options.Value.PublisherOr(city.Value)), ("url", options.Value.PublisherUrl?.AbsoluteUri ?? site.Of("/")));

    /// <summary>The site, its publisher, and how to search it; for the start page.</summary>
    public JsonObject WebSite() => Page("WebSite",
        ("@id", site.Of("/#seite")), ("name", SiteName), ("url", site.Of("/")), ("inLanguage", Languages.All[0]), ("publisher", Publisher()),
        ("potentialAction", Thing("SearchAction",
            ("target", Thing("EntryPoint", ("urlTemplate", $"{site.Of(Links.Search)}?q={{search_term_string}}"))), ("query-input", "required name=search_term_string"))));

    /// <summary>Where a page stands.</summary>
    /// <param name="trail">The way to it; the last one is the page itself and may have no address.</param>
    /// <param name="here">Path of the page.</param>
    public JsonObject Breadcrumbs(IEnumerable<(string? Address, string Text)> trail, string here)
    {
        var items = new JsonArray();
        foreach (var (address, text) in trail.Prepend((Links.Home, SharedTexts.Home)))
            items.Add((JsonNode)Thing("ListItem", ("position", items.Count + 1), ("name", text), ("item", site.Of(address ?? here))));
        return Page("BreadcrumbList", ("itemListElement", items));
    }

    /// <summary>A count of what people did.</summary>
    public static JsonObject Counter(string action, int count) =>
        Thing("InteractionCounter", ("interactionType", $"{Context}/{action}"), ("userInteractionCount", count));
}
