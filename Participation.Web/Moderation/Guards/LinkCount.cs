using System.Text.RegularExpressions;

namespace Participation.Web.Moderation.Guards;

/// <summary>How many links a text has, whatever Markdown makes of them.</summary>
internal static partial class LinkCount
{
    public static int In(string markdown) => Link().Count(markdown);

    [GeneratedRegex(@"https?://|(?<![\w/.])www\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
