using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Proposals;

/// <summary>What somebody did with proposals, for an organisation. It is the organisation's doing and stays, without a name behind the number.</summary>
internal sealed class ProposalsOfPerson(ParticipationDbContext db) : IPersonalData
{
    public int Order => 46;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Proposal), typeof(SignOff), typeof(ProposalEvent)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var begun = await db.Proposals.AsNoTracking().Where(proposal => proposal.StartedBy == person).OrderBy(proposal => proposal.Number)
            .Select(proposal => new { proposal.Number, proposal.Title, proposal.StartedAt }).ToListAsync(cancel);
        var steps = await (from step in db.Set<ProposalEvent>().AsNoTracking()
                           join proposal in db.Proposals on step.ProposalId equals proposal.Id
                           where step.By == person
                           orderby step.At
                           select new { proposal.Number, step.Kind, step.At, step.Note, Organisation = db.Organisations.Where(o => o.Id == step.OrganisationId).Select(o => o.Name).FirstOrDefault() }).ToListAsync(cancel);
        var signed = await (from signOff in db.Set<SignOff>().AsNoTracking()
                            join proposal in db.Proposals on signOff.ProposalId equals proposal.Id
                            join organisation in db.Organisations on signOff.OrganisationId equals organisation.Id
                            where signOff.By == person
                            orderby signOff.At
                            select new { proposal.Number, organisation.Name, signOff.At, signOff.ContentHash, signOff.Objection }).ToListAsync(cancel);
        return
        [
            new("proposals", [.. begun.Select(proposal => new ExportItem(("proposal", proposal.Number), ("title", proposal.Title), ("at", proposal.StartedAt)))]),
            new("proposalSteps", [.. steps.Select(step => new ExportItem(("proposal", step.Number), ("step", step.Kind), ("organisation", step.Organisation), ("at", step.At), ("reason", step.Note)))]),
            new("signatures", [.. signed.Select(signOff => new ExportItem(("proposal", signOff.Number), ("organisation", signOff.Name), ("at", signOff.At), ("hash", signOff.ContentHash), ("reason", signOff.Objection)))]),
        ];
    }

    public Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel) => Task.FromResult(false);
}
