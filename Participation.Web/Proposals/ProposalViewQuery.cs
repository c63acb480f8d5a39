using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;

namespace Participation.Web.Proposals;

/// <summary>Reads one proposal for its pages: a fixed number of queries, whatever hangs on it.</summary>
public sealed class ProposalViewQuery(ParticipationDbContext db, RenderedSections sections)
{
    private const int MostSteps = 300;

    /// <summary>A proposal's own row, its organisations and what a viewer may do; null when there is none.</summary>
    public async Task<ProposalRights?> RightsAsync(int number, Actor? viewer, CancellationToken cancel)
    {
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Number == number, cancel);
        if (proposal is null) return null;
        var speaker = viewer is null ? null : await db.SpeakerAsync(viewer, cancel);
        return new ProposalRights(proposal, await PartiesAsync(proposal, cancel), viewer?.IsModerator is true, speaker);
    }

    /// <summary>The same, for whoever may read it.</summary>
    /// <exception cref="NotFoundException">There is none, or not for this viewer.</exception>
    /// <exception cref="GoneException">It was given up, after anyone could read it.</exception>
    public async Task<ProposalRights> ReadableAsync(int number, Actor? viewer, CancellationToken cancel)
    {
        var rights = await RightsAsync(number, viewer, cancel) ?? throw new NotFoundException();
        if (rights.MayRead) return rights;
        throw rights.Proposal is { Status: ProposalStatus.Withdrawn, ReadAlong: true } gone ? new GoneException(gone.WithdrawalReason ?? "") : new NotFoundException();
    }

    /// <summary>Everything else.</summary>
    public async Task<ProposalView> ExecuteAsync(ProposalRights rights, CancellationToken cancel)
    {
        var proposal = rights.Proposal;
        var ideas = await db.Ideas.ThatArePublic().Where(idea => db.Set<ProposalIdea>().Any(source => source.ProposalId == proposal.Id && source.IdeaId == idea.Id)).OrderBy(idea => idea.Number)
            .Select(idea => new SourceIdea(
                idea.Number ?? 0, idea.Title, db.People.Where(person => person.Id == idea.AuthorId).Select(person => person.DisplayName).First(),
                db.Organisations.Where(organisation => organisation.Id == idea.OrganisationId).Select(organisation => organisation.Name).FirstOrDefault())).ToListAsync(cancel);
        var costs = await CostsAsync(proposal.Id, cancel);
        return new ProposalView(proposal, rights.Parties, ideas, costs, await sections.OfAsync(proposal.Id, cancel), await StepsAsync(rights, cancel));
    }

    /// <summary>The table of costs.</summary>
    public async Task<IReadOnlyList<CostLine>> CostsAsync(ProposalId proposal, CancellationToken cancel) => await db.Set<CostItem>().AsNoTracking().Where(cost => cost.ProposalId == proposal)
        .OrderBy(cost => cost.Position).Select(cost => new CostLine(cost.Label, cost.OneOff, cost.Yearly)).ToListAsync(cancel);

    private async Task<IReadOnlyList<PartyView>> PartiesAsync(Proposal proposal, CancellationToken cancel)
    {
        var parties = await db.ProposalAuthors.AsNoTracking().Where(author => author.ProposalId == proposal.Id)
            .Join(db.Organisations, author => author.OrganisationId, organisation => organisation.Id, (author, organisation) => new PartyView(organisation.Id, organisation.Name, organisation.Slug, author.Role, author.InvitedAt, author.JoinedAt))
            .ToListAsync(cancel);
        var signed = await db.Set<SignOff>().AsNoTracking().Where(signOff => signOff.ProposalId == proposal.Id && signOff.Round == proposal.Round && signOff.VoidedAt == null && signOff.Objection == null)
            .ToDictionaryAsync(signOff => signOff.OrganisationId, signOff => signOff.At, cancel);
        return [.. parties.OrderBy(party => party.Role).ThenBy(party => party.InvitedAt).ThenBy(party => party.Name, StringComparer.CurrentCulture)
            .Select(party => party with { SignedAt = signed.TryGetValue(party.Id, out var at) ? at : null })];
    }

    private async Task<IReadOnlyList<ProposalStep>> StepsAsync(ProposalRights rights, CancellationToken cancel)
    {
        var id = rights.Proposal.Id;
        var names = await db.Organisations.AsNoTracking()
            .Where(organisation => db.Set<ProposalEvent>().Any(step => step.ProposalId == id && step.OrganisationId == organisation.Id) || db.Set<SignOff>().Any(signOff => signOff.ProposalId == id && signOff.OrganisationId == organisation.Id))
            .ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Name, cancel);
        var voided = await db.Set<SignOff>().AsNoTracking().Where(signOff => signOff.ProposalId == id && signOff.VoidedAt != null && signOff.Objection == null)
            .Select(signOff => new { signOff.OrganisationId, signOff.VoidedAt }).ToListAsync(cancel);
        var steps = await db.Set<ProposalEvent>().AsNoTracking().Where(step => step.ProposalId == id).OrderByDescending(step => step.At).Take(MostSteps).ToListAsync(cancel);
        return [.. steps.Where(step => rights.SeesInside || step.Kind.IsForEveryone()).OrderBy(step => step.At).ThenBy(step => step.Kind).Select(step => new ProposalStep(
            step.Kind, step.At, step.OrganisationId is { } organisation ? names.GetValueOrDefault(organisation) : null,
            rights.SeesInside || step.Kind is ProposalEventKind.Withdrawn or ProposalEventKind.Rejected ? step.Note : null,
            step.Kind is ProposalEventKind.Reopened or ProposalEventKind.Objected or ProposalEventKind.Withdrawn ? [.. voided.Where(signOff => signOff.VoidedAt == step.At).Select(signOff => names[signOff.OrganisationId]).Order(StringComparer.CurrentCulture)] : []))];
    }
}
