using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Realtime;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Measures;

/// <summary>A moderator sets a measure up, changes it, or shows it to everybody. The people of its ideas are told once when it begins, is done or stops.</summary>
public sealed class SaveMeasure(ParticipationDbContext db, Changes changes, MeasureLinksByNumber links, TellIdeaPeople tell, CityClock clock)
{
    /// <param name="number">The measure; null for a new one.</param>
    /// <param name="draft">Everything about it.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Its number, or why not.</returns>
    public async Task<Outcome<int>> ExecuteAsync(int? number, MeasureDraft draft, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Strategy], cancel);
        var measure = number is { } there ? await LoadAsync(there, cancel) : null;
        if (measure is null && await db.Measures.CountAsync(cancel) >= Measure.Most) return new TooManyMeasures(Measure.Most);
        if (!await db.FieldsOfAction.AnyAsync(field => field.Id == draft.Field, cancel)) return new FieldIsUnknown();
        var ideas = await links.IdeasAsync([.. draft.Ideas.Distinct()], measure?.Id, cancel);
        if (!ideas.Done) return ideas.Refusal;
        var proposals = await links.ProposalsAsync([.. draft.Proposals.Distinct()], measure?.Id, cancel);
        if (!proposals.Done) return proposals.Refusal;
        var papers = await links.PapersAsync([.. draft.Papers.Distinct()], measure?.Id, cancel);
        if (!papers.Done) return papers.Refusal;
        var plan = new MeasurePlan(
            draft.Field, draft.Title, draft.Description, draft.Responsible, draft.Unit, draft.Status, draft.StatusReason, draft.Progress, draft.Milestones, [.. ideas.Value.Keys], [.. proposals.Value.Keys],
            [.. papers.Value.Keys]);
        var edit = new MeasureEdit(actor.Person, change.Now, clock.Today, draft.ChangeReason, await NamesAsync(measure, plan, cancel));
        if (plan.Check(edit.Today) is { } contradiction) return contradiction;
        // The same form sent twice is one measure.
        if (measure is null && await RecentAsync(plan, change.Now, cancel) is { } same) return same.Is(plan) && same.Publication.IsNewBy(draft.Publish, change.Now) ? same.Number : new IsThereAlready(plan.Title);
        var (isNew, before) = (measure is null, (measure?.Ideas ?? []).Select(link => link.IdeaId).ToHashSet());
        if (measure is null) db.Measures.Add(measure = Measure.Create(MeasureId.New(change.Now), await db.NextNumberAsync(Counter.Measures, cancel), plan, edit));
        else if (measure.Change(plan, draft.Version, edit) is { } refusal) return refusal;
        if (measure.Publish(draft.Publish, edit) is { } unpublished) return unpublished;
        if (measure.Tell(change.Now)) await tell.ExecuteAsync(measure, actor, change.Now, cancel);
        // Whoever has to do with an idea that is taken up later learns how far the measure is.
        else if (measure.ToldStatus == measure.Status) await tell.ExecuteAsync(measure, actor, change.Now, cancel, [.. measure.Ideas.Select(link => link.IdeaId).Where(idea => !before.Contains(idea))]);
        change.Audit(isNew ? "measure.create" : draft.Publish.Step is PublicationStep.Withdraw ? "measure.withdraw" : "measure.change", Subject.Of(measure.Id), actor, measure.Title);
        change.Evict(CacheTags.Strategy);
        await change.CommitAsync(cancel);
        return measure.Number;
    }

    private async Task<Measure> LoadAsync(int number, CancellationToken cancel) => await Whole().SingleOrDefaultAsync(measure => measure.Number == number, cancel) ?? throw new NotFoundException();

    private async Task<Measure?> RecentAsync(MeasurePlan plan, DateTimeOffset now, CancellationToken cancel)
    {
        var recent = now.AddMinutes(-10);
        return await Whole().AsNoTracking().OrderBy(measure => measure.Number).FirstOrDefaultAsync(measure => measure.Title == plan.Title && measure.FieldId == plan.Field && measure.CreatedAt > recent, cancel);
    }

    private IQueryable<Measure> Whole() => db.Measures.AsSplitQuery().Include(measure => measure.Milestones).Include(measure => measure.Ideas).Include(measure => measure.Proposals).Include(measure => measure.Papers);

    /// <summary>Names of all that the history may mention: what was there, and what is there now.</summary>
    private async Task<Dictionary<Guid, string>> NamesAsync(Measure? before, MeasurePlan plan, CancellationToken cancel)
    {
        List<FieldOfActionId> fields = [plan.Field, .. before is null ? [] : new[] { before.FieldId }];
        List<OrganisationId> organisations = [.. new[] { plan.Responsible, before?.ResponsibleOrganisationId }.OfType<OrganisationId>()];
        var ideas = plan.Ideas.Concat(before?.Ideas.Select(link => link.IdeaId) ?? []).Distinct().ToList();
        var proposals = plan.Proposals.Concat(before?.Proposals.Select(link => link.ProposalId) ?? []).Distinct().ToList();
        var papers = plan.Papers.Concat(before?.Papers.Select(link => link.PaperId) ?? []).Distinct().ToList();
        var names = new Dictionary<Guid, string>();
        foreach (var field in await db.FieldsOfAction.AsNoTracking().Where(field => fields.Contains(field.Id)).Select(field => new { field.Id, field.Title }).ToListAsync(cancel)) names[field.Id.Value] = field.Title;
        foreach (var body in await db.Organisations.AsNoTracking().Where(body => organisations.Contains(body.Id)).Select(body => new { body.Id, body.Name }).ToListAsync(cancel)) names[body.Id.Value] = body.Name;
        foreach (var idea in await db.Ideas.AsNoTracking().Where(idea => ideas.Contains(idea.Id)).Select(idea => new { idea.Id, idea.Number }).ToListAsync(cancel)) names[idea.Id.Value] = $"#{idea.Number}";
        foreach (var proposal in await db.Proposals.AsNoTracking().Where(proposal => proposals.Contains(proposal.Id)).Select(proposal => new { proposal.Id, proposal.Number }).ToListAsync(cancel)) names[proposal.Id.Value] = $"!{proposal.Number}";
        foreach (var paper in await db.Papers.AsNoTracking().Where(paper => papers.Contains(paper.Id)).Select(paper => new { paper.Id, paper.Number }).ToListAsync(cancel)) names[paper.Id.Value] = $"{paper.Number}";
        return names;
    }
}
