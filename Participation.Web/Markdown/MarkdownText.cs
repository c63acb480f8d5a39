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
    public const int PipelineVersion = 1;

    /// <summary>Longest source, in characters; forms have tighter limits of their own.</summary>
    public const int MaxLength = 40_000;

    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .DisableHtml()
        .Build();

    private readonly HtmlGate _gate = new();

    /// <summary>Renders a text to be stored with its source.</summary>
    public FormattedText Format(string? markdown)
    {
        var source = (markdown ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd();
        return source.Length == 0 ? FormattedText.Empty : new FormattedText(source, ToHtml(source), PipelineVersion);
    }

    private string ToHtml(string source)
    {
        if (source.Length > MaxLength) source = source[..MaxLength];
        try
        {
            return _gate.Clean(Markdig.Markdown.ToHtml(source, _pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig refuses nesting that no person writes; the text is shown as typed.
            return $"<p>{System.Net.WebUtility.HtmlEncode(source)}</p>";
        }
    }
}
