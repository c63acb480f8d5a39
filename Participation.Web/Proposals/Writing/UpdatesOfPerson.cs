using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Proposals.Writing;

/// <summary>What somebody began, wrote and signed in proposals, for an organisation. It is the organisation's text and stays, without a name behind the number.</summary>
internal sealed class UpdatesOfPerson(ParticipationDbContext db) : IPersonalData
{
    public int Order => 45;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(SharedTextUpdate), typeof(SignOff), typeof(Proposal)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var written = await (from update in db.SharedTextUpdates.AsNoTracking()
                             join text in db.SharedTexts on update.TextId equals text.Id
                             join proposal in db.Proposals on text.ProposalId equals proposal.Id
                             where update.PersonId == person
                             orderby update.At, update.Version
                             select new { proposal.Number, text.Section, update.Version, update.At, update.Changes }).ToListAsync(cancel);
        var signed = await (from sign in db.SignOffs.AsNoTracking()
                            join proposal in db.Proposals on sign.ProposalId equals proposal.Id
                            join organisation in db.Organisations on sign.OrganisationId equals organisation.Id
                            where sign.PersonId == person
                            orderby sign.At
                            select new { proposal.Number, proposal.Title, Organisation = organisation.Name, sign.At, sign.ContentHash, sign.Reason }).ToListAsync(cancel);
        var begun = await db.Proposals.AsNoTracking().Where(proposal => proposal.StartedBy == person).OrderBy(proposal => proposal.Number).ToListAsync(cancel);
        return [
            new("proposals", [.. begun.Select(proposal => new ExportItem(("number", proposal.Number), ("title", proposal.Title), ("at", proposal.StartedAt)))]),
            new("proposalSignOffs", [.. signed.Select(sign => new ExportItem(("proposal", sign.Number), ("title", sign.Title), ("organisation", sign.Organisation), ("at", sign.At), ("hash", sign.ContentHash), ("reason", sign.Reason)))]),
            new("proposalTexts", [.. written.Select(update => new ExportItem(("proposal", update.Number), ("section", update.Section), ("version", update.Version), ("at", update.At), ("changes", update.Changes)))]),
        ];
    }

    public Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel) => Task.FromResult(false);
}
