using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals.Revisions;

/// <summary>Why a revision was kept.</summary>
public enum RevisionKind
{
    /// <summary>Nobody wrote for a while.</summary>
    Automatic,

    /// <summary>Somebody who writes gave it a name.</summary>
    Named,

    /// <summary>It was given to be signed.</summary>
    Frozen,
}

/// <summary>What a proposal said at one moment, as a whole. Never changed, except that an automatic one can be given a name.</summary>
public sealed class Revision
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteMaxLength = 200;

    /// <summary>So long nobody writes before a revision is kept.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly List<RevisionWriter> _writers = [];

    private Revision() { }

    /// <summary>Internal identity.</summary>
    public RevisionId Id { get; private set; }

    /// <summary>The proposal.</summary>
    public ProposalId ProposalId { get; private set; }

    /// <summary>From 1 within the proposal; numbers of automatic ones that gave way are not used again.</summary>
    public int Number { get; private set; }

    /// <summary>Why it was kept.</summary>
    public RevisionKind Kind { get; private set; }

    /// <summary>What somebody said about it.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Who named it; nobody names an automatic one.</summary>
    public PersonId? By { get; private set; }

    /// <summary>For which organisation.</summary>
    public OrganisationId? OrganisationId { get; private set; }

    /// <summary>When it was kept.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The same for the same content, see <see cref="ProposalContent.Hash"/>.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>The content, in the form of <see cref="ProposalContent.ToBytes"/>.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Length of the content, in bytes.</summary>
    public int Size { get; private set; }

    /// <summary>The version of each text, in the order of the sections.</summary>
    public string TextVersions { get; private set; } = "";

    /// <summary>Until when nothing else was written, as far as is known.</summary>
    public DateTimeOffset StandsAt { get; private set; }

    /// <summary>The organisations that wrote something since the revision before.</summary>
    public IReadOnlyList<RevisionWriter> Writers => _writers;

    /// <summary>Keeps what a proposal says.</summary>
    public static Revision Keep(RevisionId id, ProposalId proposal, int number, RevisionState state, RevisionReason reason, IEnumerable<OrganisationId> writers, DateTimeOffset now)
    {
        var content = state.Content.ToBytes();
        var revision = new Revision
        {
            Id = id, ProposalId = proposal, Number = number, Kind = reason.Kind, Note = reason.Note, By = reason.By, OrganisationId = reason.Organisation, At = now,
            ContentHash = state.Content.Hash(), Content = content, Size = content.Length, TextVersions = state.VersionsInOrder, StandsAt = now,
        };
        revision._writers.AddRange(writers.Distinct().Select(organisation => RevisionWriter.Of(id, organisation)));
        return revision;
    }

    /// <summary>What the proposal said, and in which versions of its texts.</summary>
    public RevisionState State => new(ProposalContent.Read(Content), RevisionState.ReadVersions(TextVersions));

    /// <summary>The version of a section's text.</summary>
    public int VersionOf(SectionKind section) => RevisionState.ReadVersions(TextVersions)[(int)section];

    /// <summary>Says why an automatic revision is worth keeping: it never gives way any more.</summary>
    public void Name(RevisionReason reason) => (Kind, Note, By, OrganisationId) = (reason.Kind, reason.Note, reason.By, reason.Organisation);

    /// <summary>What was written since came to the same text again.</summary>
    public void StillStands(RevisionState state, DateTimeOffset now) => (TextVersions, StandsAt) = (state.VersionsInOrder, now);
}

/// <summary>An organisation that wrote something of a revision.</summary>
public sealed class RevisionWriter
{
    private RevisionWriter() { }

    /// <summary>The revision.</summary>
    public RevisionId RevisionId { get; private set; }

    /// <summary>The organisation.</summary>
    public OrganisationId OrganisationId { get; private set; }

    internal static RevisionWriter Of(RevisionId revision, OrganisationId organisation) => new() { RevisionId = revision, OrganisationId = organisation };
}

/// <summary>Why a revision is kept.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Note">What somebody says about it.</param>
/// <param name="By">Who.</param>
/// <param name="Organisation">For which organisation.</param>
public sealed record RevisionReason(RevisionKind Kind, string Note = "", PersonId? By = null, OrganisationId? Organisation = null)
{
    /// <summary>Nobody wrote for a while.</summary>
    public static RevisionReason Pause { get; } = new(RevisionKind.Automatic);
}

/// <summary>What a proposal says, and the versions of the texts it says it in.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Versions">The version of each text, in the order of the sections.</param>
public sealed record RevisionState(ProposalContent Content, IReadOnlyList<int> Versions)
{
    internal string VersionsInOrder => string.Join(',', Versions.Select(version => version.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    internal static int[] ReadVersions(string stored) => [.. stored.Split(',').Select(version => int.Parse(version, System.Globalization.CultureInfo.InvariantCulture))];
}

/// <summary>Identifies a <see cref="Revision"/>.</summary>
public readonly record struct RevisionId(Guid Value) : IEntityId<RevisionId>
{
    /// <inheritdoc/>
    public static RevisionId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static RevisionId New(DateTimeOffset now) => new(Uuid.Version7(now));
}
