using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Data;
using Participation.Web.Ideas;
using Participation.Web.Markdown;
using Participation.Web.Moderation.Guards;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>What everything passes that somebody writes about a text which others write: who they are, whether it is the time for it, and the guards of contributions.</summary>
public sealed class TakingPart(ParticipationDbContext db, WritingGuard guard, MarkdownText markdown)
{
    /// <summary>Asked under the lock of the author's own channel. What stood in the passage before is not held against anyone.</summary>
    public async Task<Outcome<Contribution>> CheckAsync(OpenedProposal open, Actor actor, Guid? organisation, Passage passage, SuggestionWords written, CancellationToken cancel)
    {
        if (!IsOpen(open.Proposal)) return new SuggestionsAreClosed();
        if (await CheckBarredAsync(open, actor, cancel) is { } barred) return barred;
        var author = await db.People.SingleAsync(person => person.Id == actor.Person, cancel);
        var words = $"{Added(passage.Quote, written.Replacement)}\n{written.Reason}";
        if (PersonalData.In(words) is { } found && !written.SharesPersonalData) return new ContainsPersonalData(found);
        var speaks = await Speaking.ForAsync(db, actor, organisation, cancel);
        if (speaks.Refusal is { } notAllowed) return notAllowed;
        var verdict = await guard.CheckAsync(new GuardedText(WritingKind.Comment, markdown.Format(words), []), author, speaks.Value, open.Change.Now, cancel);
        if (!verdict.Done) return verdict.Refusal;
        return new Contribution(speaks.Value, verdict.Value);
    }

    /// <summary>Why somebody may not take part now, whatever they want to do.</summary>
    public async Task<Domain.Refusal?> CheckBarredAsync(OpenedProposal open, Actor actor, CancellationToken cancel) =>
        (await db.People.SingleAsync(person => person.Id == actor.Person, cancel)).CheckWriting(Verification.Email, open.Change.Now);

    /// <summary>Whether a proposal takes suggestions: while it is written, signed, and published but not yet with a committee.</summary>
    public static bool IsOpen(Proposal proposal) => proposal.Status is ProposalStatus.Drafting or ProposalStatus.SignOff or ProposalStatus.Published;

    /// <summary>Whether its organisations talk about it: until all have signed.</summary>
    public static bool IsDiscussed(Proposal proposal) => proposal.Status is ProposalStatus.Drafting or ProposalStatus.SignOff;

    private static string Added(string before, string after) => string.Join('\n', WordDiff.Between(before, after).SelectMany(paragraph => paragraph).Where(piece => piece.Kind == '+').Select(piece => piece.Text));
}

/// <summary>Something that may be written.</summary>
/// <param name="Organisation">In whose name.</param>
/// <param name="Verdict">What the guard says of it.</param>
public sealed record Contribution(OrganisationId? Organisation, GuardVerdict Verdict);
