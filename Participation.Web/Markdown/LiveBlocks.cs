using System.Globalization;
using System.Text.RegularExpressions;

namespace Participation.Web.Markdown;

/// <summary>Things that a text can show as they are now, such as <c>{{idea 17}}</c> on a line of its own: the seam to the capability that has them.</summary>
public interface ILiveBlocks
{
    /// <summary>The word in the braces.</summary>
    string Name { get; }

    /// <summary>German words that mean the same.</summary>
    IReadOnlyList<string> Aliases { get; }

    /// <summary>Those numbers that there are, whether everybody may see the thing yet or not; for who writes.</summary>
    Task<IReadOnlyList<int>> KnownAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel);

    /// <summary>Those that everybody may see, by number; one query however many.</summary>
    Task<IReadOnlyDictionary<int, LiveBlock>> FindAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel);
}

/// <summary>The kinds of live blocks by the words in the braces.</summary>
public sealed class LiveBlockKinds(IEnumerable<ILiveBlocks> kinds)
{
    private readonly Dictionary<string, ILiveBlocks> _kinds = kinds.SelectMany(kind => kind.Aliases.Prepend(kind.Name).Select(word => (word, kind))).ToDictionary(pair => pair.word, pair => pair.kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>The words that a message offers.</summary>
    public IEnumerable<string> Names => _kinds.Values.Select(kind => kind.Name).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The kind that a word means; null for an unknown one.</summary>
    public ILiveBlocks? Of(string word) => _kinds.GetValueOrDefault(word);
}

/// <summary>A thing that is shown as it is now.</summary>
/// <param name="Component">The component that shows it.</param>
/// <param name="Parameters">What it needs.</param>
/// <param name="Title">What it is called, where there is only text.</param>
/// <param name="State">How far it is, in words.</param>
/// <param name="Address">Where it is.</param>
public sealed record LiveBlock(Type Component, IDictionary<string, object?> Parameters, string Title, string? State, string Address);

/// <summary>A piece of a text with live blocks: formatted text, or a block, or one that is not there (any more).</summary>
/// <param name="Html">Formatted text; null for a block.</param>
/// <param name="Block">The block, if everybody may see it.</param>
/// <param name="Source">How the block was typed.</param>
public sealed record TextPart(string? Html, LiveBlock? Block = null, string? Source = null);

/// <summary>Takes texts apart at their live blocks. The stored HTML has the block's words as a paragraph; what it shows is looked up when the page is made.</summary>
public sealed partial class LiveTexts(LiveBlockKinds kinds)
{
    /// <summary>Most blocks of one text.</summary>
    public const int Most = 60;

    /// <summary>The parts of several texts; one query for each kind of block.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<TextPart>>> PartsAsync(IReadOnlyList<string> texts, CancellationToken cancel)
    {
        var wanted = texts.SelectMany(text => BlockPattern().Matches(text)).Take(Most).Select(match => (Kind: KindOf(match), Number: NumberOf(match))).Distinct().Where(block => block.Kind is not null).ToLookup(block => block.Kind!, block => block.Number);
        var found = new Dictionary<(ILiveBlocks?, int), LiveBlock>();
        foreach (var kind in wanted)
            foreach (var (number, block) in await kind.Key.FindAsync([.. kind], cancel)) found[(kind.Key, number)] = block;
        return [.. texts.Select(text => Parts(text, found))];
    }

    private List<TextPart> Parts(string text, Dictionary<(ILiveBlocks?, int), LiveBlock> found)
    {
        var (parts, at) = (new List<TextPart>(), 0);
        foreach (Match match in BlockPattern().Matches(text))
        {
            if (match.Index > at) parts.Add(new TextPart(text[at..match.Index]));
            parts.Add(new TextPart(null, found.GetValueOrDefault((KindOf(match), NumberOf(match))), match.Groups["source"].Value));
            at = match.Index + match.Length;
        }

        if (at < text.Length) parts.Add(new TextPart(text[at..]));
        return parts;
    }

    private ILiveBlocks? KindOf(Match match) => kinds.Of(match.Groups["name"].Value);

    private static int NumberOf(Match match) => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("<p[^>]*>\\s*(?<source>\\{\\{\\s*(?<name>[a-zß]{3,20})\\s+(?<number>[1-9][0-9]{0,8})\\s*\\}\\})\\s*</p>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlockPattern();
}
