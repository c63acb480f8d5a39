using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Proposals;
using Participation.Web.Data;

namespace Participation.Web.Moderation;

/// <summary>
/// Who does not decide on a contribution, nor on a complaint about it, because it is their own: its author; of a proposal whoever began, wrote or signed it, or owns an
/// organisation that did. Belonging to one of the organisations is not enough: the moderators of a city belong to the city.
/// </summary>
public sealed class Parties(ParticipationDbContext db)
{
    private const int Most = 1000;

    /// <summary>All of them: one query.</summary>
    public async Task<IReadOnlyList<PersonId>> OfAsync(Matter matter, CancellationToken cancel)
    {
        if (matter.At.Kind is not SubjectKind.Proposal) return [matter.Author];
        var proposal = ProposalId.From(matter.Subject.Id);
        var writers = db.SharedTextUpdates.Where(update => db.SharedTexts.Any(text => text.Id == update.TextId && text.ProposalId == proposal)).Select(update => update.PersonId);
        var signers = db.SignOffs.Where(signed => signed.ProposalId == proposal).Select(signed => signed.PersonId);
        var starters = db.Proposals.Where(candidate => candidate.Id == proposal).Select(candidate => candidate.StartedBy);
        var people = await writers.Union(signers).Union(starters).Union(Owners(db, proposal)).OrderBy(person => person).Take(Most).ToListAsync(cancel);
        return [.. people.Append(matter.Author).Distinct()];
    }

    /// <summary>Whether somebody is one of them.</summary>
    public async Task<bool> IsAsync(Matter matter, PersonId person, CancellationToken cancel) => matter.Author == person || (await OfAsync(matter, cancel)).Contains(person);

    /// <summary>Who owns the organisations that wrote a proposal: they answer for it, are told what was decided about it, and may complain.</summary>
    internal static IQueryable<PersonId> Owners(ParticipationDbContext db, ProposalId proposal) => db.Memberships
        .Where(membership => membership.Role == MembershipRole.Owner && db.ProposalAuthors.Any(author => author.ProposalId == proposal && author.JoinedAt != null && author.OrganisationId == membership.OrganisationId))
        .Select(membership => membership.PersonId).Distinct();
}
