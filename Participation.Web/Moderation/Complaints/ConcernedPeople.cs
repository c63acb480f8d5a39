using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Proposals;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Complaints;

/// <summary>Says whom a decision concerns: they read its reasons and may complain.</summary>
public sealed class ConcernedPeople(ParticipationDbContext db)
{
    /// <summary>Whoever wrote what was decided on; of a proposal, the owners of all organisations that wrote it.</summary>
    public async Task<bool> IsAsync(Decision decision, PersonId person, CancellationToken cancel)
    {
        if (decision.AuthorId == person) return true;
        if (decision.SubjectKind is not SubjectKind.Proposal) return false;
        var proposal = ProposalId.From(decision.SubjectId);
        return await Parties.Owners(db, proposal).AnyAsync(owner => owner == person, cancel);
    }
}
