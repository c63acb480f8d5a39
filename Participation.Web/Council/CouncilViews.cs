using Participation.Domain;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Council;

/// <summary>A body by name.</summary>
public sealed record BodyName(int Number, string Name, string? ShortName)
{
    /// <summary>The short name, where there is one.</summary>
    public string Brief => ShortName ?? Name;
}

/// <summary>A body in a list.</summary>
public sealed record BodyRow(int Number, string Name, string? ShortName, BodyKind Kind, string? Classification, string? Note, DateOnly? StartsOn, DateOnly? EndsOn, IReadOnlyList<LegislativeTermId> Terms, Publication Publication);

/// <summary>A term.</summary>
public sealed record TermRow(LegislativeTermId Id, int Number, string Name, DateOnly? StartsOn, DateOnly? EndsOn)
{
    /// <summary>Whether a day lies in it.</summary>
    public bool Holds(DateOnly day) => (StartsOn is null || StartsOn <= day) && (EndsOn is null || day <= EndsOn);
}

/// <summary>Someone in a body.</summary>
public sealed record MemberRow(string Name, string? Role, bool VotingRight, DateOnly? StartsOn, DateOnly? EndsOn);

/// <summary>A meeting in a list.</summary>
public sealed record MeetingRow(int Number, string Name, BodyName Body, DateTimeOffset Start, DateTimeOffset? End, MeetingState State, bool Cancelled, string? Location, int Items);

/// <summary>A body's page.</summary>
public sealed record BodyView(BodyRow Body, BodyName? Predecessor, IReadOnlyList<BodyName> Successors, IReadOnlyList<MemberRow> Members, IReadOnlyList<TermRow> Terms);

/// <summary>A meeting's page.</summary>
public sealed record MeetingView(
    MeetingId Id, int Number, string Name, BodyName Body, DateTimeOffset Start, DateTimeOffset? End, MeetingState State, bool Cancelled, LocationPlan? Location, FormattedText Note, Publication Publication, int Sequence,
    DateTimeOffset ChangedAt, string? Origin, IReadOnlyList<ItemView> Items, IReadOnlyList<AttachedDocument> Documents);

/// <summary>An item of an agenda as everybody may see it: of a non-public one nothing but its number.</summary>
public sealed record ItemView(int Number, string Sign, string? Name, bool IsPublic, PaperName? Paper, ConsultationRole? Role, bool Authoritative, ResolutionView? Resolution)
{
    /// <summary>That a resolution on it was withdrawn.</summary>
    public RetractedView? Retracted { get; init; }
}

/// <summary>A paper by name.</summary>
public sealed record PaperName(int Number, string Name, string? Reference);

/// <summary>What was decided.</summary>
public sealed record ResolutionView(int Number, string Text, ResolutionResult Result, VoteCount? Votes, bool? Unanimous, DateTimeOffset At)
{
    /// <summary>When it was corrected.</summary>
    public DateTimeOffset? CorrectedAt { get; init; }

    /// <summary>As it is stored.</summary>
    public static ResolutionView Of(Resolution resolution) => new(resolution.Number, resolution.Text, resolution.Result, resolution.Votes, resolution.Unanimous, resolution.CreatedAt) { CorrectedAt = resolution.CorrectedAt };
}

/// <summary>That a resolution was withdrawn: nothing was decided by it.</summary>
public sealed record RetractedView(DateTimeOffset At, string Reason)
{
    /// <summary>Of a resolution that was withdrawn; null of one that stands.</summary>
    public static RetractedView? Of(Resolution? resolution) => resolution?.RetractedAt is { } at ? new(at, resolution.RetractReason ?? "") : null;
}

/// <summary>A paper in a list.</summary>
public sealed record PaperRow(int Number, string Name, string? Reference, DateOnly? Date, string? Type, BodyName? Body, PaperStage Stage, DateOnly? Next);

/// <summary>A paper's page.</summary>
public sealed record PaperView(
    PaperId Id, int Number, string Name, string? Reference, DateOnly? Date, string? Type, BodyName? Body, FormattedText Summary, Publication Publication, string? Origin,
    IReadOnlyList<WayStep> Way, IReadOnlyList<AttachedDocument> Documents, IReadOnlyList<OriginRow> Ideas, IReadOnlyList<OriginRow> Proposals)
{
    /// <summary>How far it is.</summary>
    public PaperStage Stage => PaperStages.Of(Way);
}

/// <summary>An idea or a proposal from which a paper comes.</summary>
public sealed record OriginRow(int Number, string Title);

/// <summary>A paper with what was resolved on it.</summary>
/// <param name="Number">Public number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Resolved">The steps of its way that have a meeting and a resolution, in order of time.</param>
public sealed record ResolvedPaper(int Number, string Name, PaperStage Stage, IReadOnlyList<WayStep> Resolved);

/// <summary>A step of a paper's way.</summary>
public sealed record WayStep(BodyName Body, MeetingName? Meeting, ConsultationRole Role, bool Authoritative, string? Sign, int? Item, ResolutionView? Resolution)
{
    /// <summary>That a resolution was withdrawn.</summary>
    public RetractedView? Retracted { get; init; }
}

/// <summary>A meeting by name.</summary>
public sealed record MeetingName(int Number, string Name, DateTimeOffset Start, bool Cancelled, MeetingState State);

/// <summary>How far a paper is on its way: eingebracht, beraten, empfohlen, beschlossen.</summary>
public enum PaperStage
{
    /// <summary>Brought in; nothing was said about it yet.</summary>
    Introduced,

    /// <summary>A body dealt with it and decided nothing.</summary>
    Deliberated,

    /// <summary>A body recommends it.</summary>
    Recommended,

    /// <summary>A body recommends against it.</summary>
    NotRecommended,

    /// <summary>Put off.</summary>
    Postponed,

    /// <summary>Decided with yes.</summary>
    Adopted,

    /// <summary>Decided with no.</summary>
    Rejected,

    /// <summary>A body took note; there is nothing to decide.</summary>
    Noted,

    /// <summary>Taken back.</summary>
    Withdrawn,
}

/// <summary>Reads a stage from a way.</summary>
public static class PaperStages
{
    /// <summary>What the last step that has a result makes of the paper.</summary>
    public static PaperStage Of(IReadOnlyList<WayStep> way)
    {
        if (way.LastOrDefault(step => step.Resolution is not null) is not { Resolution: { } last } step) return PaperStage.Introduced;
        return last.Result switch
        {
            ResolutionResult.Withdrawn => PaperStage.Withdrawn,
            ResolutionResult.Postponed => PaperStage.Postponed,
            ResolutionResult.Referred => PaperStage.Deliberated,
            ResolutionResult.Noted => way.Any(other => other.Resolution is null || other.Role is ConsultationRole.Decision or ConsultationRole.Recommendation) ? PaperStage.Deliberated : PaperStage.Noted,
            ResolutionResult.Rejected => IsFinal(step) ? PaperStage.Rejected : PaperStage.NotRecommended,
            _ => IsFinal(step) ? PaperStage.Adopted : PaperStage.Recommended,
        };
    }

    private static bool IsFinal(WayStep step) => step.Authoritative || step.Role is ConsultationRole.Decision;
}
