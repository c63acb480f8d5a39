using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using Participation.Domain.Uploads;
using Participation.Web.Shared;

namespace Participation.Web.Markdown;

/// <summary>The allow-list behind the Markdown pipeline, and what pages need of its result: demoted headings, safe links, readable tables.</summary>
internal sealed class HtmlGate
{
    private static readonly string[] Elements =
    [
        "a", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong",
        "table", "tbody", "td", "th", "thead", "tr", "ul", "input", "img",
    ];

    private readonly HtmlSanitizer _sanitizer = Build();

    public string Clean(string html) => _sanitizer.Sanitize(html);

    private static HtmlSanitizer Build()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Elements, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "start", "type", "checked", "disabled", "class", "src", "alt"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["https", "http", "mailto"], StringComparer.OrdinalIgnoreCase),
            AllowedClasses = new HashSet<string>(["task-list-item"], StringComparer.Ordinal),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
            AllowedCssProperties = new HashSet<string>(StringComparer.Ordinal),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        });
        sanitizer.KeepChildNodes = true;
        sanitizer.PostProcessDom += (_, args) => Finish(args.Document);
        return sanitizer;
    }

    private static void Finish(IHtmlDocument document)
    {
        foreach (var link in document.QuerySelectorAll("a[href]")) link.SetAttribute("rel", "nofollow ugc noopener");
        foreach (var image in document.QuerySelectorAll("img")) KeepOwnImage(image);
        foreach (var box in document.QuerySelectorAll("input")) ReplaceTask(document, box);
        foreach (var heading in document.QuerySelectorAll("h1")) Rename(document, heading, "h2");
        foreach (var heading in document.QuerySelectorAll("h4, h5, h6")) Rename(document, heading, "h4");
        foreach (var table in document.QuerySelectorAll("table")) Wrap(document, table);
        foreach (var cell in document.QuerySelectorAll("th")) cell.SetAttribute("scope", "col");
    }

    /// <summary>Images come from the own upload store and from nowhere else; the browser takes the size that it needs, when it needs it.</summary>
    private static void KeepOwnImage(IElement image)
    {
        if (TextImages.IdOf(image.GetAttribute("src")) is not { } id)
        {
            image.Remove();
            return;
        }

        foreach (var other in image.Attributes.Select(attribute => attribute.Name).Where(name => name is not ("src" or "alt")).ToList()) image.RemoveAttribute(other);
        image.SetAttribute("src", Links.Image(id, UploadFile.Large));
        image.SetAttribute("srcset", $"{Links.Image(id, UploadFile.Small)} {UploadFile.Small}w, {Links.Image(id, UploadFile.Large)} {UploadFile.Large}w");
        image.SetAttribute("sizes", "(max-width: 45rem) 100vw, 44rem");
        image.SetAttribute("loading", "lazy");
        image.SetAttribute("decoding", "async");
    }

    /// <summary>A task's box is text for everyone, not a form field that does nothing.</summary>
    private static void ReplaceTask(IHtmlDocument document, IElement box)
    {
        var mark = document.CreateElement("span");
        mark.ClassName = box.HasAttribute("checked") ? "task task--done" : "task";
        mark.SetAttribute("role", "img");
        mark.SetAttribute("aria-label", box.HasAttribute("checked") ? "erledigt:" : "offen:");
        box.Replace(mark);
    }

    private static void Rename(IHtmlDocument document, IElement element, string name)
    {
        if (element.LocalName == name) return;
        var renamed = document.CreateElement(name);
        renamed.Append([.. element.ChildNodes]);
        element.Replace(renamed);
    }

    private static void Wrap(IHtmlDocument document, IElement table)
    {
        var frame = document.CreateElement("div");
        frame.ClassName = "table-scroll";
        frame.SetAttribute("tabindex", "0");
        frame.SetAttribute("role", "group");
        frame.SetAttribute("aria-label", table.QuerySelector("th")?.TextContent is { Length: > 0 } first ? $"Tabelle: {first}" : "Tabelle");
        table.Replace(frame);
        frame.Append(table);
    }
}
