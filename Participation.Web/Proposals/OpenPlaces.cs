using System.Text.RegularExpressions;

namespace Participation.Web.Proposals;

/// <summary>Places in square brackets, by which writers mark what is not agreed yet; links and tasks of Markdown are none.</summary>
internal static partial class OpenPlaces
{
    public static int In(string markdown) => Bracket().Count(markdown);

    [GeneratedRegex(@"(?<!\])\[(?![ xX]\])[^\[\]\n]{1,200}\](?![\(\[:])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracket();
}
