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

namespace Participation.Web.Strategy.Services;

/// <summary>A moderator adds a service, changes it, or takes it off the list. On the list every name and every key occurs once.</summary>
public sealed class SaveService(ParticipationDbContext db, Changes changes)
{
    /// <param name="number">The service; null for a new one.</param>
    /// <param name="plan">Everything about it.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="publish">What becomes of its place on the list.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Its number, or why not.</returns>
    public async Task<Outcome<int>> ExecuteAsync(int? number, ServicePlan plan, int version, PublicationChange publish, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        if (plan.Check() is { } contradiction) return contradiction;
        await using var change = await changes.BeginAsync([Channel.Services], cancel);
        var service = number is { } there ? await db.OnlineServices.SingleOrDefaultAsync(candidate => candidate.Number == there, cancel) ?? throw new NotFoundException() : null;
        if (service is null && await db.OnlineServices.CountAsync(cancel) >= OnlineService.Most) return new TooManyServices(OnlineService.Most);
        if (publish.Step is not PublicationStep.Withdraw && await DoubleOfAsync(plan, service?.Id, cancel) is { } twice) return twice;
        var isNew = service is null;
        if (service is null) db.OnlineServices.Add(service = OnlineService.Create(OnlineServiceId.New(change.Now), await db.NextNumberAsync(Counter.OnlineServices, cancel), plan, actor.Person, change.Now));
        else if (service.Change(plan, version, actor.Person, change.Now) is { } refusal) return refusal;
        if (service.Publish(publish, actor.Person, change.Now) is { } unpublished) return unpublished;
        change.Audit(isNew ? "service.create" : publish.Step is PublicationStep.Withdraw ? "service.withdraw" : "service.change", Subject.Of(service.Id), actor, service.Name);
        change.Evict(CacheTags.Services);
        await change.CommitAsync(cancel);
        return service.Number;
    }

    private async Task<ServiceIsListed?> DoubleOfAsync(ServicePlan plan, OnlineServiceId? own, CancellationToken cancel) =>
        await db.OnlineServices.Where(other => other.Publication.WithdrawnAt == null && (own == null || other.Id != own) && (other.Name == plan.Name || (plan.Key != null && other.Key == plan.Key)))
            .Select(other => other.Name).FirstOrDefaultAsync(cancel) is { } name ? new ServiceIsListed(name) : null;
}
