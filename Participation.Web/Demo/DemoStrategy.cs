using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Data;
using Participation.Web.Markdown;

namespace Participation.Web.Demo;

/// <summary>The strategy of the invented city: what is known of the paper, and measures whose history is played milestone by milestone.</summary>
internal sealed class DemoStrategy(ParticipationDbContext db, MarkdownText markdown, DemoPeople people, DemoCalendar calendar, DemoIdeas ideas, DemoCouncil council)
{
    private static readonly DateTimeOffset Begin = new(2025, 9, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Adds everything.</summary>
    /// <returns>How many measures there are.</returns>
    public int Add()
    {
        var source = DemoContent.Read<DemoStrategyPaper>("strategy")[0];
        var paper = StrategyPaper.Create(StrategyPaperId.New(Begin), Plan(source), Begin);
        Accept(paper.Publish(new PublicationChange(PublicationStep.Publish), Begin));
        db.Strategies.Add(paper);
        var number = 0;
        foreach (var (field, parts) in paper.Fields.Zip(source.FieldsOfAction, (field, part) => (field, part.Measures)))
        {
            foreach (var measure in parts) db.Measures.Add(Make(++number, field.Id, measure));
        }

        return number;
    }

    private StrategyPlan Plan(DemoStrategyPaper source) => new(
        source.Title, source.Subtitle, source.Source.Publisher,
        markdown.Format($"{source.Description}\n\nÖffentlich bekannt sind vier Schwerpunkte des Papiers:\n\n{string.Join('\n', source.Source.CoreFields.Select(line => "- " + line))}\n\nBeraten haben die Stadt {string.Join(" und ", source.Source.Advisers)}."),
        source.DemoNotice,
        new PaperFile(source.Source.Links[0].Url, source.Source.Links[0].Label, source.Source.FileFormat, source.Source.FileSizeKb, source.Source.PageCount, new PartialDate(2021, 6)),
        [.. source.Source.StatusDates.Select((date, order) => new StatusDate(order, PartialDate.Parse(date.Date), date.Label, null))],
        [.. source.FieldsOfAction.OrderBy(part => part.Order).Select(part => new FieldPlan(null, part.Title, part.Description))]);

    private Measure Make(int number, FieldOfActionId field, DemoMeasure source)
    {
        var by = people["moderation-a"].Id;
        List<IdeaId> from = [.. source.IdeaKeys.Select(key => ideas.HomeOf(key).Id).Distinct()];
        List<ProposalId> proposals = [.. db.Proposals.Local.Where(proposal => proposal.Ideas.Any(idea => from.Contains(idea.IdeaId))).Select(proposal => proposal.Id)];
        List<DemoMilestone> milestones = [.. source.Milestones.OrderBy(milestone => milestone.At)];
        var first = new MeasurePlan(
            field, source.Title, markdown.Format(source.Description), people.IdOf(source.ResponsibleOrganisationKey), null, MeasureStatus.Planned, null, 0,
            [.. milestones.Select(milestone => new MilestonePlan(null, milestone.Title, Day(milestone.FirstPromisedFor ?? milestone.At), null))], from, proposals,
            [.. (source.PaperKeys ?? []).Select(key => council.Papers[key].Id)]);
        var measure = Measure.Create(MeasureId.New(Begin), number, first, Edit(by, Begin));
        Accept(measure.Publish(new PublicationChange(PublicationStep.Publish), Edit(by, Begin)));
        var plan = first with { Milestones = [.. measure.Milestones.Select(milestone => new MilestonePlan(milestone.Id, milestone.Title, milestone.DueOn, null))] };
        foreach (var (on, step, why) in Steps(source, milestones).OrderBy(step => step.On)) plan = Change(measure, plan, on, by, step, why);
        return measure;
    }

    /// <summary>What happened to a measure, milestone by milestone; what is stated grows with what is done.</summary>
    private IEnumerable<(DateOnly On, Func<MeasurePlan, MeasurePlan> Step, string? Why)> Steps(DemoMeasure source, List<DemoMilestone> milestones)
    {
        foreach (var moved in milestones.Where(milestone => milestone.MovedAt is not null)) yield return (moved.MovedAt!.Value, plan => plan with { Milestones = Moved(plan, moved) }, moved.MovedBecause);
        var done = milestones.FindAll(milestone => milestone.Done);
        foreach (var (milestone, count) in done.Select((milestone, index) => (milestone, index + 1)))
        {
            var status = count == done.Count ? source.Status : MeasureStatus.Begun;
            yield return (milestone.At, plan => plan with { Status = status, StatusReason = source.StatusReason, Progress = source.ProgressPercent * count / done.Count, Milestones = Done(plan, milestone) }, null);
        }

        if (done.Count == 0 && source.ProgressPercent > 0) yield return (new DateOnly(2026, 10, 1), plan => plan with { Progress = source.ProgressPercent }, null);
    }

    private MeasurePlan Change(Measure measure, MeasurePlan plan, DateOnly on, PersonId by, Func<MeasurePlan, MeasurePlan> step, string? why = null)
    {
        var next = step(plan);
        Accept(measure.Change(next, measure.Version, Edit(by, new DateTimeOffset(Day(on), new TimeOnly(9, 30), TimeSpan.Zero)) with { Reason = why }));
        return next;
    }

    private List<MilestonePlan> Done(MeasurePlan plan, DemoMilestone done) => [.. plan.Milestones.Select(milestone => milestone.Title == done.Title ? milestone with { DoneOn = Day(done.At) } : milestone)];

    private List<MilestonePlan> Moved(MeasurePlan plan, DemoMilestone moved) => [.. plan.Milestones.Select(milestone => milestone.Title == moved.Title ? milestone with { DueOn = Day(moved.At) } : milestone)];

    private DateOnly Day(DateOnly day) => calendar.Day(day.Year, day.Month, day.Day);

    private static MeasureEdit Edit(PersonId by, DateTimeOffset at) => new(by, at, DateOnly.FromDateTime(at.UtcDateTime), null, new Dictionary<Guid, string>());

    private static void Accept(Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidOperationException($"Demo strategy: {refusal}");
    }
}

internal sealed record DemoStrategyPaper(string Title, string Subtitle, string Description, string DemoNotice, DemoPaperSource Source, IReadOnlyList<DemoField> FieldsOfAction);

internal sealed record DemoPaperSource(
    string Publisher, IReadOnlyList<string> Advisers, string FileFormat, int FileSizeKb, int PageCount, IReadOnlyList<DemoLink> Links, IReadOnlyList<DemoStatusDate> StatusDates, IReadOnlyList<string> CoreFields);

internal sealed record DemoLink(string Label, string Url);

internal sealed record DemoStatusDate(string Date, string Label);

internal sealed record DemoField(int Order, string Title, string Description, IReadOnlyList<DemoMeasure> Measures);

internal sealed record DemoMeasure(
    string Title, string Description, MeasureStatus Status, string? StatusReason, int ProgressPercent, string ResponsibleOrganisationKey, IReadOnlyList<DemoMilestone> Milestones, IReadOnlyList<string> IdeaKeys,
    IReadOnlyList<string>? PaperKeys);

internal sealed record DemoMilestone(DateOnly At, string Title, bool Done, DateOnly? FirstPromisedFor, DateOnly? MovedAt, string? MovedBecause);
