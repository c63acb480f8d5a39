using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Web.Data;

namespace Participation.Web.Proposals.Revisions;

/// <summary>Reads the revisions of a proposal that somebody may read.</summary>
public sealed class RevisionQueries(ParticipationDbContext db, ReadProposal read)
{
    /// <summary>Revisions on a page of the list.</summary>
    public const int PageSize = 30;

    /// <summary>Stands for the text as it is now, in addresses.</summary>
    public const int Now = 0;

    /// <summary>Revisions, the newest first.</summary>
    public async Task<(IReadOnlyList<RevisionRow> Rows, int? Next)> ListAsync(ProposalId proposal, int? before, CancellationToken cancel)
    {
        var rows = await Rows(proposal).Where(revision => before == null || revision.Number < before).Take(PageSize + 1).ToListAsync(cancel);
        return rows.Count > PageSize ? (rows.GetRange(0, PageSize), rows[PageSize - 1].Number) : (rows, null);
    }

    /// <summary>All of them by number, for choosing two; there are never more than some hundred.</summary>
    public async Task<IReadOnlyList<RevisionName>> NamesAsync(ProposalId proposal, CancellationToken cancel) => await db.Revisions.AsNoTracking().Where(revision => revision.ProposalId == proposal)
        .OrderByDescending(revision => revision.Number).Select(revision => new RevisionName(revision.Number, revision.Kind, revision.Note, revision.At)).ToListAsync(cancel);

    /// <summary>What a revision says; null when there is none of this number.</summary>
    public async Task<ProposalContent?> ContentAsync(Proposal proposal, int revision, CancellationToken cancel) => (await StateAsync(proposal, revision, cancel))?.Content;

    /// <summary>What a revision says, with the versions of its texts; null when there is none of this number.</summary>
    public async Task<RevisionState?> StateAsync(Proposal proposal, int revision, CancellationToken cancel)
    {
        if (revision == Now) return await read.NowAsync(proposal, cancel);
        return (await db.Revisions.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.ProposalId == proposal.Id && candidate.Number == revision, cancel))?.State;
    }

    /// <summary>One line of the list; null when there is none of this number.</summary>
    public Task<RevisionRow?> FindAsync(ProposalId proposal, int revision, CancellationToken cancel) => Rows(proposal).SingleOrDefaultAsync(row => row.Number == revision, cancel);

    private IQueryable<RevisionRow> Rows(ProposalId proposal) => db.Revisions.AsNoTracking().Where(revision => revision.ProposalId == proposal).OrderByDescending(revision => revision.Number).Select(revision => new RevisionRow
    {
        Number = revision.Number, Kind = revision.Kind, Note = revision.Note, At = revision.At, Hash = revision.ContentHash,
        Person = db.People.Where(person => person.Id == revision.By).Select(person => person.DisplayName).FirstOrDefault(),
        Organisation = db.Organisations.Where(organisation => organisation.Id == revision.OrganisationId).Select(organisation => organisation.Name).FirstOrDefault(),
        Writers = (from writer in revision.Writers join organisation in db.Organisations on writer.OrganisationId equals organisation.Id orderby organisation.Name select organisation.Name).ToList(),
    });
}

/// <summary>A revision among those that can be compared.</summary>
public sealed record RevisionName(int Number, RevisionKind Kind, string Note, DateTimeOffset At);

/// <summary>A line of the list.</summary>
public sealed record RevisionRow
{
    public required int Number { get; init; }

    public required RevisionKind Kind { get; init; }

    public required string Note { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Hash { get; init; }

    /// <summary>Who named it; shown to those inside alone.</summary>
    public required string? Person { get; init; }

    /// <summary>For which organisation.</summary>
    public required string? Organisation { get; init; }

    /// <summary>The organisations that wrote since the revision before.</summary>
    public required IReadOnlyList<string> Writers { get; init; }
}
