using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Council.Desk;

/// <summary>The staff lets a resolution appear at an instant, with everything that publishing brings along then; or calls that off.</summary>
public sealed class PlanResolution(ParticipationDbContext db, CouncilChange council, PublishResolution publish, CityClock clock)
{
    /// <param name="item">The item.</param>
    /// <param name="input">What was filled in.</param>
    /// <param name="answer">The answer that ideas would get now; null for none.</param>
    /// <param name="from">When it appears.</param>
    /// <param name="actor">The moderator, in whose name it appears.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Why not, or null. What publishing would refuse now is refused here, too; so is a plan in the place of one that the form did not show.</returns>
    public async Task<Refusal?> ExecuteAsync(ResolutionItem item, ResolutionInput input, AnswerToIdeas? answer, DateTimeOffset from, Actor actor, CancellationToken cancel)
    {
        if (item.IsImported) return new ComesFromElsewhere();
        if (from <= clock.Now) return new PublicationMustLieAhead();
        // Told on that day, the next date has to lie ahead of it.
        if (answer?.NextDate is { } next && next <= DateOnly.FromDateTime(from.UtcDateTime)) return new NextDateMustLieAhead(next);
        var tried = await publish.TryAsync(item.Number, input.ToPlan(), answer, input.Version, actor, cancel);
        if (!tried.Done) return tried.Refusal;
        var form = JsonSerializer.Serialize(input.ToPlanned(answer is not null));
        var planned = await council.RunAsync<bool>(actor, "resolution.plan", async change =>
        {
            var id = await db.AgendaItems.Where(candidate => candidate.Number == item.Number && candidate.DeletedAt == null).Select(candidate => candidate.Id).SingleAsync(cancel);
            var there = await db.PlannedResolutions.SingleOrDefaultAsync(candidate => candidate.AgendaItemId == id, cancel);
            if (there?.Is(form, from, actor.Person) == true) return new Changed<bool>(true, null, null);
            if ((there?.Stamp ?? 0) != input.Planned) return new ChangedMeanwhile();
            if (there is not null) there.Renew(form, from, actor.Person, change.Now);
            else db.PlannedResolutions.Add(PlannedResolution.Plan(id, form, from, actor.Person, change.Now));
            return new Changed<bool>(true, Subject.Of(id), clock.Iso(from));
        }, cancel);
        return planned.Done ? null : planned.Refusal;
    }

    /// <summary>Calls off the plan that was looked at. Where nothing is planned, nothing happens.</summary>
    public async Task<Refusal?> CancelAsync(int itemNumber, long seen, Actor actor, CancellationToken cancel)
    {
        var cancelled = await council.RunAsync<bool>(actor, "resolution.unplan", async change =>
        {
            var planned = await db.PlannedResolutions.SingleOrDefaultAsync(candidate => db.AgendaItems.Any(item => item.Id == candidate.AgendaItemId && item.Number == itemNumber), cancel);
            if (planned is null) return await HasAppearedAsync(itemNumber, seen, cancel) ? new ChangedMeanwhile() : new Changed<bool>(false, null, null);
            if (planned.Stamp != seen) return new ChangedMeanwhile();
            db.PlannedResolutions.Remove(planned);
            return new Changed<bool>(true, Subject.Of(planned.AgendaItemId), clock.Iso(planned.From));
        }, cancel);
        return cancelled.Done ? null : cancelled.Refusal;
    }

    /// <summary>Whether the plan that was looked at is gone because something was published since, and not because it was called off twice.</summary>
    private async Task<bool> HasAppearedAsync(int itemNumber, long seen, CancellationToken cancel)
    {
        var changed = await db.Resolutions.Where(resolution => db.AgendaItems.Any(item => item.Id == resolution.AgendaItemId && item.Number == itemNumber)).Select(resolution => (DateTimeOffset?)resolution.ChangedAt).SingleOrDefaultAsync(cancel);
        return seen != 0 && changed is { } at && PlannedResolution.StampOf(at) >= seen;
    }

    /// <summary>The form of a plan.</summary>
    internal static ResolutionInput Read(string form) => JsonSerializer.Deserialize<ResolutionInput>(form) ?? new ResolutionInput();
}

/// <summary>
/// Planned resolutions whose time has come. One that is refused now, because the meeting was cancelled, say, or its planner is no moderator any more, is not tried again: it stands among the
/// planned ones until somebody of the staff decides anew. Where its item is gone, so is the plan. Whoever planned it is told, or all moderators when it is nobody of them any more.
/// </summary>
internal sealed class ResolutionsDue(ParticipationDbContext db, Changes changes, ResolutionForm forms, PublishResolution publish, Notifier notifier, ILogger<ResolutionsDue> log) : IScheduledContent
{
    private const int Most = 100;

    public async Task PublishDueAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancel)
    {
        var due = await (
            from plan in db.PlannedResolutions.AsNoTracking()
            join item in db.AgendaItems on plan.AgendaItemId equals item.Id
            join planner in db.People on plan.PlannedBy equals planner.Id
            where plan.From <= now && plan.FailedAt == null
            orderby plan.From, item.Number
            select new DuePlan(plan, item.Number, item.Name, new Actor(planner.Id, planner.Role))).Take(Most).ToListAsync(cancel);
        foreach (var plan in due)
        {
            var item = await forms.FindAsync(plan.Number, cancel);
            var refusal = item is null ? new ItemIsNotPublic() : await PublishAsync(item, plan, cancel);
            db.ChangeTracker.Clear();
            if (refusal is null) continue;
            log.LogWarning("The resolution planned for agenda item {Item} could not appear: {Refusal}", plan.Number, refusal.GetType().Name);
            await FailAsync(plan, isGone: item is null, refusal, cancel);
        }
    }

    private async Task<Refusal?> PublishAsync(ResolutionItem item, DuePlan plan, CancellationToken cancel)
    {
        if (item.IsImported) return new ComesFromElsewhere();
        var input = PlanResolution.Read(plan.Plan.Form);
        var (answer, refusal) = await forms.AnswerAsync(item, input, cancel);
        if (refusal is not null) return refusal;
        var published = await publish.ExecuteAsync(item.Number, input.ToPlan(), answer, input.Version, plan.Planner, cancel, plan.Plan.Stamp);
        return published.Done ? null : published.Refusal;
    }

    private async Task FailAsync(DuePlan plan, bool isGone, Refusal refusal, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Council], cancel);
        // Another node may have dealt with it, and somebody may have planned it anew.
        if (await db.PlannedResolutions.SingleOrDefaultAsync(candidate => candidate.AgendaItemId == plan.Plan.AgendaItemId && candidate.From <= change.Now && candidate.FailedAt == null, cancel) is not { } planned) return;
        if (isGone) db.PlannedResolutions.Remove(planned);
        else planned.Fail(change.Now);
        change.Audit(isGone ? "resolution.unplan" : "resolution.fail", Subject.Of(plan.Plan.AgendaItemId), null, refusal.GetType().Name);
        List<PersonId> told = plan.Planner.IsModerator ? [plan.Planner.Person] : await db.People.Where(person => person.Role == Role.Moderator || person.Role == Role.Administrator).Select(person => person.Id).ToListAsync(cancel);
        var happening = new Happening(NotificationKind.PlannedResolutionFailed, 0, Announcements.Short(plan.Name), $"plan-failed-{change.Now.UtcTicks}-{plan.Number}", CaseNumber: isGone ? null : plan.Number);
        await notifier.TellEachAsync([.. told.Select(person => (person, happening))], change.Now, cancel);
        await change.CommitAsync(cancel);
    }

    private sealed record DuePlan(PlannedResolution Plan, int Number, string Name, Actor Planner);
}
