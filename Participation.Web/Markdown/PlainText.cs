using System.Net;
using System.Text.RegularExpressions;

namespace Participation.Web.Markdown;

/// <summary>The words of rendered Markdown, for summaries and searches.</summary>
public static partial class PlainText
{
    /// <summary>The text without tags, white space collapsed.</summary>
    public static string Of(string html) => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ").Trim();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
