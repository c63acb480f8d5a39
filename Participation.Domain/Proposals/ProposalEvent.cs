using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals;

/// <summary>Kinds of steps in the life of a proposal.</summary>
public enum ProposalEventKind
{
    /// <summary>An organisation began it.</summary>
    Started,

    /// <summary>An organisation was asked to take part. For the organisations alone.</summary>
    Invited,

    /// <summary>An organisation takes part.</summary>
    Joined,

    /// <summary>An organisation does not take part, or no longer. For the organisations alone.</summary>
    Left,

    /// <summary>The lead removed an organisation. For the organisations alone.</summary>
    Removed,

    /// <summary>The text was frozen to be signed.</summary>
    Frozen,

    /// <summary>An organisation signed.</summary>
    Signed,

    /// <summary>An organisation declined to sign; the text is written again.</summary>
    Objected,

    /// <summary>The text was opened again; what was signed is void.</summary>
    Reopened,

    /// <summary>All signed, and it became public.</summary>
    Published,

    /// <summary>It was handed to a committee.</summary>
    HandedOver,

    /// <summary>The committee agreed.</summary>
    Adopted,

    /// <summary>The committee did not agree.</summary>
    Rejected,

    /// <summary>Carrying it out began.</summary>
    ImplementationBegun,

    /// <summary>It was carried out.</summary>
    Completed,

    /// <summary>Its lead gave it up.</summary>
    Withdrawn,
}

/// <summary>One dated step in the life of a proposal; the timeline is read from these.</summary>
public sealed class ProposalEvent
{
    private ProposalEvent() { }

    /// <summary>Internal identity.</summary>
    public ProposalEventId Id { get; private set; }

    /// <summary>The proposal.</summary>
    public ProposalId ProposalId { get; private set; }

    /// <summary>What happened.</summary>
    public ProposalEventKind Kind { get; private set; }

    /// <summary>Who did it; null when it followed from something else. Not public.</summary>
    public PersonId? By { get; private set; }

    /// <summary>For or about which organisation.</summary>
    public OrganisationId? OrganisationId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The reason given, if any.</summary>
    public string? Note { get; private set; }

    internal static ProposalEvent Of(ProposalId proposal, ProposalEventKind kind, PersonId? by, OrganisationId? organisation, DateTimeOffset at, string? note = null) =>
        new() { Id = ProposalEventId.New(at), ProposalId = proposal, Kind = kind, By = by, OrganisationId = organisation, At = at, Note = note };
}

/// <summary>Questions about a step.</summary>
public static class ProposalEventRules
{
    /// <summary>Whether readers of the proposal see the step; who was asked and did not come is nobody else's business.</summary>
    public static bool IsForEveryone(this ProposalEventKind kind) => kind is not (ProposalEventKind.Invited or ProposalEventKind.Left or ProposalEventKind.Removed);
}
