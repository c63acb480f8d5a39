namespace Participation.Domain.Moderation;

/// <summary>How long people waited for decisions.</summary>
/// <param name="Count">How many were decided.</param>
/// <param name="MedianHours">Half of them waited at most so long, in hours with one decimal; null for fewer than <see cref="Fewest"/>.</param>
/// <param name="NinetiethHours">Nine of ten waited at most so long; null for fewer than <see cref="Fewest"/>.</param>
public sealed record DecisionTimes(int Count, double? MedianHours, double? NinetiethHours)
{
    /// <summary>Below so many cases a median says little about the procedure and much about a single case.</summary>
    public const int Fewest = 5;

    /// <summary>Median (of an even number the mean of the two in the middle) and 90th percentile (nearest rank: ⌈0.9·n⌉).</summary>
    public static DecisionTimes Of(IEnumerable<TimeSpan> waits)
    {
        var sorted = waits.Order().ToList();
        if (sorted.Count < Fewest) return new DecisionTimes(sorted.Count, null, null);
        var (low, high) = (sorted[(sorted.Count - 1) / 2], sorted[sorted.Count / 2]);
        return new DecisionTimes(sorted.Count, Hours((low + high) / 2), Hours(sorted[((sorted.Count * 9) + 9) / 10 - 1]));
    }

    private static double Hours(TimeSpan wait) => Math.Round(wait.TotalHours, 1, MidpointRounding.AwayFromZero);
}
