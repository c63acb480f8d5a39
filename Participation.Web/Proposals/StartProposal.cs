using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Proposals;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>Begins a proposal from ideas, in the name of an organisation. The ideas' authors are told. The same form sent twice is one proposal.</summary>
public sealed class StartProposal(ParticipationDbContext db, Changes changes, TellIdeaAuthors tell)
{
    /// <returns>The proposal's number, or why not.</returns>
    public async Task<Outcome<int>> ExecuteAsync(ProposalStart input, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Drafts(actor.Person)], cancel);
        var lead = await db.Organisations.AsNoTracking().Where(organisation => organisation.Slug == input.Lead).Select(organisation => (OrganisationId?)organisation.Id).SingleOrDefaultAsync(cancel);
        if (lead is not { } organisation || !await MayLeadAsync(organisation, actor, cancel)) return new NotAllowed();
        var again = await db.Proposals.AsNoTracking().Where(proposal => proposal.StartedBy == actor.Person && proposal.SubmissionKey == input.SubmissionKey).Select(proposal => (int?)proposal.Number).SingleOrDefaultAsync(cancel);
        if (again is { } known) return known;
        var author = await db.People.SingleAsync(person => person.Id == actor.Person, cancel);
        if (author.CheckWriting(Verification.Email, change.Now) is { } barred) return barred;
        var numbers = input.Ideas.Distinct().Take(Proposal.MostIdeas + 1).ToList();
        if (numbers.Count > Proposal.MostIdeas) return new TooManyIdeas(Proposal.MostIdeas);
        var ideas = await db.Ideas.Where(idea => idea.Number != null && numbers.Contains(idea.Number.Value)).ToListAsync(cancel);
        if (ideas.Count != numbers.Count || !ideas.TrueForAll(idea => idea.IsPublic)) return new IdeaIsNotPublic();

        var number = await db.NextNumberAsync(Counter.Proposals, cancel);
        var proposal = Proposal.Start(ProposalId.New(change.Now), number, input.Title, input.Summary, organisation, ideas.Select(idea => idea.Id), input.ReadAlong, input.SubmissionKey, actor.Person, change.Now);
        db.Proposals.Add(proposal);
        await tell.ExecuteAsync(proposal, [.. ideas.Select(idea => idea.Id)], actor, change.Now, cancel);
        change.Audit("proposal.start", Subject.Of(proposal.Id), actor);
        change.Evict(CacheTags.Proposals);
        await change.CommitAsync(cancel);
        return number;
    }

    /// <summary>Whoever speaks for an organisation, and moderators for any.</summary>
    private async Task<bool> MayLeadAsync(OrganisationId organisation, Actor actor, CancellationToken cancel) =>
        actor.IsModerator || await db.Memberships.AnyAsync(membership => membership.PersonId == actor.Person && membership.OrganisationId == organisation && membership.Role != MembershipRole.Viewer, cancel);
}

/// <summary>What a proposal begins with.</summary>
/// <param name="Title">One line.</param>
/// <param name="Summary">What lists show.</param>
/// <param name="Lead">Slug of the organisation that leads.</param>
/// <param name="Ideas">Numbers of the ideas it comes from.</param>
/// <param name="ReadAlong">Whether anyone may read along.</param>
/// <param name="SubmissionKey">Made by the form.</param>
public sealed record ProposalStart(string Title, string Summary, string Lead, IReadOnlyList<int> Ideas, bool ReadAlong, string SubmissionKey);
