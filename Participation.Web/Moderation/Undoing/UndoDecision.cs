using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Desk;
using Participation.Web.Moderation.Sanctions;
using Participation.Web.Proposals.Writing;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Undoing;

/// <summary>
/// Who decided undoes it within half a minute, as if it had not been: the contribution, its counts, the notices and the inboxes are as before, and
/// the decision is gone. The audit log keeps both steps. Later, or when somebody has gone on from it, only a new decision changes it.
/// </summary>
public sealed class UndoDecision(ParticipationDbContext db, Changes changes, Matters matters, UndoComment comments, UndoIdea ideas, UndoProposalItem proposals, UndoQuestion questions, LiftSanction lift, WritingDoor door)
{
    /// <summary>Most earlier decisions about one contribution that are looked through.</summary>
    private const int Most = 50;

    /// <summary>What the button may be late on its way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Undoes a decision, and with it all that were made in one go with it; each in a transaction of its own, the latest first.</summary>
    /// <param name="number">The decision.</param>
    /// <param name="actor">Who made it.</param>
    /// <param name="cancel">Cancels; what is undone until then is undone.</param>
    /// <returns>How many are undone, and why the first of the others stays.</returns>
    public async Task<(int Done, Refusal? Stays)> AllAsync(int number, Actor actor, CancellationToken cancel)
    {
        var batch = (await FindAsync(number, cancel)).Batch;
        List<int> numbers = batch is null ? [number] : await db.Decisions.AsNoTracking().Where(decision => decision.Batch == batch && decision.DecidedBy == actor.Person)
            .OrderByDescending(decision => decision.Number).Take(DecideBulk.Most).Select(decision => decision.Number).ToListAsync(cancel);
        var (done, stays) = (0, (Refusal?)null);
        foreach (var each in numbers)
        {
            db.ChangeTracker.Clear();
            var refusal = await ExecuteAsync(each, actor, cancel);
            if (refusal is null) done++;
            else stays ??= refusal;
        }

        return (done, stays);
    }

    /// <param name="number">The decision.</param>
    /// <param name="actor">Who made it.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Why it stays, or null when it is undone.</returns>
    public async Task<Refusal?> ExecuteAsync(int number, Actor actor, CancellationToken cancel)
    {
        var matter = await matters.OfAsync(await FindAsync(number, cancel), cancel);
        db.ChangeTracker.Clear();
        await using var change = await changes.BeginAsync([.. matter.At.Locks(), Channel.Moderation], cancel);
        var decision = await FindAsync(number, cancel);
        if (!actor.IsModerator || decision.DecidedBy != actor.Person || !decision.CanBeUndone) return new NotAllowed();
        var last = decision.Batch is { } batch ? await db.Decisions.Where(other => other.Batch == batch).MaxAsync(other => other.DecidedAt, cancel) : decision.DecidedAt;
        if (change.Now > last + Decision.UndoWindow + Grace) return new UndoIsTooLate((int)Decision.UndoWindow.TotalSeconds);
        var all = await db.Decisions.AsNoTracking().Where(other => other.SubjectKind == decision.SubjectKind && other.SubjectId == decision.SubjectId).OrderByDescending(other => other.Number).Take(Most).ToListAsync(cancel);
        if (all[0].Id != decision.Id || await db.Complaints.AnyAsync(complaint => complaint.DecisionId == decision.Id, cancel)) return new ChangedMeanwhile();

        if (await GoBackAsync(change, matter.At, decision, decision.Before(all.Skip(1)), cancel) is { } refusal) return refusal;
        await ForgetAsync(decision, matter, cancel);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, matter.At.Number);
        change.Evict(CacheTags.Transparency);
        change.Audit("decision.undo", new Subject(decision.SubjectKind, decision.SubjectId), actor, $"{number}: {decision.Measure}");
        await change.CommitAsync(cancel);
        if (matter.At.Kind is SubjectKind.Proposal) await door.RecheckAsync(cancel);
        return null;
    }

    private async Task<Refusal?> GoBackAsync(Change change, CaseRef at, Decision decision, Decision? before, CancellationToken cancel)
    {
        if (!decision.IsAboutPerson)
            return at.IsOfProposal ? await proposals.ExecuteAsync(change, at, decision, before, cancel)
                : at.Kind is SubjectKind.MeetingQuestion ? await questions.ExecuteAsync(change, at, decision, before, cancel)
                : at.Kind is SubjectKind.Comment ? await comments.ExecuteAsync(change, decision, before, cancel) : await ideas.ExecuteAsync(change, decision, before, cancel);
        await lift.ExecuteAsync(decision, change.Now, cancel);
        return null;
    }

    /// <summary>What stands in the place of something that is held back again; what a word list found is not repeated there.</summary>
    internal static string Shown(Decision held) => held.Source is DecisionSource.AutomatedDetection ? Languages.In(Languages.All[0], () => UndoingTexts.HeldAgain) : held.Facts;

    private async Task<Decision> FindAsync(int number, CancellationToken cancel) =>
        await db.Decisions.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel) ?? throw new NotFoundException();

    /// <summary>Notices wait again, and nobody was told: what was written in the instant of the decision goes with it.</summary>
    private async Task ForgetAsync(Decision decision, Matter matter, CancellationToken cancel)
    {
        var notices = await db.Notices.Where(notice => notice.DecisionId == decision.Id).ToListAsync(cancel);
        var complaints = await db.Complaints.Where(complaint => complaint.GrantedById == decision.Id).ToListAsync(cancel);
        notices.ForEach(notice => notice.Reopen());
        complaints.ForEach(complaint => complaint.Reopen());
        List<string> keys = [$"decision-{decision.Number}", .. notices.Select(notice => $"notice-{notice.Number}"), .. complaints.Select(complaint => $"complaint-{complaint.Number}")];
        var (number, home, ofDiscussion) = (matter.At.Number, matter.At.Home, matter.At.Kind is SubjectKind.Idea or SubjectKind.Comment);
        db.Notifications.RemoveRange(await db.Notifications.Where(told => told.At == decision.DecidedAt && (ofDiscussion ? told.DiscussionKind == home && told.IdeaNumber == number : keys.Contains(told.Key))).ToListAsync(cancel));
        db.Decisions.Remove(decision);
    }
}

/// <summary>The decision that somebody made a moment ago and can undo.</summary>
public sealed class UndoQuery(ParticipationDbContext db, TimeProvider clock)
{
    /// <summary>The latest of a moderator within the window, or null.</summary>
    public async Task<UndoOffer?> LatestAsync(PersonId moderator, CancellationToken cancel)
    {
        var from = clock.GetUtcNow() - Decision.UndoWindow;
        var decision = await db.Decisions.AsNoTracking().Where(candidate => candidate.DecidedBy == moderator && candidate.DecidedAt > from).OrderByDescending(candidate => candidate.Number).FirstOrDefaultAsync(cancel);
        if (decision is not { CanBeUndone: true }) return null;
        var count = decision.Batch is { } batch ? await db.Decisions.CountAsync(other => other.Batch == batch && other.DecidedBy == moderator, cancel) : 1;
        return new UndoOffer(decision.Number, decision.Measure, count, decision.DecidedAt + Decision.UndoWindow);
    }
}

/// <summary>A decision, or several that were made in one go, that can be undone until an instant.</summary>
public sealed record UndoOffer(int Number, Measure Measure, int Count, DateTimeOffset Until);
