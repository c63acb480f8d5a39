using Participation.Domain.Accounts;
using Participation.Domain.Council;

namespace Participation.Domain.Ideas;

/// <summary>What an official answer says.</summary>
public enum AnswerOutcome
{
    /// <summary>How far it is; the decision comes later.</summary>
    Interim,

    /// <summary>Yes.</summary>
    Accepted,

    /// <summary>Yes in part.</summary>
    PartlyAccepted,

    /// <summary>No, with reasons.</summary>
    Rejected,
}

/// <summary>The administration's word on an idea. Answers are added, never rewritten; the newest counts.</summary>
public sealed class OfficialAnswer
{
    /// <summary>Longest answer, in characters.</summary>
    public const int TextMaxLength = 10_000;

    /// <summary>Longest name of the responsible unit, in characters.</summary>
    public const int UnitMaxLength = 120;

    private OfficialAnswer() { }

    /// <summary>Internal identity.</summary>
    public OfficialAnswerId Id { get; private set; }

    /// <summary>The idea.</summary>
    public IdeaId IdeaId { get; private set; }

    /// <summary>What it says.</summary>
    public AnswerOutcome Outcome { get; private set; }

    /// <summary>The reasons.</summary>
    public FormattedText Text { get; private set; } = FormattedText.Empty;

    /// <summary>Who takes care of it.</summary>
    public OrganisationId? ResponsibleOrganisationId { get; private set; }

    /// <summary>The unit within the organisation.</summary>
    public string? ResponsibleUnit { get; private set; }

    /// <summary>When the next word follows.</summary>
    public DateOnly? NextDate { get; private set; }

    /// <summary>The resolution that it says, or whose withdrawal it tells; null for an answer of the administration alone.</summary>
    public ResolutionId? ResolutionId { get; private set; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset AnsweredAt { get; private set; }

    /// <summary>Who published it.</summary>
    public PersonId AnsweredBy { get; private set; }

    internal static OfficialAnswer Give(IdeaId idea, AnswerDraft draft, PersonId by, DateTimeOffset now) => new()
    {
        Id = OfficialAnswerId.New(now),
        IdeaId = idea,
        Outcome = draft.Outcome,
        Text = draft.Text,
        ResponsibleOrganisationId = draft.ResponsibleOrganisation,
        ResponsibleUnit = draft.ResponsibleUnit,
        NextDate = draft.NextDate,
        ResolutionId = draft.Resolution,
        AnsweredAt = now,
        AnsweredBy = by,
    };
}

/// <summary>An answer before it is given.</summary>
public sealed record AnswerDraft(
    AnswerOutcome Outcome, FormattedText Text, OrganisationId? ResponsibleOrganisation, string? ResponsibleUnit, DateOnly? NextDate, ResolutionId? Resolution = null);
