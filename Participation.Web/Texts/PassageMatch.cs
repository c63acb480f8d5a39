using Participation.Domain;
using Participation.Web.Markdown;

namespace Participation.Web.Texts;

/// <summary>A passage that a text has already.</summary>
/// <param name="Number">Its public number, under which it is discussed.</param>
/// <param name="Level">Level of a heading; 0 for a block of text.</param>
/// <param name="Markdown">What it says.</param>
/// <param name="Stands">Whether it stands in the text; a struck one comes back when it is written again.</param>
public sealed record KnownPassage(int Number, int Level, string Markdown, bool Stands = true);

/// <summary>
/// Finds the passages of a text again after it was edited as a whole, so that each keeps its number and with it its discussion: first those that say the same in the same
/// order, then those that were moved, then, between two that are the same, those whose words are much alike. The rest is new, or was struck.
/// </summary>
internal static class PassageMatch
{
    /// <summary>How much of the words of two passages must be the same, from 0 to 1.</summary>
    public const double Alike = 0.4;

    /// <summary>The number of each block; null for a new one. No number occurs twice.</summary>
    public static IReadOnlyList<int?> Numbers(IReadOnlyList<KnownPassage> before, IReadOnlyList<SourceBlock> after)
    {
        List<KnownPassage> standing = [.. before.Where(passage => passage.Stands)];
        var (numbers, used) = (new int?[after.Count], new HashSet<int>());
        var same = Align(standing.Count, after.Count, (old, now) => IsSame(standing[old], after[now]) ? 1 : 0);
        foreach (var (old, now) in same) Take(standing[old], now);
        foreach (var passage in before.OrderByDescending(passage => passage.Stands))
        {
            var moved = used.Contains(passage.Number) ? -1 : Enumerable.Range(0, after.Count).FirstOrDefault(now => numbers[now] is null && IsSame(passage, after[now]), -1);
            if (moved >= 0) Take(passage, moved);
        }

        var (fromOld, fromNow) = (0, 0);
        foreach (var (toOld, toNow) in same.Append((standing.Count, after.Count)))
        {
            var olds = Enumerable.Range(fromOld, toOld - fromOld).Where(old => !used.Contains(standing[old].Number)).Select(old => (Passage: standing[old], Words: Words(standing[old].Markdown))).ToList();
            var nows = Enumerable.Range(fromNow, toNow - fromNow).Where(now => numbers[now] is null).Select(now => (At: now, Words: Words(after[now].Markdown))).ToList();
            foreach (var (old, now) in Align(olds.Count, nows.Count, (old, now) => olds[old].Passage.Level > 0 == after[nows[now].At].IsHeading ? Likeness(olds[old].Words, nows[now].Words) : 0))
                Take(olds[old].Passage, nows[now].At);
            (fromOld, fromNow) = (toOld + 1, toNow + 1);
        }

        return numbers;

        void Take(KnownPassage passage, int now)
        {
            numbers[now] = passage.Number;
            used.Add(passage.Number);
        }
    }

    private static bool IsSame(KnownPassage old, SourceBlock now) => old.Level > 0 == now.IsHeading && old.Markdown == now.Markdown;

    /// <summary>Pairs in order whose weights together are the most; what weighs nothing is no pair.</summary>
    private static List<(int Old, int Now)> Align(int olds, int nows, Func<int, int, double> weigh)
    {
        var (weights, best) = (new double[olds, nows], new double[olds + 1, nows + 1]);
        for (var old = olds - 1; old >= 0; old--)
            for (var now = nows - 1; now >= 0; now--)
            {
                weights[old, now] = weigh(old, now);
                best[old, now] = Math.Max(Math.Max(best[old + 1, now], best[old, now + 1]), weights[old, now] > 0 ? weights[old, now] + best[old + 1, now + 1] : 0);
            }

        var pairs = new List<(int, int)>();
        for (var (old, now) = (0, 0); old < olds && now < nows;)
        {
            if (weights[old, now] > 0 && weights[old, now] + best[old + 1, now + 1] >= best[old, now]) pairs.Add((old++, now++));
            else if (best[old + 1, now] >= best[old, now + 1]) old++;
            else now++;
        }

        return pairs;
    }

    private static Dictionary<string, int> Words(string markdown) => Slug.Fold(markdown).Split('-', StringSplitOptions.RemoveEmptyEntries).CountBy(word => word).ToDictionary();

    /// <summary>Twice the words that both have, of the words of both; 0 below what counts as alike.</summary>
    private static double Likeness(Dictionary<string, int> one, Dictionary<string, int> other)
    {
        var common = one.Sum(word => Math.Min(word.Value, other.GetValueOrDefault(word.Key)));
        var all = one.Values.Sum() + other.Values.Sum();
        return all > 0 && 2.0 * common / all is var share and >= Alike ? share : 0;
    }
}
