using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;
using Participation.Web.Data;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Proposals;

/// <summary>Reads exactly what is signed.</summary>
public sealed class ContentOfProposal(ParticipationDbContext db, ReadTexts texts)
{
    /// <summary>What a proposal says now.</summary>
    public async Task<ProposalContent> ReadAsync(ProposalId proposal, CancellationToken cancel) =>
        await ReadAsync(await db.Proposals.AsNoTracking().Include(p => p.Authors).Include(p => p.Costs).AsSplitQuery().SingleAsync(p => p.Id == proposal, cancel), cancel);

    /// <summary>What a proposal says now; whoever asks has its authors and costs loaded.</summary>
    public async Task<ProposalContent> ReadAsync(Proposal proposal, CancellationToken cancel)
    {
        var slugs = await db.Organisations.Where(organisation => db.ProposalAuthors.Any(author => author.ProposalId == proposal.Id && author.OrganisationId == organisation.Id))
            .ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Slug, cancel);
        return new ProposalContent(
            proposal.Number, proposal.Title, proposal.Summary, [.. (await texts.OfAsync(proposal.Id, cancel)).Select(text => new SectionText(text.Section, text.Text))],
            [.. proposal.Costs.OrderBy(cost => cost.Position).Select(cost => new CostLine(cost.Label, cost.OneOff, cost.Yearly))],
            [.. proposal.Authors.Where(author => author.JoinedAt is not null).Select(author => new SigningAuthor(slugs[author.OrganisationId], author.Role))]);
    }
}
