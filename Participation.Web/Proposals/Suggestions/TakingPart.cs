using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Data;
using Participation.Web.Ideas;
using Participation.Web.Moderation.Guards;
using Participation.Web.Proposals.Revisions;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>What everything passes that somebody writes about a text which others write: who they are, whether it is the time for it, and the guards of contributions.</summary>
public sealed class TakingPart(ParticipationDbContext db, WritingGuard guard)
{
    /// <summary>Asked under the lock of the author's own channel.</summary>
    public async Task<Outcome<Contribution>> CheckAsync(OpenedProposal open, Actor actor, Guid? organisation, string words, CancellationToken cancel)
    {
        if (!IsOpen(open.Proposal)) return new SuggestionsAreClosed();
        var author = await db.People.SingleAsync(person => person.Id == actor.Person, cancel);
        if (author.CheckWriting(Verification.Email, open.Change.Now) is { } barred) return barred;
        var speaks = await Speaking.ForAsync(db, actor, organisation, cancel);
        if (speaks.Refusal is { } notAllowed) return notAllowed;
        var verdict = await guard.CheckAsync(new GuardedText(WritingKind.Comment, words), author, speaks.Value, open.Change.Now, cancel);
        if (!verdict.Done) return verdict.Refusal;
        if (verdict.Value.Writing is { } writing) db.Writings.Add(writing);
        return new Contribution(speaks.Value, verdict.Value.Holds);
    }

    /// <summary>Whether a proposal takes suggestions and remarks: while it is written, signed, and published but not yet with a committee.</summary>
    public static bool IsOpen(Proposal proposal) => proposal.Status is ProposalStatus.Drafting or ProposalStatus.SignOff or ProposalStatus.Published;
}

/// <summary>Something that may be written.</summary>
/// <param name="Organisation">In whose name.</param>
/// <param name="IsHeld">Whether somebody has to look at it first.</param>
public sealed record Contribution(OrganisationId? Organisation, bool IsHeld);
