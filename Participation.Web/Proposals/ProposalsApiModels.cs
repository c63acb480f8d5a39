using System.ComponentModel;
using Participation.Domain.Proposals;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>A proposal in a list.</summary>
[Description("Ein Vorhaben in einer Liste.")]
public sealed record ApiProposalRow(
    [property: Description("Öffentliche Nummer.")] int Number,
    [property: Description("Adresse auf der Website.")] string Url,
    string Title,
    string Summary,
    [property: Description("Stand des Vorhabens.")] ProposalStatus Status,
    [property: Description("Adresse der federführenden Organisation.")] string Lead,
    DateTimeOffset? PublishedAt,
    [property: Description("Letzte Änderung außer am Text der Abschnitte.")] DateTimeOffset ActiveAt)
{
    internal static ApiProposalRow Of(ProposalRow row) => new(row.Number, Links.Proposal(row.Number, row.Title), row.Title, row.Summary, row.Status, row.LeadSlug, row.PublishedAt, row.ActiveAt);
}

/// <summary>A proposal as a whole.</summary>
[Description("Ein Vorhaben mit Abschnitten, Kosten, Organisationen, Zeichnungen und Schritten.")]
public sealed record ApiProposal(
    ApiProposalRow Proposal,
    [property: Description("Die Abschnitte in ihrer Reihenfolge.")] IReadOnlyList<ApiSection> Sections,
    [property: Description("Die Kostentabelle.")] IReadOnlyList<ApiCost> Costs,
    [property: Description("Summe dessen, was einmal anfällt, in Cent.")] long OneOffCents,
    [property: Description("Summe dessen, was jedes Jahr anfällt, in Cent.")] long YearlyCents,
    [property: Description("Die Organisationen, die federführende zuerst.")] IReadOnlyList<ApiParty> Organisations,
    [property: Description("Nummern der öffentlichen Ideen, aus denen es entstand.")] IReadOnlyList<int> Ideas,
    [property: Description("Letzter Tag der Mitzeichnung, solange gezeichnet wird.")] DateOnly? SignBy,
    [property: Description("SHA-256 dessen, was gezeichnet wird oder wurde; die Bytes dazu stehen unter „content“.")] string? ContentHash,
    IReadOnlyList<ApiProposalStep> Timeline)
{
    internal static ApiProposal Of(ProposalView view, ProposalContent content)
    {
        var proposal = view.Proposal;
        return new ApiProposal(
            new ApiProposalRow(proposal.Number, Links.Proposal(proposal.Number, proposal.Title), proposal.Title, proposal.Summary, proposal.Status, view.Lead.Slug, proposal.PublishedAt, proposal.ActiveAt),
            [.. view.Sections.Select(section => new ApiSection(section.Section, content.Sections.FirstOrDefault(text => text.Section == section.Section)?.Text ?? "", section.Html))],
            [.. view.Costs.Select(cost => new ApiCost(cost.Label, cost.OneOff, cost.Yearly))], view.Costs.Sum(cost => cost.OneOff ?? 0), view.Costs.Sum(cost => cost.Yearly ?? 0),
            [.. view.Joined.Select(party => new ApiParty(party.Slug, party.Name, party.Role, party.SignedAt))], [.. view.Ideas.Select(idea => idea.Number)], proposal.SignBy, proposal.ContentHash,
            [.. view.Steps.Select(step => new ApiProposalStep(step.Kind, step.At, step.Organisation))]);
    }
}

/// <summary>A section.</summary>
[Description("Ein Abschnitt.")]
public sealed record ApiSection(SectionKind Section, [property: Description("Text in Markdown.")] string Text, [property: Description("Derselbe als bereinigtes HTML.")] string Html);

/// <summary>A line of the table of costs.</summary>
[Description("Eine Zeile der Kostentabelle, Beträge in Cent.")]
public sealed record ApiCost(string Label, long? OneOffCents, long? YearlyCents);

/// <summary>An organisation that takes part.</summary>
[Description("Eine beteiligte Organisation.")]
public sealed record ApiParty([property: Description("Adresse der Organisation.")] string Organisation, string Name, AuthorRole Role, [property: Description("Wann sie gezeichnet hat, was jetzt gilt.")] DateTimeOffset? SignedAt);

/// <summary>A dated step.</summary>
[Description("Ein Schritt im Leben des Vorhabens.")]
public sealed record ApiProposalStep(ProposalEventKind Kind, DateTimeOffset At, string? Organisation);
