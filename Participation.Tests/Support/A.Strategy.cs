using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Measures;
using Participation.Domain.Strategy.Services;

namespace Participation.Tests.Support;

/// <summary>Strategies, measures and services for tests.</summary>
public static partial class A
{
    private static readonly PublicationChange Now = new(PublicationStep.Publish);

    /// <summary>A strategy with two fields of action.</summary>
    public static StrategyPaper Strategy(bool published = true)
    {
        var paper = StrategyPaper.Create(StrategyPaperId.New(Moment), StrategyPlan(), Moment);
        if (published) Assert.Null(paper.Publish(Now, Moment));
        return paper;
    }

    /// <summary>A plan of a strategy.</summary>
    public static StrategyPlan StrategyPlan() => new(
        "Ratingen.digital", null, "Stadt Ratingen", Text("Gemeinsam digital."), null, PaperFile.None, [], [new FieldPlan(null, "Verwaltung online", "Ohne Papier."), new FieldPlan(null, "Klima", "Messen und verstehen.")]);

    /// <summary>Somebody changes something on 2 March 2026.</summary>
    public static MeasureEdit Edit(PersonId? by = null, DateTimeOffset? at = null) => new(by, at ?? Moment, DateOnly.FromDateTime((at ?? Moment).UtcDateTime), null, new Dictionary<Guid, string>());

    /// <summary>A plan of a measure in the first field.</summary>
    public static MeasurePlan MeasurePlan(StrategyPaper paper, string title = "Zehn Ladepunkte") =>
        new(paper.Fields[0].Id, title, Text("Wo sie fehlen."), null, null, MeasureStatus.Planned, null, 0, [], [], [], []);

    /// <summary>A plan that changes nothing about a measure made by another.</summary>
    public static MeasurePlan PlanOf(Measure measure, MeasurePlan made) =>
        made with { Milestones = [.. measure.Milestones.Select(milestone => new MilestonePlan(milestone.Id, milestone.Title, milestone.DueOn, milestone.DoneOn))] };

    /// <summary>A measure.</summary>
    public static Measure Measure(StrategyPaper paper, int number, string title, bool published = true, MeasurePlan? plan = null)
    {
        var measure = Domain.Strategy.Measures.Measure.Create(MeasureId.New(Moment), number, plan ?? MeasurePlan(paper, title), Edit());
        if (published) Assert.Null(measure.Publish(Now, Edit()));
        return measure;
    }

    /// <summary>A plan of a service.</summary>
    public static ServicePlan ServicePlan(string name = "Wohnsitz ummelden", int level = 2) => new(name, null, "Neue Anschrift melden.", new Maturity(MaturityModel.V11, level), null, null, null, null, null);

    /// <summary>A service.</summary>
    public static OnlineService Service(int number, string name, bool published = true, int level = 2, DateTimeOffset? at = null)
    {
        var service = OnlineService.Create(OnlineServiceId.New(at ?? Moment), number, ServicePlan(name, level), null, at ?? Moment);
        if (published) Assert.Null(service.Publish(Now, null, at ?? Moment));
        return service;
    }
}
