using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;

namespace Participation.Web.Ideas;

/// <summary>Everything about one idea that its page shows, apart from the discussion.</summary>
public sealed record IdeaView(
    IdeaId Id, int Number, string Title, string Summary, string Html, IdeaStatus Status, string? HiddenReason, bool IsHidden, PersonId AuthorId, string Author,
    string? Organisation, string? Topic, string? District, string? Place, DateTimeOffset? SubmittedAt, DateTimeOffset? PublishedAt, int TextVersion,
    StanceCounts Counts, DateOnly? NextDate, string? ResponsibleOrganisation, string? ResponsibleUnit, int? MergedInto,
    ProcessId ProcessId, IReadOnlyList<IdeaStep> Steps, IReadOnlyList<AnswerView> Answers);

/// <summary>A step of the timeline.</summary>
public sealed record IdeaStep(IdeaEventKind Kind, DateTimeOffset At, string? Note, int? Other, AnswerOutcome? Outcome);

/// <summary>An official answer.</summary>
public sealed record AnswerView(AnswerOutcome Outcome, string Html, string? Organisation, string? Unit, DateOnly? NextDate, DateTimeOffset AnsweredAt);
