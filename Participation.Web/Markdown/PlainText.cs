using System.Net;
using System.Text.RegularExpressions;

namespace Participation.Web.Markdown;

/// <summary>The words of rendered Markdown, for summaries and searches.</summary>
public static partial class PlainText
{
    /// <summary>The text without tags, white space collapsed.</summary>
    public static string Of(string html) => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(Pointer().Replace(html, ""), " ")), " ").Trim();

    /// <summary>The text without tags, a line for each paragraph, heading, entry of a list and row of a table.</summary>
    public static string Lines(string html) =>
        string.Join('\n', Block().Replace(Pointer().Replace(html.ReplaceLineEndings(" "), ""), "\n").Split('\n').Select(Of).Where(line => line.Length > 0));

    /// <summary>The beginning of rendered Markdown, as plain text.</summary>
    public static string Teaser(string html, int length) => Cut(Of(html), length);

    /// <summary>The beginning of a text, cut at a word.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : text[..Math.Max(text.LastIndexOf(' ', length), 1)] + " …";

    /// <summary>The number of a footnote and the arrow back are no words.</summary>
    [GeneratedRegex("<sup>.*?</sup>|<a class=\"footnote-back\".*?</a>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pointer();

    /// <summary>Where a block ends; a line break is one, too.</summary>
    [GeneratedRegex("</(?:p|h[1-6]|li|tr|blockquote|pre|dt|dd)>|<br ?/?>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
