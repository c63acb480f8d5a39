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
/// The staff publishes what a body decided on an item. Where that counts for good, the ideas of the paper get their official answer and its proposals their status, in the same
/// transaction, and everybody who takes part in any of them is told once. A correction of the words tells nobody; one of the result does all of it anew.
/// </summary>
public sealed class PublishResolution(ParticipationDbContext db, CouncilChange council, InvolvedPeople people)
{
    /// <param name="itemNumber">The item.</param>
    /// <param name="plan">What was decided.</param>
    /// <param name="answer">The official answer that ideas get; null when they shall get none.</param>
    /// <param name="expectedVersion">0 for a new one, else one more than the version that was looked at.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="seenPlan">The <see cref="PlannedResolution.Stamp"/> of the plan that goes with it, 0 for none; null for whichever there is.</param>
    /// <returns>What it brought along, or why not.</returns>
    public Task<Outcome<ResolutionEffects>> ExecuteAsync(int itemNumber, ResolutionPlan? plan, AnswerToIdeas? answer, int expectedVersion, Actor actor, CancellationToken cancel, long? seenPlan = null) =>
        RunAsync(itemNumber, plan, answer, expectedVersion, actor, seenPlan, isTrial: false, cancel);

    /// <summary>What publishing it would bring along: the same is done, and nothing of it stays.</summary>
    /// <returns>The effects, or why it would be refused.</returns>
    public async Task<Outcome<ResolutionEffects>> TryAsync(int itemNumber, ResolutionPlan? plan, AnswerToIdeas? answer, int expectedVersion, Actor actor, CancellationToken cancel)
    {
        var tried = await RunAsync(itemNumber, plan, answer, expectedVersion, actor, seenPlan: null, isTrial: true, cancel);
        db.ChangeTracker.Clear();
        return tried;
    }

    private async Task<Outcome<ResolutionEffects>> RunAsync(int itemNumber, ResolutionPlan? plan, AnswerToIdeas? answer, int expectedVersion, Actor actor, long? seenPlan, bool isTrial, CancellationToken cancel)
    {
        if (plan is not null && string.IsNullOrWhiteSpace(plan.Text)) return new ResolutionNeedsText();
        if (plan?.Check() is { } wrong) return wrong;
        // Locks are taken before anything is read; what is tied to the paper in between is left for the next resolution.
        var before = await OriginsAsync(itemNumber, cancel);
        return await council.RunAsync<ResolutionEffects>(actor, expectedVersion == 0 ? "resolution.publish" : "resolution.correct", async change =>
        {
            var item = await db.AgendaItems.SingleOrDefaultAsync(candidate => candidate.Number == itemNumber && candidate.DeletedAt == null, cancel) ?? throw new NotFoundException();
            if (!item.IsPublic) return new ItemIsNotPublic();
            var meeting = await db.Meetings.SingleAsync(candidate => candidate.Id == item.MeetingId, cancel);
            if (!meeting.Publication.IsPublicAt(change.Now) || meeting.Cancelled || meeting.DeletedAt is not null) return new MeetingDecidesNothing();
            // Only a meeting that is followed live begins before its time.
            if (meeting.Start > change.Now && !await db.MeetingFloors.AnyAsync(floor => floor.MeetingId == meeting.Id && floor.BeganAt != null, cancel)) return new MeetingIsYetToCome();
            if (before.Paper is { } about && !await db.Papers.ThatArePublic(change.Now).AnyAsync(candidate => candidate.Id == about && candidate.DeletedAt == null, cancel)) return new PaperIsNotPublic();
            var resolution = await db.Resolutions.SingleOrDefaultAsync(candidate => candidate.AgendaItemId == item.Id, cancel);
            var planned = await db.PlannedResolutions.SingleOrDefaultAsync(candidate => candidate.AgendaItemId == item.Id, cancel);
            var isOtherPlan = seenPlan is { } seen && seen != (planned?.Stamp ?? 0);
            if (plan is null != item.IsImported) return new ComesFromElsewhere();
            if (plan is null)
            {
                // What was decided is read from elsewhere; what it means for the ideas and proposals here is said here.
                if (resolution is not { DeletedAt: null } || resolution.Version != expectedVersion - 1 || isOtherPlan) return new ChangedMeanwhile();
            }
            else if (resolution is null && !isOtherPlan && expectedVersion == 0) db.Resolutions.Add(resolution = Resolution.Publish(await db.NextNumberAsync(Counter.Resolutions, cancel), item.Id, plan, actor.Person, change.Now));
            else if (resolution is { Version: 0 } && expectedVersion == 0 && resolution.PublishedBy == actor.Person && resolution.Is(plan)) return new Changed<ResolutionEffects>(ResolutionEffects.None, null, null);
            else if (resolution is null || expectedVersion == 0 || isOtherPlan) return new ChangedMeanwhile();
            else if (resolution.Correct(plan, expectedVersion - 1, change.Now) is { } refusal) return refusal;
            item.Touch(change.Now);
            meeting.Touch(change.Now);
            if (planned is not null) db.Remove(planned);
            var effects = await SettleAsync(item, resolution, answer, before, actor, change, cancel);
            return effects.Refusal is { } no ? no : new Changed<ResolutionEffects>(effects.Value!, Subject.Of(resolution.Id), resolution.Result.ToString());
        }, cancel, Locks([.. before.Ideas.Select(idea => idea.Number)], before), isTrial);
    }

    /// <summary>The channels that a change of a resolution locks.</summary>
    internal static IReadOnlyList<string> Locks(IReadOnlyList<int> ideas, ResolutionOrigins origins) =>
        [.. ideas.Select(Channel.Idea), .. origins.Proposals.Select(proposal => Channel.Proposal(proposal.Number)), .. ideas.Count > 0 ? new[] { Channel.Ideas, Channel.Moderation } : []];

    /// <summary>What comes along, once: a resolution that settled something, or told of itself, does so no second time.</summary>
    private async Task<Outcome<ResolutionEffects>> SettleAsync(AgendaItem item, Resolution resolution, AnswerToIdeas? answer, ResolutionOrigins before, Actor actor, Change change, CancellationToken cancel)
    {
        if (before.Paper is not { } paperId || resolution.SettledAt is not null) return ResolutionEffects.None;
        var paper = await db.Papers.SingleAsync(candidate => candidate.Id == paperId, cancel);
        paper.Touch(change.Now);
        var effects = ResolutionEffects.None;
        if (before.IsFinal && OutcomeOf(resolution.Result) is { } outcome)
        {
            var settled = await SettleAsync(resolution, outcome, answer, before, actor, change, cancel);
            if (settled.Refusal is { } no) return no;
            effects = settled.Value!;
        }
        else if (before.IsFinal && resolution.Version > 0) effects = ResolutionEffects.None with { Kept = [.. before.Ideas.Where(idea => idea.Status.IsAnswered()).Select(idea => idea.Number)] };

        resolution.Settle(change.Now);
        var key = resolution.Version == 0 ? $"resolution-{resolution.Number}" : $"resolution-{resolution.Number}-{resolution.Version}";
        Happening Of(TakenPart part) => new(NotificationKind.ResolutionPublished, part.Idea, part.Title, key, Detail: $"{resolution.Result}\n{paper.Name}", CaseNumber: paper.Number);
        var told = await people.TellAsync([.. before.Ideas.Select(idea => idea.Id)], [.. before.Proposals.Select(proposal => proposal.Id)], key, Of, actor.Person, change.Now, cancel);
        return effects with { Told = told };
    }

    private async Task<Outcome<ResolutionEffects>> SettleAsync(Resolution resolution, AnswerOutcome outcome, AnswerToIdeas? answer, ResolutionOrigins before, Actor actor, Change change, CancellationToken cancel)
    {
        var (answered, left) = (new List<int>(), new List<int>());
        var ids = before.Ideas.Select(idea => idea.Id).ToList();
        foreach (var idea in answer is null ? [] : await db.Ideas.Include(idea => idea.Versions).Where(idea => ids.Contains(idea.Id)).ToListAsync(cancel))
        {
            var number = idea.Number ?? 0;
            var refusal = idea.AuthorId == actor.Person ? new NotAllowed() : idea.Answer(new AnswerDraft(outcome, answer!.Text, answer.Organisation, answer.Unit, answer.NextDate, resolution.Id), actor.Person, change.Now);
            if (refusal is NextDateMustLieAhead or AnswerNeedsText) return refusal;
            // A withdrawn idea, or one that is being carried out, stays as it is; the moderator is told.
            (refusal is null ? answered : left).Add(number);
            if (refusal is not null) continue;
            foreach (var channel in new[] { Channel.Idea(number), Channel.Ideas }) change.Append(channel, ChannelEventKind.IdeaChanged, number);
            change.Audit("idea.answer", Subject.Of(idea.Id), actor, $"{resolution.Number}");
            change.Evict(CacheTags.Idea(number));
        }

        var (decided, undecided) = (new List<int>(), new List<int>());
        var proposals = before.Proposals.Select(proposal => proposal.Id).ToList();
        foreach (var proposal in await db.Proposals.Where(proposal => proposals.Contains(proposal.Id)).ToListAsync(cancel))
        {
            if (proposal.Decide(outcome is not AnswerOutcome.Rejected, change.Now) is not null)
            {
                undecided.Add(proposal.Number);
                continue;
            }

            decided.Add(proposal.Number);
            change.Audit("proposal.decide", Subject.Of(proposal.Id), actor, proposal.Status.ToString());
        }

        if (answered.Count > 0) change.Evict(CacheTags.Ideas);
        if (decided.Count > 0) change.Evict(CacheTags.Proposals);
        return new ResolutionEffects(answered, left, decided) { Undecided = undecided };
    }

    /// <summary>Where the paper of an item comes from, and whether what is decided on the item counts for good.</summary>
    internal async Task<ResolutionOrigins> OriginsAsync(int itemNumber, CancellationToken cancel)
    {
        var step = await (
            from item in db.AgendaItems.AsNoTracking()
            join consultation in db.Consultations on item.Id equals consultation.AgendaItemId
            where item.Number == itemNumber && consultation.DeletedAt == null
            orderby consultation.Number
            select new { consultation.PaperId, consultation.Role, consultation.Authoritative }).FirstOrDefaultAsync(cancel);
        if (step is null) return new ResolutionOrigins(null, false, [], []);
        var ideas = await db.Ideas.AsNoTracking().Where(idea => idea.Number != null && db.Set<PaperIdea>().Any(origin => origin.PaperId == step.PaperId && origin.IdeaId == idea.Id)).OrderBy(idea => idea.Number)
            .Select(idea => new IdeaOrigin(idea.Id, idea.Number ?? 0, idea.Title, idea.Status)).ToListAsync(cancel);
        var proposals = await db.Proposals.AsNoTracking().Where(proposal => db.Set<PaperProposal>().Any(origin => origin.PaperId == step.PaperId && origin.ProposalId == proposal.Id)).OrderBy(proposal => proposal.Number)
            .Select(proposal => new ProposalOrigin(proposal.Id, proposal.Number, proposal.Title, proposal.Status)).ToListAsync(cancel);
        return new ResolutionOrigins(step.PaperId, step.Authoritative || step.Role is ConsultationRole.Decision, ideas, proposals);
    }

    /// <summary>What a result says to the ideas of a paper; null when it says neither yes nor no.</summary>
    internal static AnswerOutcome? OutcomeOf(ResolutionResult result) => result switch
    {
        ResolutionResult.Adopted => AnswerOutcome.Accepted,
        ResolutionResult.AdoptedWithChanges => AnswerOutcome.PartlyAccepted,
        ResolutionResult.Rejected => AnswerOutcome.Rejected,
        _ => null,
    };
}

/// <summary>The official answer that ideas get by a resolution.</summary>
public sealed record AnswerToIdeas(FormattedText Text, OrganisationId? Organisation, string? Unit, DateOnly? NextDate);

/// <summary>What a resolution brought along: numbers of ideas that were answered, of ideas that stay as they are, of proposals that were decided on.</summary>
public sealed record ResolutionEffects(IReadOnlyList<int> Answered, IReadOnlyList<int> Left, IReadOnlyList<int> Decided)
{
    /// <summary>Numbers of ideas that keep an earlier answer though the result is another one now.</summary>
    public IReadOnlyList<int> Kept { get; init; } = [];

    /// <summary>Numbers of proposals that stay as they are, because they are not before the committee.</summary>
    public IReadOnlyList<int> Undecided { get; init; } = [];

    /// <summary>How many people are told.</summary>
    public int Told { get; init; }

    /// <summary>Whether no idea and no proposal is touched.</summary>
    public bool ChangesNothing => Answered.Count + Left.Count + Decided.Count + Kept.Count + Undecided.Count == 0;

    /// <summary>Nothing.</summary>
    public static ResolutionEffects None { get; } = new([], [], []);
}

/// <summary>Where the paper of an item comes from.</summary>
public sealed record ResolutionOrigins(PaperId? Paper, bool IsFinal, IReadOnlyList<IdeaOrigin> Ideas, IReadOnlyList<ProposalOrigin> Proposals);

/// <summary>An idea of a paper.</summary>
public sealed record IdeaOrigin(IdeaId Id, int Number, string Title, IdeaStatus Status);

/// <summary>A proposal of a paper.</summary>
public sealed record ProposalOrigin(Domain.Proposals.ProposalId Id, int Number, string Title, Domain.Proposals.ProposalStatus Status);

/// <summary>A resolution without words.</summary>
public sealed record ResolutionNeedsText : Refusal;

/// <summary>The meeting is cancelled, or not public.</summary>
public sealed record MeetingDecidesNothing : Refusal;

/// <summary>The meeting has not begun.</summary>
public sealed record MeetingIsYetToCome : Refusal;

/// <summary>The paper on which a body decides is not public.</summary>
public sealed record PaperIsNotPublic : Refusal;

/// <summary>The item is deliberated behind closed doors.</summary>
public sealed record ItemIsNotPublic : Refusal;
