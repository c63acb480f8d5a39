namespace Participation.Web.Realtime;

/// <summary>One change as a client applies it: an event's number with the fragment of its subject as it is now.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Sequence">Number of the newest event this covers.</param>
/// <param name="Kind">Name of the event kind.</param>
/// <param name="Number">Public number of the subject.</param>
/// <param name="Parent">Number of the comment it replies to, 0 for none.</param>
/// <param name="Path">Where it sorts in its thread.</param>
/// <param name="Html">The viewer-neutral fragment, or null when there is nothing to show any more.</param>
public sealed record LiveChange(string Channel, long Sequence, string Kind, int Number, int Parent, string? Path, string? Html);

/// <summary>The answer to joining a channel.</summary>
/// <param name="Sequence">Number of the newest event.</param>
/// <param name="Reload">Too much was missed: load the page again.</param>
/// <param name="Changes">Everything missed, each subject once.</param>
public sealed record CatchUp(long Sequence, bool Reload, IReadOnlyList<LiveChange> Changes)
{
    /// <summary>The channel's numbers as they are now, by subject; null when it has none.</summary>
    public IReadOnlyDictionary<int, int>? Totals { get; init; }
}

/// <summary>Numbers of some subjects of a channel, absolute.</summary>
public sealed record LiveTotals(string Channel, IReadOnlyDictionary<int, int> Values);

/// <summary>Counts of one idea, absolute, with the bar as it is shown.</summary>
public sealed record LiveCounts(int Idea, int For, int Neutral, int Against, int Comments, string Bar);

/// <summary>How many connections watch a channel.</summary>
public sealed record LivePresence(string Channel, int Count);
