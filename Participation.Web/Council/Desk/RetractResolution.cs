using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Council.Desk;

/// <summary>
/// The staff withdraws a resolution that was published by mistake. What claimed it no longer does: its ideas get a newer answer that says so and are under review again, its proposals are
/// before their committee again, and everybody who had been told is told of this, too. The paper goes on showing that there was one, and why it is withdrawn.
/// </summary>
public sealed class RetractResolution(ParticipationDbContext db, CouncilChange council, PublishResolution publish, InvolvedPeople people)
{
    /// <param name="itemNumber">The item.</param>
    /// <param name="reason">Why; everybody reads it.</param>
    /// <param name="answer">The answer that ideas get in its place.</param>
    /// <param name="expectedVersion">One more than the version that was looked at.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>What it brought along, or why not.</returns>
    public async Task<Outcome<ResolutionEffects>> ExecuteAsync(int itemNumber, string reason, FormattedText answer, int expectedVersion, Actor actor, CancellationToken cancel)
    {
        var before = await publish.OriginsAsync(itemNumber, cancel);
        var claimed = await db.Ideas.AsNoTracking().Where(idea => idea.Number != null && idea.Answers.Any(given => db.Resolutions.Any(resolution => resolution.Id == given.ResolutionId && db.AgendaItems.Any(item => item.Id == resolution.AgendaItemId && item.Number == itemNumber))))
            .OrderBy(idea => idea.Number).Select(idea => idea.Number ?? 0).ToListAsync(cancel);
        return await council.RunAsync<ResolutionEffects>(actor, "resolution.retract", async change =>
        {
            var item = await db.AgendaItems.SingleOrDefaultAsync(candidate => candidate.Number == itemNumber && candidate.DeletedAt == null, cancel) ?? throw new NotFoundException();
            var resolution = await db.Resolutions.SingleOrDefaultAsync(candidate => candidate.AgendaItemId == item.Id && candidate.DeletedAt == null, cancel) ?? throw new NotFoundException();
            var meeting = await db.Meetings.SingleAsync(candidate => candidate.Id == item.MeetingId, cancel);
            var wasTold = resolution.SettledAt is not null;
            if (resolution.Retract(reason, expectedVersion - 1, change.Now) is { } refusal) return refusal;
            item.Touch(change.Now);
            meeting.Touch(change.Now);
            var effects = await TakeBackAsync(resolution, claimed, answer, before, actor, change, cancel);
            if (before.Paper is not { } paperId) return new Changed<ResolutionEffects>(effects, Subject.Of(resolution.Id), resolution.RetractReason);
            var paper = await db.Papers.SingleAsync(candidate => candidate.Id == paperId, cancel);
            paper.Touch(change.Now);
            var key = $"resolution-{resolution.Number}-{resolution.Version}";
            Happening Of(TakenPart part) => new(NotificationKind.ResolutionRetracted, part.Idea, part.Title, key, Detail: resolution.RetractReason, CaseNumber: paper.Number);
            if (wasTold) effects = effects with { Told = await people.TellAsync([.. before.Ideas.Select(idea => idea.Id)], [.. before.Proposals.Select(proposal => proposal.Id)], key, Of, actor.Person, change.Now, cancel) };
            return new Changed<ResolutionEffects>(effects, Subject.Of(resolution.Id), resolution.RetractReason);
        }, cancel, PublishResolution.Locks([.. claimed.Union(before.Ideas.Select(idea => idea.Number))], before));
    }

    private async Task<ResolutionEffects> TakeBackAsync(Resolution resolution, IReadOnlyList<int> claimed, FormattedText answer, ResolutionOrigins before, Actor actor, Change change, CancellationToken cancel)
    {
        var (answered, left, decided) = (new List<int>(), new List<int>(), new List<int>());
        var numbers = claimed.Select(number => (int?)number).ToList();
        foreach (var idea in await db.Ideas.Include(idea => idea.Answers).Where(idea => numbers.Contains(idea.Number)).OrderBy(idea => idea.Number).ToListAsync(cancel))
        {
            var number = idea.Number ?? 0;
            var refusal = idea.TakeBackAnswer(resolution.Id, answer, actor.Person, change.Now);
            (refusal is null ? answered : left).Add(number);
            if (refusal is not null) continue;
            foreach (var channel in new[] { Channel.Idea(number), Channel.Ideas }) change.Append(channel, ChannelEventKind.IdeaChanged, number);
            change.Audit("idea.answer", Subject.Of(idea.Id), actor, $"{resolution.Number}");
            change.Evict(CacheTags.Idea(number));
        }

        var proposals = before.IsFinal ? before.Proposals.Select(proposal => proposal.Id).ToList() : [];
        if (PublishResolution.OutcomeOf(resolution.Result) is { } outcome)
        {
            foreach (var proposal in await db.Proposals.Where(proposal => proposals.Contains(proposal.Id)).ToListAsync(cancel))
            {
                if (proposal.TakeBackDecision(outcome is not AnswerOutcome.Rejected, change.Now) is not null) continue;
                decided.Add(proposal.Number);
                change.Audit("proposal.decide", Subject.Of(proposal.Id), actor, proposal.Status.ToString());
            }
        }

        if (answered.Count > 0) change.Evict(CacheTags.Ideas);
        if (decided.Count > 0) change.Evict(CacheTags.Proposals);
        return new ResolutionEffects(answered, left, decided);
    }
}
