using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Measures;

namespace Participation.Web.Strategy.Measures;

/// <summary>A measure as its form sends it; ideas, proposals and papers by their public numbers.</summary>
public sealed record MeasureDraft(
    FieldOfActionId Field, string Title, FormattedText Description, OrganisationId? Responsible, string? Unit, MeasureStatus Status, string? StatusReason, int Progress,
    IReadOnlyList<MilestonePlan> Milestones, IReadOnlyList<int> Ideas, IReadOnlyList<int> Proposals, IReadOnlyList<int> Papers)
{
    /// <summary>Why it is changed, in a sentence, for the history.</summary>
    public string? ChangeReason { get; init; }

    /// <summary>What becomes of its publication.</summary>
    public PublicationChange Publish { get; init; } = new(PublicationStep.Keep);

    /// <summary>The version that the editor saw.</summary>
    public int Version { get; init; }
}
