using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using Participation.Domain.Uploads;
using Participation.Web.Shared;

namespace Participation.Web.Markdown;

/// <summary>
/// The allow-list behind the Markdown pipeline, and what pages need of its result: safe links, readable tables, named footnotes.
/// What it says itself is in the language in which people write, as the words around it are.
/// </summary>
internal sealed partial class HtmlGate
{
    private static readonly string[] Elements =
    [
        "a", "blockquote", "br", "code", "del", "div", "em", "h2", "h3", "h4", "hr", "img", "input", "li", "ol", "p", "pre", "span", "strong", "sup",
        "table", "tbody", "td", "th", "thead", "tr", "ul",
    ];

    private static readonly string[] Classes = ["centred", "footnote-back", "footnote-ref", "footnotes", "mention", "num", "reference", "task-list-item"];

    private readonly HtmlSanitizer _sanitizer = Build();

    public string Clean(string html) => _sanitizer.Sanitize(html);

    private static HtmlSanitizer Build()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Elements, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "title", "start", "type", "checked", "disabled", "class", "id", "src", "alt"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["https", "http", "mailto"], StringComparer.OrdinalIgnoreCase),
            AllowedClasses = new HashSet<string>(Classes, StringComparer.Ordinal),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
            AllowedCssProperties = new HashSet<string>(StringComparer.Ordinal),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        });
        sanitizer.KeepChildNodes = true;
        sanitizer.RemovingAttribute += (_, args) => KeepAlignment(args.Tag, args.Attribute);
        sanitizer.PostProcessDom += (_, args) => Finish(args.Document);
        return sanitizer;
    }

    /// <summary>Columns of a table are aligned by classes: the policy of the pages knows no styles of elements.</summary>
    private static void KeepAlignment(IElement cell, IAttr attribute)
    {
        if (attribute.Name is not "style" || cell is not IHtmlTableCellElement) return;
        if (attribute.Value.Contains("right", StringComparison.Ordinal)) cell.ClassName = "num";
        else if (attribute.Value.Contains("center", StringComparison.Ordinal)) cell.ClassName = "centred";
    }

    private static void Finish(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll("[id]").Where(element => !OwnId().IsMatch(element.Id ?? ""))) element.RemoveAttribute("id");
        foreach (var link in document.QuerySelectorAll("a[href]:not([href^='#']):not(.reference)")) link.SetAttribute("rel", "nofollow ugc noopener");
        foreach (var image in document.QuerySelectorAll("img")) KeepOwnImage(image);
        foreach (var box in document.QuerySelectorAll("input")) ReplaceTask(document, box);
        foreach (var table in document.QuerySelectorAll("table")) Wrap(document, table);
        foreach (var cell in document.QuerySelectorAll("th")) cell.SetAttribute("scope", "col");
        foreach (var notes in document.QuerySelectorAll(".footnotes")) NameNotes(notes);
        foreach (var number in document.QuerySelectorAll(".footnote-ref")) Name(number, "doc-noteref", nameof(MarkdownTexts.Footnote), number.TextContent);
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
        if (image.GetAttribute("alt") is { } words) image.SetAttribute("alt", Steering.Without(words));
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
        Name(mark, "img", box.HasAttribute("checked") ? nameof(MarkdownTexts.TaskDone) : nameof(MarkdownTexts.TaskOpen));
        box.Replace(mark);
    }

    private static void Wrap(IHtmlDocument document, IElement table)
    {
        var frame = document.CreateElement("div");
        frame.ClassName = "table-scroll";
        frame.SetAttribute("tabindex", "0");
        if (table.QuerySelector("th")?.TextContent is { Length: > 0 } first) Name(frame, "group", nameof(MarkdownTexts.TableOf), first);
        else Name(frame, "group", nameof(MarkdownTexts.Table));
        table.Replace(frame);
        frame.Append(table);
    }

    private static void NameNotes(IElement notes)
    {
        Name(notes, "group", nameof(MarkdownTexts.Footnotes));
        foreach (var (note, order) in notes.QuerySelectorAll("ol > li[id^='fn-']").Select((note, index) => (note, index + 1)))
        {
            var back = note.QuerySelectorAll(".footnote-back").ToList();
            foreach (var (link, place) in back.Select((link, index) => (link, index + 1)))
            {
                if (back.Count == 1) Name(link, "doc-backlink", nameof(MarkdownTexts.FootnoteBack), order);
                else Name(link, "doc-backlink", nameof(MarkdownTexts.FootnoteBackTo), order, place);
            }
        }
    }

    private static void Name(IElement element, string role, string key, params object[] values)
    {
        element.SetAttribute("role", role);
        element.SetAttribute("aria-label", ContentLanguage.Say(MarkdownTexts.ResourceManager, key, values));
    }

    [GeneratedRegex(FootnoteIds.Pattern, RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnId();
}
