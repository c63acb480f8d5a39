using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>What somebody suggested and remarked about proposals. As with comments a suggestion stays without a name or goes, as chosen; what was hidden goes, and what was said for an organisation, as every remark is, stays.</summary>
internal sealed class SuggestionsOfPerson(ParticipationDbContext db, TimeProvider clock) : IPersonalData
{
    private const int Batch = 50;

    public int Order => 62;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Suggestion), typeof(PassageComment)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var made = await db.Suggestions.AsNoTracking().Where(suggestion => suggestion.AuthorId == person).Join(db.Proposals, suggestion => suggestion.ProposalId, proposal => proposal.Id, (suggestion, proposal) => new { proposal.Number, Suggestion = suggestion })
            .OrderBy(row => row.Suggestion.At).ToListAsync(cancel);
        var decided = await db.Suggestions.AsNoTracking().Where(suggestion => suggestion.DecidedBy == person && suggestion.AuthorId != person).Join(db.Proposals, suggestion => suggestion.ProposalId, proposal => proposal.Id, (suggestion, proposal) => new { proposal.Number, Suggestion = suggestion })
            .OrderBy(row => row.Suggestion.DecidedAt).ToListAsync(cancel);
        var remarks = await db.PassageComments.AsNoTracking().Where(remark => remark.AuthorId == person).Join(db.Proposals, remark => remark.ProposalId, proposal => proposal.Id, (remark, proposal) => new { proposal.Number, Remark = remark })
            .OrderBy(row => row.Remark.At).ToListAsync(cancel);
        return
        [
            new("suggestions", [.. made.Select(row => new ExportItem(("proposal", row.Number), ("number", row.Suggestion.Number), ("section", row.Suggestion.Passage.Section), ("quote", row.Suggestion.Passage.Quote), ("text", row.Suggestion.Replacement), ("reason", row.Suggestion.Reason), ("status", row.Suggestion.Status), ("at", row.Suggestion.At), ("decidedAt", row.Suggestion.DecidedAt), ("answer", row.Suggestion.Answer), ("hiddenAt", row.Suggestion.HiddenAt), ("hiddenReason", row.Suggestion.HiddenReason)))]),
            new("suggestionDecisions", [.. decided.Select(row => new ExportItem(("proposal", row.Number), ("number", row.Suggestion.Number), ("status", row.Suggestion.Status), ("at", row.Suggestion.DecidedAt), ("answer", row.Suggestion.Answer)))]),
            new("remarks", [.. remarks.Select(row => new ExportItem(("proposal", row.Number), ("number", row.Remark.Number), ("section", row.Remark.Passage.Section), ("quote", row.Remark.Passage.Quote), ("text", row.Remark.Body), ("at", row.Remark.At), ("removedAt", row.Remark.RemovedAt), ("hiddenAt", row.Remark.HiddenAt), ("hiddenReason", row.Remark.HiddenReason)))]),
        ];
    }

    public async Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel)
    {
        var (all, now) = (who.TakesTextsAlong, clock.GetUtcNow());
        var suggestions = await db.Suggestions.Where(made => made.AuthorId == who.Id && made.OrganisationId == null && (made.Replacement != "" || made.Reason != "")
            && (all || made.HiddenAt != null || made.Status == SuggestionStatus.Withdrawn)).OrderBy(made => made.Number).Take(Batch).ToListAsync(cancel);
        var remarks = await db.PassageComments.Where(remark => remark.AuthorId == who.Id && remark.Body != "" && remark.HiddenAt != null).OrderBy(remark => remark.Number).Take(Batch).ToListAsync(cancel);
        suggestions.ForEach(made => made.Erase(now));
        remarks.ForEach(remark => remark.Erase(now));
        await db.SaveChangesAsync(cancel);
        return suggestions.Count + remarks.Count > 0;
    }
}
