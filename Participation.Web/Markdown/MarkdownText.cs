using Markdig;
using Participation.Domain;

namespace Participation.Web.Markdown;

/// <summary>
/// The only place where user text becomes HTML: Markdig without raw HTML, then a sanitiser with an allow-list.
/// Preview and result come from the same call.
/// </summary>
public sealed class MarkdownText
{
    /// <summary>Raised whenever the output for the same input changes; stored texts with an older number are rendered anew.</summary>
    public const int PipelineVersion = 2;

    /// <summary>Longest source of a contribution, in characters; forms have limits of their own. Some constructs cost time with the square of it.</summary>
    public const int MaxLength = 10_000;

    /// <summary>Longest source of a text page, which only staff writes.</summary>
    public const int PageMaxLength = 40_000;

    /// <summary>A text of people becomes a few times longer as HTML; one that grows beyond this is an attack, such as a long link named a thousand times.</summary>
    private const int MostTimesLonger = 20;
    private const int AlwaysAllowed = 4_000;

    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .DisableHtml()
        .Build();

    private readonly HtmlGate _gate = new();

    /// <summary>Renders a text to be stored with its source.</summary>
    public FormattedText Format(string? markdown) => Format(markdown, MaxLength);

    /// <summary>Renders a text page.</summary>
    public FormattedText FormatPage(string? markdown) => Format(markdown, PageMaxLength);

    private FormattedText Format(string? markdown, int limit)
    {
        var source = (markdown ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd();
        return source.Length == 0 ? FormattedText.Empty : new FormattedText(source, ToHtml(source, limit), PipelineVersion);
    }

    private string ToHtml(string source, int limit)
    {
        if (source.Length > limit) source = source[..limit];
        try
        {
            using var html = new LimitedWriter(AlwaysAllowed + source.Length * MostTimesLonger);
            Markdig.Markdown.ToHtml(source, html, _pipeline);
            return _gate.Clean(html.ToString());
        }
        catch (Exception refused) when (refused is ArgumentException or LimitReachedException)
        {
            // Nesting or growth that no person writes; the text is shown as typed.
            return $"<p>{System.Net.WebUtility.HtmlEncode(source)}</p>";
        }
    }
}
