using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Web.Data;
using Participation.Web.Ideas;

namespace Participation.Web.Proposals;

/// <summary>Reads proposals for lists: the same number of queries for ten and for ten thousand.</summary>
public sealed class ProposalQueries(ParticipationDbContext db)
{
    /// <summary>Proposals of a page.</summary>
    public const int PageSize = 20;

    private const int ShownElsewhere = 10;

    /// <summary>A page of what somebody may read, the last changed first.</summary>
    public async Task<IReadOnlyList<ProposalRow>> ListAsync(ProposalStage? stage, IdeaCursor? after, int take, Actor? viewer, CancellationToken cancel) =>
        await Rows(After(Of(db.ReadableFor(viewer), stage), after).OrderByDescending(proposal => proposal.ActiveAt).ThenByDescending(proposal => proposal.Number).Take(take)).ToListAsync(cancel);

    /// <summary>How many there are.</summary>
    public Task<int> CountAsync(ProposalStage? stage, Actor? viewer, CancellationToken cancel) => Of(db.ReadableFor(viewer), stage).CountAsync(cancel);

    /// <summary>Public proposals in which an organisation takes part.</summary>
    public Task<List<ProposalRow>> OfOrganisationAsync(OrganisationId organisation, CancellationToken cancel) =>
        Rows(db.Proposals.ThatArePublic().Where(proposal => proposal.Authors.Any(author => author.OrganisationId == organisation && author.JoinedAt != null))
            .OrderByDescending(proposal => proposal.ActiveAt).ThenByDescending(proposal => proposal.Number).Take(ShownElsewhere)).ToListAsync(cancel);

    private static IQueryable<Proposal> After(IQueryable<Proposal> proposals, IdeaCursor? after)
    {
        if (after is not { } cursor) return proposals;
        var (at, number) = (new DateTimeOffset(cursor.Key, TimeSpan.Zero), cursor.Number);
        return proposals.Where(proposal => proposal.ActiveAt < at || (proposal.ActiveAt == at && proposal.Number < number));
    }

    private static IQueryable<Proposal> Of(IQueryable<Proposal> proposals, ProposalStage? stage) => stage switch
    {
        ProposalStage.Drafting => proposals.Where(proposal => proposal.Status == ProposalStatus.Drafting),
        ProposalStage.SignOff => proposals.Where(proposal => proposal.Status == ProposalStatus.SignOff),
        ProposalStage.Published => proposals.Where(proposal => proposal.Status == ProposalStatus.Published || proposal.Status == ProposalStatus.InCommittee),
        ProposalStage.Adopted => proposals.Where(proposal => proposal.Status == ProposalStatus.Adopted || proposal.Status == ProposalStatus.InImplementation || proposal.Status == ProposalStatus.Completed),
        ProposalStage.Rejected => proposals.Where(proposal => proposal.Status == ProposalStatus.Rejected),
        _ => proposals,
    };

    private IQueryable<ProposalRow> Rows(IQueryable<Proposal> proposals) => proposals.Select(proposal => new ProposalRow(
        proposal.Number, proposal.Title, proposal.Summary, proposal.Status, proposal.ReadAlong,
        proposal.Authors.Where(author => author.Role == AuthorRole.Lead).Select(author => db.Organisations.Where(organisation => organisation.Id == author.OrganisationId).Select(organisation => organisation.Name).First()).First(),
        proposal.Authors.Where(author => author.Role == AuthorRole.Lead).Select(author => db.Organisations.Where(organisation => organisation.Id == author.OrganisationId).Select(organisation => organisation.Slug).First()).First(),
        proposal.Authors.Count(author => author.Role != AuthorRole.Lead && author.JoinedAt != null), proposal.ActiveAt, proposal.PublishedAt, proposal.SignBy,
        proposal.SignOffs.Count(signOff => signOff.Round == proposal.Round && signOff.VoidedAt == null && signOff.Objection == null),
        proposal.Authors.Count(author => author.Role != AuthorRole.Adviser && author.JoinedAt != null)));
}

/// <summary>A proposal where another page names it.</summary>
public sealed record ProposalLink(int Number, string Title, ProposalStatus Status);
