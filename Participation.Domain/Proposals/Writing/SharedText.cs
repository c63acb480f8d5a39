using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals.Writing;

/// <summary>
/// A text that several people write at once. What it says is <see cref="Snapshot"/> with the updates after <see cref="SnapshotVersion"/> applied; every
/// accepted update counts <see cref="Version"/> up by one.
/// </summary>
public sealed class SharedText
{
    /// <summary>Longest text, in UTF-16 code units.</summary>
    public const int MaxLength = 400_000;

    /// <summary>After so many updates the text is stored as a whole again.</summary>
    public const int SnapshotEvery = 200;

    private SharedText() { }

    /// <summary>Internal identity.</summary>
    public SharedTextId Id { get; private set; }

    /// <summary>The proposal it is part of.</summary>
    public ProposalId ProposalId { get; private set; }

    /// <summary>The section it is the text of. One text per proposal and section.</summary>
    public SectionKind Section { get; private set; }

    /// <summary>How many updates were accepted.</summary>
    public int Version { get; private set; }

    /// <summary>What it said at first, before any update.</summary>
    public string Beginning { get; private set; } = "";

    /// <summary>The text as it was at <see cref="SnapshotVersion"/>; lines end with a line feed only.</summary>
    public string Snapshot { get; private set; } = "";

    /// <summary>The version of the snapshot.</summary>
    public int SnapshotVersion { get; private set; }

    /// <summary>
    /// Whether it may be written. Stands in the row that every update has to change, so that no update can come between the decision to freeze a text
    /// and the freezing.
    /// </summary>
    public bool IsOpen { get; private set; }

    /// <summary>Nobody writes it any more.</summary>
    public void Close() => IsOpen = false;

    /// <summary>One more update of a text that is brought along and that nobody else has open; whoever writes live goes through the site's authority.</summary>
    public SharedTextUpdate Continue(PendingUpdate update, PersonId by, OrganisationId organisation, DateTimeOffset now)
    {
        Snapshot = update.Changes.Apply(Snapshot);
        Version++;
        SnapshotVersion = Version;
        return SharedTextUpdate.Of(Id, Version, update, by, organisation, now);
    }

    /// <summary>An empty text, or one that starts with something.</summary>
    public static SharedText Begin(SharedTextId id, ProposalId proposal, SectionKind section, string text = "") =>
        new() { Id = id, ProposalId = proposal, Section = section, Beginning = text, Snapshot = text, IsOpen = true };
}
