using Participation.Domain.Proposals;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Revisions;

/// <summary>Compares what a proposal said with what it says, part by part and word by word.</summary>
public static class ContentComparison
{
    /// <summary>Title, summary, sections and costs in the order in which they are read.</summary>
    public static IReadOnlyList<ComparedPart> Between(ProposalContent old, ProposalContent young) =>
    [
        Part(RevisionsTexts.PartTitle, old.Title, young.Title), Part(RevisionsTexts.PartSummary, old.Summary, young.Summary),
        .. Enum.GetValues<SectionKind>().Select(section => Part(ProposalWords.Of(section), old.Sections.GetValueOrDefault(section) ?? "", young.Sections.GetValueOrDefault(section) ?? "")),
        Part(ProposalsTexts.CostsTable, Lines(old.Costs), Lines(young.Costs)),
    ];

    private static ComparedPart Part(string heading, string old, string young) => new(heading, old == young ? [] : Fold(WordDiff.Between(old, young)));

    /// <summary>Paragraphs that nobody changed are folded, except those beside a change.</summary>
    private static List<ComparedPassage> Fold(IReadOnlyList<IReadOnlyList<DiffPiece>> paragraphs)
    {
        var passages = new List<ComparedPassage>();
        var folded = new List<IReadOnlyList<DiffPiece>>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (!IsChanged(paragraphs[i]) && !(i > 0 && IsChanged(paragraphs[i - 1])) && !(i + 1 < paragraphs.Count && IsChanged(paragraphs[i + 1])))
            {
                folded.Add(paragraphs[i]);
                continue;
            }

            Close(passages, folded);
            passages.Add(new ComparedPassage([paragraphs[i]], IsFolded: false));
        }

        Close(passages, folded);
        return passages;
    }

    private static void Close(List<ComparedPassage> passages, List<IReadOnlyList<DiffPiece>> folded)
    {
        if (folded.Count > 0) passages.Add(new ComparedPassage([.. folded], IsFolded: true));
        folded.Clear();
    }

    private static bool IsChanged(IReadOnlyList<DiffPiece> paragraph) => paragraph.Any(piece => piece.Kind != ' ');

    private static string Lines(IReadOnlyList<CostLine> costs) => string.Join('\n', costs.Select(cost => RevisionsTexts.CostLine.With(cost.Label, ProposalWords.Euro(cost.OneOff), ProposalWords.Euro(cost.Yearly))));
}

/// <summary>A part of a proposal, compared.</summary>
/// <param name="Heading">Which part.</param>
/// <param name="Passages">What was changed in it, with what stands around; nothing when nothing was.</param>
public sealed record ComparedPart(string Heading, IReadOnlyList<ComparedPassage> Passages);

/// <summary>Paragraphs of a comparison.</summary>
/// <param name="Paragraphs">The paragraphs in pieces.</param>
/// <param name="IsFolded">Whether nothing was changed in them.</param>
public sealed record ComparedPassage(IReadOnlyList<IReadOnlyList<DiffPiece>> Paragraphs, bool IsFolded);
