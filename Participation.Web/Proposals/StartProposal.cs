using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Notifications;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>What the form of a new proposal sends.</summary>
/// <param name="Title">Title.</param>
/// <param name="Summary">Summary.</param>
/// <param name="Lead">The organisation that leads.</param>
/// <param name="Ideas">Numbers of the ideas it comes from.</param>
/// <param name="ReadAlong">Whether anyone may read the draft.</param>
/// <param name="SubmissionKey">Made by the form.</param>
public sealed record NewProposal(string Title, string Summary, Guid Lead, IReadOnlyList<int> Ideas, bool ReadAlong, string SubmissionKey);

/// <summary>
/// An organisation begins a proposal, or the moderation begins one for it, from ideas whose authors are told and named. The same form sent twice is one proposal.
/// </summary>
public sealed class StartProposal(ParticipationDbContext db, Changes changes, Notifier notifier)
{
    /// <returns>The number of the proposal.</returns>
    public async Task<Outcome<int>> ExecuteAsync(NewProposal input, Actor actor, CancellationToken cancel)
    {
        var lead = OrganisationId.From(input.Lead);
        await using var change = await changes.BeginAsync([Channel.Proposals, Channel.Organisation(lead)], cancel);
        if (!await MayAsync(lead, actor, cancel)) return new CannotSpeakForOrganisation();
        if (await db.Proposals.Where(proposal => proposal.SubmissionKey == input.SubmissionKey && proposal.StartedBy == actor.Person).Select(proposal => proposal.Number).FirstOrDefaultAsync(cancel) is > 0 and var before) return before;
        if (!input.Title.Any(char.IsLetterOrDigit)) return new ProposalNeedsTitle();
        if (input.Ideas.Count > Proposal.MostIdeas) return new TooManySourceIdeas(Proposal.MostIdeas);
        var wanted = input.Ideas.Distinct().Select(number => (int?)number).ToList();
        var ideas = await db.Ideas.ThatArePublic().Where(idea => wanted.Contains(idea.Number)).Select(idea => new { idea.Id, Number = idea.Number ?? 0, idea.Title, idea.AuthorId }).ToListAsync(cancel);
        if (ideas.Count != wanted.Count) return new SourceIdeaIsNotPublic();

        var number = await db.NextNumberAsync(Counter.Proposals, cancel);
        var begun = Proposal.Start(ProposalId.New(change.Now), number, input.Title, input.Summary, lead, ideas.Select(idea => idea.Id), input.ReadAlong, actor.Person, change.Now, input.SubmissionKey);
        db.Proposals.Add(begun);
        var name = await db.Organisations.Where(organisation => organisation.Id == lead).Select(organisation => organisation.Name).SingleAsync(cancel);
        foreach (var idea in ideas.Where(idea => idea.AuthorId != actor.Person))
        {
            var happening = new Happening(NotificationKind.ProposalBegun, idea.Number, idea.Title, $"{NotificationKind.ProposalBegun}-{number}-{idea.Number}", Detail: name, CaseNumber: number);
            await notifier.TellAsync(idea.AuthorId, happening, change.Now, cancel);
        }

        change.Append(Channel.Proposals, ChannelEventKind.ProposalChanged, number);
        change.Audit("proposal.start", Subject.Of(begun.Id), actor);
        change.Evict(CacheTags.Proposals);
        foreach (var idea in ideas) change.Evict(CacheTags.Idea(idea.Number));
        await change.CommitAsync(cancel);
        return number;
    }

    /// <summary>Whether somebody begins a proposal for an organisation: its editors and owners do, and the moderation for any.</summary>
    private Task<bool> MayAsync(OrganisationId lead, Actor actor, CancellationToken cancel) => actor.IsModerator
        ? db.Organisations.AnyAsync(organisation => organisation.Id == lead, cancel)
        : db.Memberships.AnyAsync(membership => membership.OrganisationId == lead && membership.PersonId == actor.Person && membership.Role != MembershipRole.Viewer, cancel);
}
