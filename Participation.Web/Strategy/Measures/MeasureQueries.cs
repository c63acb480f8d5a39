using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Strategy.Measures;

/// <summary>Reads measures.</summary>
public sealed class MeasureQueries(ParticipationDbContext db, CityClock clock)
{
    /// <summary>Measures on a page of the list.</summary>
    public const int PageSize = 30;

    private const int MostChanges = 200;

    /// <summary>One page of the public measures in the order of their fields, and how many there are.</summary>
    public async Task<(IReadOnlyList<MeasureRow> Rows, int Count)> PageAsync(MeasureFilter filter, int page, CancellationToken cancel)
    {
        var found = Filtered(filter);
        return (await Rows(found).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel), await found.CountAsync(cancel));
    }

    /// <summary>All public measures, in the order of their fields.</summary>
    public async Task<IReadOnlyList<MeasureRow>> AllAsync(MeasureFilter filter, CancellationToken cancel) => await Rows(Filtered(filter)).Take(Measure.Most).ToListAsync(cancel);

    /// <summary>How many public measures have an overdue milestone.</summary>
    public Task<int> OverdueAsync(CancellationToken cancel) => Filtered(new MeasureFilter(Overdue: true)).CountAsync(cancel);

    /// <summary>All measures for their editors, the one changed last first.</summary>
    public async Task<IReadOnlyList<ManagedMeasure>> ManagedAsync(CancellationToken cancel) => await db.Measures.AsNoTracking().OrderByDescending(measure => measure.ChangedAt).Take(Measure.Most)
        .Select(measure => new ManagedMeasure(measure.Number, measure.Title, measure.Status, measure.Progress, measure.Publication, measure.ChangedAt)).ToListAsync(cancel);

    /// <summary>Public measures by number, for cards; one query.</summary>
    public async Task<IReadOnlyList<MeasureRow>> ByNumberAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        await Rows(db.Measures.ThatArePublic(clock.Now).Where(measure => numbers.Contains(measure.Number))).Take(Measure.Most).ToListAsync(cancel);

    /// <summary>Public measures that rest on a paper; one query.</summary>
    public async Task<IReadOnlyList<MeasureRow>> OfPaperAsync(PaperId paper, CancellationToken cancel) =>
        await Rows(db.Measures.ThatArePublic(clock.Now).Where(measure => measure.Papers.Any(link => link.PaperId == paper))).Take(Measure.MaxLinks).ToListAsync(cancel);

    /// <summary>A measure for its page: five queries. Whoever asks looks at its publication.</summary>
    public async Task<MeasureView?> FindAsync(int number, CancellationToken cancel)
    {
        var one = db.Measures.AsNoTracking().Where(measure => measure.Number == number);
        if (await Rows(one).SingleOrDefaultAsync(cancel) is not { } row) return null;
        var rest = await one.Select(measure => new { measure.Id, measure.Description.Html, measure.ResponsibleUnit, measure.Publication }).SingleAsync(cancel);
        var milestones = await db.Milestones.AsNoTracking().Where(milestone => milestone.MeasureId == rest.Id).OrderBy(milestone => milestone.DueOn).ThenBy(milestone => milestone.Title).Take(Measure.MaxMilestones)
            .Select(milestone => new MilestoneView(milestone.Title, milestone.DueOn, milestone.DoneOn)).ToListAsync(cancel);
        var ideas = await db.Ideas.ThatAreReadable().Where(idea => db.MeasureIdeas.Any(link => link.MeasureId == rest.Id && link.IdeaId == idea.Id)).OrderBy(idea => idea.Number).Take(Measure.MaxLinks)
            .Select(idea => new LinkedIdea(idea.Number ?? 0, idea.Title, idea.Status)).ToListAsync(cancel);
        var proposals = await db.Proposals.ThatArePublic().Where(proposal => db.MeasureProposals.Any(link => link.MeasureId == rest.Id && link.ProposalId == proposal.Id)).OrderBy(proposal => proposal.Number).Take(Measure.MaxLinks)
            .Select(proposal => new LinkedProposal(proposal.Number, proposal.Title, proposal.Status)).ToListAsync(cancel);
        var history = await db.MeasureChanges.AsNoTracking().Where(change => change.MeasureId == rest.Id).OrderByDescending(change => change.At).ThenByDescending(change => change.Id).Take(MostChanges)
            .Select(change => new ChangeView(change.Kind, change.Milestone, change.Before, change.After, change.Reason, change.At, db.People.Where(person => person.Id == change.By).Select(person => person.DisplayName).FirstOrDefault()))
            .ToListAsync(cancel);
        return new MeasureView(row, rest.Html, rest.ResponsibleUnit, rest.Publication, milestones, ideas, proposals, history);
    }

    /// <summary>Public measures after a number, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<MeasureRow>> AfterAsync(MeasureFilter filter, int after, int most, CancellationToken cancel) =>
        await Rows(Filtered(filter).Where(measure => measure.Number > after), byField: false).Take(most).ToListAsync(cancel);

    /// <summary>All milestones of the public measures, or of some of them, by their numbers.</summary>
    public async Task<ILookup<int, MilestoneView>> MilestonesAsync(IReadOnlyCollection<int>? numbers, CancellationToken cancel)
    {
        var rows = await (
            from milestone in db.Milestones.AsNoTracking()
            join measure in db.Measures.ThatArePublic(clock.Now) on milestone.MeasureId equals measure.Id
            where numbers == null || numbers.Contains(measure.Number)
            orderby measure.Number, milestone.DueOn
            select new { measure.Number, Milestone = new MilestoneView(milestone.Title, milestone.DueOn, milestone.DoneOn) }).Take(Measure.Most * Measure.MaxMilestones).ToListAsync(cancel);
        return rows.ToLookup(row => row.Number, row => row.Milestone);
    }

    private IQueryable<MeasureRow> Rows(IQueryable<Measure> measures, bool byField = true) =>
        from measure in measures
        join field in db.FieldsOfAction on measure.FieldId equals field.Id
        orderby byField ? field.Order : 0, measure.Number
        select new MeasureRow(
            measure.Number, measure.Title, field.Order, field.Title, measure.Status, measure.StatusReason, measure.Progress,
            db.Organisations.Where(organisation => organisation.Id == measure.ResponsibleOrganisationId).Select(organisation => organisation.Name).FirstOrDefault(),
            db.Organisations.Where(organisation => organisation.Id == measure.ResponsibleOrganisationId).Select(organisation => organisation.Slug).FirstOrDefault(),
            measure.Milestones.Count, measure.Milestones.Count(milestone => milestone.DoneOn != null),
            measure.Milestones.Where(milestone => milestone.DoneOn == null).OrderBy(milestone => milestone.DueOn).ThenBy(milestone => milestone.Title).Select(milestone => milestone.Title).FirstOrDefault(),
            measure.Milestones.Where(milestone => milestone.DoneOn == null).Min(milestone => (DateOnly?)milestone.DueOn), measure.ChangedAt);

    private IQueryable<Measure> Filtered(MeasureFilter filter)
    {
        var found = db.Measures.ThatArePublic(clock.Now);
        if (filter.Field is { } order) found = found.Where(measure => db.FieldsOfAction.Any(field => field.Id == measure.FieldId && field.Order == order));
        if (filter.Status is { } status) found = found.Where(measure => measure.Status == status);
        if (filter.Organisation is { } slug) found = found.Where(measure => db.Organisations.Any(organisation => organisation.Id == measure.ResponsibleOrganisationId && organisation.Slug == slug));
        var today = clock.Today;
        return !filter.Overdue ? found : found.Where(measure => (measure.Status == MeasureStatus.Planned || measure.Status == MeasureStatus.Begun) && measure.Milestones.Any(milestone => milestone.DoneOn == null && milestone.DueOn < today));
    }
}

/// <summary>A measure as its editors see it in their list.</summary>
public sealed record ManagedMeasure(int Number, string Title, MeasureStatus Status, int Progress, Publication Publication, DateTimeOffset ChangedAt);
