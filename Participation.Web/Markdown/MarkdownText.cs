using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Participation.Domain;

namespace Participation.Web.Markdown;

/// <summary>
/// The only place where user text becomes HTML: Markdig without raw HTML, then a sanitiser with an allow-list.
/// What people send goes through <see cref="TextFormatter"/>, which refuses and resolves; preview and result come from the same call.
/// </summary>
public sealed class MarkdownText
{
    /// <summary>Raised whenever the output for the same input changes; stored texts with an older number are rendered anew.</summary>
    public const int PipelineVersion = 4;

    /// <summary>A text of people becomes a few times longer as HTML; one that grows beyond this is an attack, such as a long link named a thousand times.</summary>
    private const int MostTimesLonger = 20;
    private const int AlwaysAllowed = 4_000;

    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true }).UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseFootnotes()
        .Use<PointerExtension>()
        .DisableHtml()
        .Build();

    private readonly HtmlGate _gate = new();

    /// <summary>The source as it is stored and measured: one character per line break, none at the end; nothing when there is no word.</summary>
    public static string Source(string? markdown) => string.IsNullOrWhiteSpace(markdown) ? "" : markdown.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimEnd('\n');

    /// <summary>
    /// Renders a text of our own, of an import or from the store. Nobody is there to be refused: nesting or growth that no person writes is shown as typed.
    /// Mentions and references stay words.
    /// </summary>
    /// <param name="markdown">The source.</param>
    /// <param name="scope">Sets its ids apart, where several such texts are on one page: lower-case letters and digits.</param>
    public FormattedText Format(string? markdown, string scope = "text")
    {
        var source = Source(markdown);
        if (source.Length == 0) return FormattedText.Empty;
        var html = Parse(source) is { } text ? Render(text, scope) : null;
        return new FormattedText(source, html ?? AsTyped(source), PipelineVersion);
    }

    /// <summary>The headings, paragraphs, lists and tables of a text, each with its source; null when nobody writes such a text.</summary>
    public IReadOnlyList<SourceBlock>? Blocks(string? markdown)
    {
        var source = Source(markdown);
        if (source.Length == 0) return [];
        return Parse(source) is { } text ? PassageSplit.Of(text) : null;
    }

    /// <summary>The text that was taken apart by <see cref="Blocks"/>.</summary>
    public static string Whole(IEnumerable<string> blocks) => PassageSplit.Join(blocks);

    /// <summary>Reads a text, or null when it is nested deeper than any person writes or would cost too much.</summary>
    internal ParsedText? Parse(string source)
    {
        if (Nesting.IsTooDeep(source) || Effort.IsTooMuch(source)) return null;
        try
        {
            var document = Markdig.Markdown.Parse(source, _pipeline);
            ForeignImages.BecomeLinks(document);
            Headings.Demote(document);
            return new ParsedText(source, document);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The HTML of a text, or null when it grows too much.</summary>
    /// <param name="text">What was read, with its mentions and references resolved.</param>
    /// <param name="scope">Sets the ids in this text apart from those of every other text on a page: lower-case letters and digits.</param>
    internal string? Render(ParsedText text, string scope)
    {
        try
        {
            var most = AlwaysAllowed + text.Source.Length * MostTimesLonger;
            using var html = new LimitedWriter(most);
            var renderer = new HtmlRenderer(html);
            _pipeline.Setup(renderer);
            renderer.ObjectRenderers.Replace<HtmlFootnoteGroupRenderer>(new FootnoteGroupRenderer(scope));
            renderer.ObjectRenderers.Replace<HtmlFootnoteLinkRenderer>(new FootnoteLinkRenderer(scope));
            renderer.Render(text.Document);
            return _gate.Clean(html.ToString()) is { } clean && clean.Length <= most ? clean : null;
        }
        catch (Exception refused) when (refused is ArgumentException or LimitReachedException)
        {
            return null;
        }
    }

    /// <summary>A mention as it stands in stored HTML.</summary>
    internal string MentionOf(string name) => _gate.Clean($"<span class=\"mention\">@{System.Net.WebUtility.HtmlEncode(name)}</span>");

    /// <summary>A text as its characters, for what cannot be rendered.</summary>
    internal static string AsTyped(string source) => $"<p>{System.Net.WebUtility.HtmlEncode(source)}</p>";
}
