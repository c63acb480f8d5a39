using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Participation.Tests.Support;

/// <summary>Judges what a site answered as a browser would read it: what a person typed is text, and nothing in it runs or loads.</summary>
internal static partial class Harmless
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul", "span", "div", "img",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal) { "href", "title", "rel", "start", "class", "id", "scope", "role", "aria-label", "tabindex" };

    private static readonly HashSet<string> Classes = new(StringComparer.Ordinal) { "task", "task--done", "task-list-item", "table-scroll", "num", "centred", "footnotes", "footnote-ref", "footnote-back", "mention", "reference" };

    private static readonly HashSet<string> ImageAttributes = new(StringComparer.Ordinal) { "src", "srcset", "sizes", "alt", "loading", "decoding" };

    /// <summary>What never belongs into a page, wherever it comes from.</summary>
    private const string Forbidden =
        "iframe, frame, object, embed, applet, base, style, math, marquee, template, video, audio, source, foreignObject, svg a, svg script, script:not([src^='/built/js/'], [type='application/ld+json']), "
        + "link:not([href^='/']), link[href^='//'], meta[http-equiv], form[action]:not([action^='/']), form[action^='//']";

    private static readonly HashSet<string> Addresses = new(StringComparer.OrdinalIgnoreCase) { "href", "src", "action", "formaction", "xlink:href", "data", "poster", "background", "cite", "srcset" };

    /// <summary>Where a page shows texts that people wrote in Markdown.</summary>
    private const string Written = ".prose";

    /// <summary>The first thing in stored HTML that is not on the allow-list, or null.</summary>
    public static string? Offence(string html) => Offence(new HtmlParser().ParseDocument("<body>" + html).Body!);

    /// <summary>The first thing in a whole page that could run or load, or null.</summary>
    public static string? OffenceOfPage(IDocument page)
    {
        if (page.QuerySelector("main h1") is null) return "no page";
        if (page.QuerySelector(Forbidden) is { } forbidden) return forbidden.OuterHtml;
        // A block of data is not run; what could end it early must be escaped.
        if (page.QuerySelectorAll("script").FirstOrDefault(script => script.TextContent.Length > 0 && (script.GetAttribute("type") != "application/ld+json" || script.TextContent.Contains('<', StringComparison.Ordinal))) is { } inline) return inline.OuterHtml;
        foreach (var attribute in page.All.SelectMany(element => element.Attributes))
        {
            if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc") return $"attribute {attribute.Name}={attribute.Value}";
            if (Addresses.Contains(attribute.Name) && !IsSafe(attribute.Value)) return $"address {attribute.Value}";
        }

        return page.QuerySelectorAll(Written).Select(Offence).FirstOrDefault(offence => offence is not null);
    }

    /// <summary>Fails with the address when a page is not harmless.</summary>
    public static void AssertPage(IDocument page, string address) => Assert.True(OffenceOfPage(page) is null, $"{address}: {OffenceOfPage(page)}");

    private static string? Offence(IElement root)
    {
        foreach (var element in root.QuerySelectorAll("*"))
        {
            if (!Elements.Contains(element.LocalName)) return $"element {element.LocalName}";
            if (element.LocalName == "img")
            {
                // Of the own upload store, with nothing but what the site itself gives an image.
                if (Web.Markdown.TextImages.IdOf(element.GetAttribute("src")) is null) return $"address {element.GetAttribute("src")}";
                if (element.Attributes.FirstOrDefault(attribute => !ImageAttributes.Contains(attribute.Name)) is { } more) return $"attribute {more.Name} on img";
                continue;
            }

            foreach (var attribute in element.Attributes)
            {
                if (!Attributes.Contains(attribute.Name)) return $"attribute {attribute.Name} on {element.LocalName}";
                if (attribute.Name == "href" && !IsSafe(attribute.Value)) return $"address {attribute.Value}";
                if (attribute.Name == "id" && !Id().IsMatch(attribute.Value)) return $"id {attribute.Value}";
                if (attribute.Name == "class" && element.ClassList.FirstOrDefault(name => !Classes.Contains(name)) is { } unknown) return $"class {unknown}";
            }
        }

        return null;
    }

    /// <summary>Ids are made of numbers and of what the site chooses, never of what somebody typed.</summary>
    [GeneratedRegex("^fn(?:ref)?-[a-z0-9]{1,12}-[0-9]{1,6}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    /// <summary>As a browser reads it: white space and control characters do not hide a scheme.</summary>
    private static bool IsSafe(string address)
    {
        var plain = string.Concat(address.Where(letter => letter > ' ')).ToLowerInvariant();
        var end = plain.IndexOfAny([':', '/', '?', '#']);
        return end < 0 || plain[end] != ':' || plain[..end] is "http" or "https" or "mailto";
    }
}
