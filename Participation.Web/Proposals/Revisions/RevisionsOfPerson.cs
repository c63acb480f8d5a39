using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals.Revisions;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Proposals.Revisions;

/// <summary>Revisions that somebody named for an organisation. They are the organisation's and stay, without a name behind the number.</summary>
internal sealed class RevisionsOfPerson(ParticipationDbContext db) : IPersonalData
{
    public int Order => 47;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Revision)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var named = await (from revision in db.Revisions.AsNoTracking()
                           join proposal in db.Proposals on revision.ProposalId equals proposal.Id
                           where revision.By == person
                           orderby revision.At
                           select new { Proposal = proposal.Number, revision.Number, revision.Note, revision.At }).ToListAsync(cancel);
        return [new("revisions", [.. named.Select(revision => new ExportItem(("proposal", revision.Proposal), ("number", revision.Number), ("text", revision.Note), ("at", revision.At)))])];
    }

    public Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel) => Task.FromResult(false);
}
