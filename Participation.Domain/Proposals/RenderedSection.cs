namespace Participation.Domain.Proposals;

/// <summary>A section as it is shown: what its shared text said when it was rendered last. Shown only while the text still says that.</summary>
public sealed class RenderedSection
{
    private RenderedSection() { }

    /// <summary>The proposal.</summary>
    public ProposalId ProposalId { get; private set; }

    /// <summary>The section.</summary>
    public SectionKind Section { get; private set; }

    /// <summary>The text with its rendering.</summary>
    public FormattedText Text { get; private set; } = FormattedText.Empty;

    internal static RenderedSection Empty(ProposalId proposal, SectionKind section) => new() { ProposalId = proposal, Section = section };
}
