using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Web.Discussions;

namespace Participation.Web.Ideas;

/// <summary>Everything about one idea that its page shows, apart from the discussion.</summary>
public sealed record IdeaView(
    IdeaId Id, int Number, string Title, string Summary, string Html, IdeaStatus Status, string? HiddenReason, bool IsHidden, PersonId AuthorId, string Author,
    string? Organisation, string? Topic, string? District, string? Place, string? Coordinates, DateTimeOffset? SubmittedAt, DateTimeOffset? PublishedAt, int TextVersion,
    StanceCounts Counts, DateOnly? NextDate, string? ResponsibleOrganisation, string? ResponsibleUnit, int? MergedInto,
    ProcessId ProcessId, IReadOnlyList<IdeaStep> Steps, IReadOnlyList<AnswerView> Answers, IReadOnlyList<TakenInIdea> TakenIn)
{
    /// <summary>Taken back before anyone published it: only its author and moderators read it, and nobody discusses it.</summary>
    public bool WasNeverPublic => Status is IdeaStatus.Withdrawn && PublishedAt is null;

    /// <summary>What its discussion needs to know of it.</summary>
    public required DiscussionRef Ref { get; init; }

    /// <summary>Address of the organisation in whose name it was written.</summary>
    public string? OrganisationSlug { get; init; }

    /// <summary>Public proposals that come from it.</summary>
    public IReadOnlyList<IdeaProposal> Proposals { get; init; } = [];

    /// <summary>Public measures that take it up.</summary>
    public IReadOnlyList<IdeaMeasure> Measures { get; init; } = [];

    /// <summary>Public papers of the council that come from it.</summary>
    public IReadOnlyList<IdeaPaper> Papers { get; init; } = [];

    /// <summary>Whether staff wrote it down for someone.</summary>
    public bool IsAssisted { get; init; }

    /// <summary>Address of the responsible organisation.</summary>
    public string? ResponsibleSlug { get; init; }
}

/// <summary>A proposal that comes from an idea.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="PublishedAt">When it was signed by all; null while it is written.</param>
public sealed record IdeaProposal(int Number, string Title, DateTimeOffset? PublishedAt);

/// <summary>A paper of the council that comes from an idea.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Outcome">What the last body that dealt with it decided; null while none did.</param>
public sealed record IdeaPaper(int Number, string Name, PaperOutcome? Outcome);

/// <summary>What a body decided on a paper.</summary>
/// <param name="Result">The result.</param>
/// <param name="IsFinal">Whether it counts for good; else it is a recommendation.</param>
/// <param name="On">The instant at which the meeting began.</param>
public sealed record PaperOutcome(ResolutionResult Result, bool IsFinal, DateTimeOffset On);

/// <summary>A measure that takes an idea up.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
public sealed record IdeaMeasure(int Number, string Title);

/// <summary>A step of the timeline.</summary>
public sealed record IdeaStep(IdeaEventKind Kind, DateTimeOffset At, string? Note, int? Other, AnswerOutcome? Outcome);

/// <summary>An official answer.</summary>
public sealed record AnswerView(AnswerOutcome Outcome, string Html, string? Organisation, string? Unit, DateOnly? NextDate, DateTimeOffset AnsweredAt)
{
    /// <summary>Address of the organisation.</summary>
    public string? OrganisationSlug { get; init; }
}

/// <summary>An idea that became part of this one: the visible trace of a merge.</summary>
/// <param name="Number">Its number; the address leads here.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">Its summary.</param>
/// <param name="Html">Its text, or null when it was never public.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="At">When it became part of this one.</param>
/// <param name="Reason">Why.</param>
/// <param name="AnswerHtml">What the city had answered by then, or null.</param>
public sealed record TakenInIdea(int Number, string Title, string Summary, string? Html, string Author, DateTimeOffset At, string? Reason, string? AnswerHtml);
