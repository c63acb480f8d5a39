using System.Globalization;
using System.Text.RegularExpressions;
using Participation.Web.Shared;

namespace Participation.Web.Markdown;

/// <summary>
/// Reads what a formatted text has in double braces as its writer meant it. The page that shows the text leaves out what it does not understand,
/// so a slip of the pen has to be said before it is kept.
/// </summary>
public sealed partial class LiveBlockCheck(LiveBlockKinds kinds)
{
    /// <summary>Most slips that are named at once.</summary>
    private const int MostSaid = 5;

    /// <summary>What is wrong with the blocks of a text, in words; empty when nothing is. One query for each kind of block.</summary>
    public async Task<IReadOnlyList<string>> WrongAsync(string html, CancellationToken cancel)
    {
        var words = string.Join(", ", kinds.Names);
        // What stands in code is an example, no block.
        var blocks = BracesPattern().Matches(CodePattern().Replace(html, "")).Select(match => Written.Of(match, kinds.Of(match.Groups["word"].Value))).Distinct().ToList();
        if (blocks.Count > LiveTexts.Most) return [MarkdownTexts.BlockTooMany.With(LiveTexts.Most)];
        var known = new HashSet<(ILiveBlocks, int)>();
        foreach (var kind in blocks.Where(block => block is { Kind: not null, Number: not null }).ToLookup(block => block.Kind!, block => block.Number!.Value))
            foreach (var number in await kind.Key.KnownAsync([.. kind], cancel)) known.Add((kind.Key, number));
        return [.. blocks.Select(block => block switch
        {
            { Kind: null } => MarkdownTexts.BlockUnknown.With(block.Source, block.Word, words),
            { Number: null } => MarkdownTexts.BlockNeedsNumber.With(block.Source, block.Kind.Name),
            { Number: { } number, Kind: { } kind } when !known.Contains((kind, number)) => MarkdownTexts.BlockNotThere.With(block.Source, number),
            { IsAlone: false } => MarkdownTexts.BlockNotAlone.With(block.Source),
            _ => null,
        }).OfType<string>().Take(MostSaid)];
    }

    private sealed record Written(string Source, string Word, ILiveBlocks? Kind, int? Number, bool IsAlone)
    {
        public static Written Of(Match match, ILiveBlocks? kind)
        {
            var typed = System.Net.WebUtility.HtmlDecode(match.Groups["source"].Value);
            int? number = int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
            return new Written(typed, System.Net.WebUtility.HtmlDecode(match.Groups["word"].Value), kind, number, match.Groups["begin"].Success && match.Groups["end"].Success);
        }
    }

    [GeneratedRegex("(?<begin><p[^>]*>\\s*)?(?<source>\\{\\{\\s*(?<word>[^\\s{}<>]*)\\s*(?:(?<number>[1-9][0-9]{0,8})\\s*\\}\\}|[^{}<>]*\\}\\}))(?<end>\\s*</p>)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BracesPattern();

    [GeneratedRegex("<code[^>]*>.*?</code>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodePattern();
}
