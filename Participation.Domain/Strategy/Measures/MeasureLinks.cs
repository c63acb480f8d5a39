using Participation.Domain.Council;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;

namespace Participation.Domain.Strategy.Measures;

/// <summary>An idea that a measure takes up.</summary>
public sealed class MeasureIdea(MeasureId measureId, IdeaId ideaId)
{
    /// <summary>The measure.</summary>
    public MeasureId MeasureId { get; private set; } = measureId;

    /// <summary>The idea.</summary>
    public IdeaId IdeaId { get; private set; } = ideaId;
}

/// <summary>A proposal that a measure carries out.</summary>
public sealed class MeasureProposal(MeasureId measureId, ProposalId proposalId)
{
    /// <summary>The measure.</summary>
    public MeasureId MeasureId { get; private set; } = measureId;

    /// <summary>The proposal.</summary>
    public ProposalId ProposalId { get; private set; } = proposalId;
}

/// <summary>A paper of the council that a measure rests on.</summary>
public sealed class MeasurePaper(MeasureId measureId, PaperId paperId)
{
    /// <summary>The measure.</summary>
    public MeasureId MeasureId { get; private set; } = measureId;

    /// <summary>The paper.</summary>
    public PaperId PaperId { get; private set; } = paperId;
}
