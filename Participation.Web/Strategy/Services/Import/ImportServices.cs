using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Realtime;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Services;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Services.Import;

/// <summary>Reads a table of services in: first it says what would change, then it does exactly that, or nothing.</summary>
public sealed class ImportServices(ParticipationDbContext db, Changes changes, CityClock clock)
{
    /// <summary>What reading the table in would do.</summary>
    public async Task<ImportPlan> CheckAsync(byte[] file, CancellationToken cancel) => ImportPlan.Of(file, await db.OnlineServices.AsNoTracking().ToListAsync(cancel), clock.Now);

    /// <summary>Does what somebody looked at.</summary>
    /// <param name="file">The table.</param>
    /// <param name="fingerprint">Of the plan that was looked at.</param>
    /// <param name="remove">Whether services go that the table does not name.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The plan that was carried out, or why it was not.</returns>
    public async Task<Outcome<ImportPlan>> ApplyAsync(byte[] file, string fingerprint, bool remove, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Services], cancel);
        var services = await db.OnlineServices.ToListAsync(cancel);
        var plan = ImportPlan.Of(file, services, change.Now);
        if (plan.Errors.Count > 0 || plan.Fingerprint != fingerprint) return new ChangedMeanwhile();
        if (services.Count + plan.Added.Count(step => step.Service is null) > OnlineService.Most) return new TooManyServices(OnlineService.Most);
        foreach (var step in plan.Added.Concat(plan.Changed))
        {
            if (await TakeAsync(step, actor, change.Now, cancel) is { } refusal) return refusal;
        }

        var gone = new PublicationChange(PublicationStep.Withdraw, Reason: ContentLanguage.Say(ImportTexts.ResourceManager, nameof(ImportTexts.RemoveReason), clock.Today.ToString("d.M.yyyy", System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var service in remove ? plan.Removed : [])
        {
            if (service.Publish(gone, actor.Person, change.Now) is { } refusal) return refusal;
        }

        // About the list as a whole there is no subject; who read it in is the one it concerns.
        change.Audit("service.import", Subject.Of(actor.Person), actor, $"+{plan.Added.Count} ~{plan.Changed.Count} -{(remove ? plan.Removed.Count : 0)}");
        change.Evict(CacheTags.Services);
        await change.CommitAsync(cancel);
        return plan;
    }

    private async Task<Refusal?> TakeAsync(ImportStep step, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var service = step.Service;
        if (service is null) db.OnlineServices.Add(service = OnlineService.Create(OnlineServiceId.New(now), await db.NextNumberAsync(Counter.OnlineServices, cancel), step.Plan, actor.Person, now));
        else if (service.Change(step.Plan, service.Version, actor.Person, now) is { } refusal) return refusal;
        return service.Publication.IsPublicAt(now) ? null : service.Publish(new PublicationChange(PublicationStep.Publish), actor.Person, now);
    }
}
