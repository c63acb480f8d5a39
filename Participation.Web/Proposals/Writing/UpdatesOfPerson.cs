using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Proposals.Writing;

/// <summary>What somebody wrote in proposals, for an organisation. It is the organisation's text and stays, without a name behind the number.</summary>
internal sealed class UpdatesOfPerson(ParticipationDbContext db) : IPersonalData
{
    public int Order => 45;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(SharedTextUpdate)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var written = await (from update in db.SharedTextUpdates.AsNoTracking()
                             join text in db.SharedTexts on update.TextId equals text.Id
                             join proposal in db.Proposals on text.ProposalId equals proposal.Id
                             where update.PersonId == person
                             orderby update.At, update.Version
                             select new { proposal.Number, text.Section, update.Version, update.At, update.Changes }).ToListAsync(cancel);
        return [new("proposalTexts", [.. written.Select(update => new ExportItem(("proposal", update.Number), ("section", update.Section), ("version", update.Version), ("at", update.At), ("changes", update.Changes)))])];
    }

    public Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel) => Task.FromResult(false);
}
