using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;

namespace Participation.Web.Proposals.Writing;

/// <summary>A text in memory, as it was at one version, with the updates that led there last.</summary>
internal sealed class LiveText(SharedTextId id, string text, int version, int snapshotVersion, bool isOpen, IEnumerable<PendingUpdate> recent)
{
    /// <summary>Updates that are kept in memory for those who are a little behind.</summary>
    public const int MostRecent = 1000;

    /// <summary>Most text that they insert, in code units.</summary>
    private const int MostInserted = 2_000_000;

    private readonly List<PendingUpdate> _recent = [.. recent];

    public SharedTextId Id => id;

    public string Text { get; private set; } = text;

    public int Version { get; private set; } = version;

    public int SnapshotVersion { get; private set; } = snapshotVersion;

    public bool IsOpen { get; private set; } = isOpen;

    /// <summary>What it takes in memory, in code units.</summary>
    public long Size { get; private set; } = text.Length;

    /// <summary>The version before the oldest update in memory.</summary>
    public int OldestKnown => Version - _recent.Count;

    /// <summary>The updates after a version that is known.</summary>
    public IEnumerable<PendingUpdate> Since(int since) => _recent.Skip(since - OldestKnown);

    /// <summary>Takes over what was stored elsewhere.</summary>
    public void CatchUp(IReadOnlyCollection<PendingUpdate> updates, int snapshotVersion, bool isOpen)
    {
        Advance(updates, updates.Aggregate(Text, (text, update) => update.Changes.Apply(text)), snapshotVersion);
        IsOpen = isOpen;
    }

    /// <summary>Takes over what was stored.</summary>
    public void Advance(IReadOnlyCollection<PendingUpdate> updates, string text, int snapshotVersion)
    {
        _recent.AddRange(updates);
        Version += updates.Count;
        (Text, SnapshotVersion) = (text, snapshotVersion);
        if (_recent.Count > MostRecent * 2) _recent.RemoveRange(0, _recent.Count - MostRecent);
        var inserted = _recent.Sum(Inserted);
        if (inserted > MostInserted)
        {
            _recent.Clear();
            inserted = 0;
        }

        Size = text.Length + inserted;
    }

    private static long Inserted(PendingUpdate update) => update.Changes.Sections.Sum(section => (long)(section.Inserted?.Length ?? 0));
}
