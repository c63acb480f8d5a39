using Participation.Domain;
using Participation.Domain.Editing;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Measures;
using Participation.Tests.Support;

namespace Participation.Tests.Strategy;

public sealed class MeasureRuleTests
{
    private static readonly StrategyPaper Paper = A.Strategy();
    private static readonly DateOnly Today = DateOnly.FromDateTime(A.Moment.UtcDateTime);

    [Theory, InlineData(-1), InlineData(101)]
    public void Progress_lies_between_0_and_100(int percent) => Assert.IsType<ProgressOutOfRange>((A.MeasurePlan(Paper) with { Progress = percent }).Check(Today));

    [Fact]
    public void All_of_it_is_done_only_when_it_is_implemented()
    {
        Assert.IsType<FullProgressMeansImplemented>((A.MeasurePlan(Paper) with { Status = MeasureStatus.Begun, Progress = 100 }).Check(Today));
        Assert.Null((A.MeasurePlan(Paper) with { Status = MeasureStatus.Begun, Progress = 99 }).Check(Today));
    }

    [Fact]
    public void Implemented_means_100_percent_and_no_open_milestone()
    {
        var plan = A.MeasurePlan(Paper) with { Status = MeasureStatus.Implemented, Progress = 40, Milestones = [new MilestonePlan(null, "Gebaut", Today, null)] };
        Assert.Equal(new MilestonesAreOpen(1), plan.Check(Today));
        var done = A.Measure(Paper, 1, "Gebaut", plan: plan with { Milestones = [new MilestonePlan(null, "Gebaut", Today, Today)] });
        Assert.Equal(100, done.Progress);
    }

    [Theory, InlineData(MeasureStatus.Deferred), InlineData(MeasureStatus.Stopped)]
    public void Who_puts_off_or_gives_up_says_why(MeasureStatus status)
    {
        Assert.IsType<MeasureNeedsReason>((A.MeasurePlan(Paper) with { Status = status, StatusReason = " " }).Check(Today));
        Assert.Null((A.MeasurePlan(Paper) with { Status = status, StatusReason = "Kein Geld." }).Check(Today));
    }

    [Fact]
    public void Nothing_was_done_in_the_future() =>
        Assert.Equal(new MilestoneDoneLater("Gebaut"), (A.MeasurePlan(Paper) with { Milestones = [new MilestonePlan(null, "Gebaut", Today, Today.AddDays(1))] }).Check(Today));

    [Fact]
    public void A_reason_goes_when_the_measure_goes_on()
    {
        var measure = A.Measure(Paper, 1, "x", plan: A.MeasurePlan(Paper) with { Status = MeasureStatus.Deferred, StatusReason = "Kein Geld." });
        Assert.Null(measure.Change(A.MeasurePlan(Paper) with { Status = MeasureStatus.Begun, StatusReason = "Kein Geld." }, 0, A.Edit()));
        Assert.Null(measure.StatusReason);
    }

    [Fact]
    public void A_deadline_that_is_moved_stays_visible_with_the_old_day()
    {
        var plan = A.MeasurePlan(Paper) with { Milestones = [new MilestonePlan(null, "Erste zehn", new DateOnly(2026, 4, 30), null)] };
        var measure = A.Measure(Paper, 1, "x", plan: plan);
        var same = A.PlanOf(measure, plan);
        Assert.Null(measure.Change(same with { Milestones = [same.Milestones[0] with { DueOn = new DateOnly(2026, 9, 30) }] }, 0, A.Edit() with { Reason = "Lieferzeiten." }));
        var moved = Assert.Single(measure.History, change => change.Kind is MeasureChangeKind.MilestoneMoved);
        Assert.Equal(("Erste zehn", "2026-04-30", "2026-09-30", "Lieferzeiten."), (moved.Milestone, moved.Before, moved.After, moved.Reason));
    }

    [Fact]
    public void Every_change_is_noted_with_the_old_value_and_nothing_else()
    {
        var plan = A.MeasurePlan(Paper) with { Milestones = [new MilestonePlan(null, "Erste zehn", new DateOnly(2026, 4, 30), null)] };
        var measure = A.Measure(Paper, 1, "x", plan: plan);
        var before = measure.History.Count;
        Assert.Null(measure.Change(A.PlanOf(measure, plan), 0, A.Edit()));
        Assert.Equal(before, measure.History.Count);
        Assert.Null(measure.Change(A.PlanOf(measure, plan) with { Status = MeasureStatus.Begun, Progress = 30, Title = "y", Milestones = [] }, 1, A.Edit()));
        Assert.Equal(
            [(MeasureChangeKind.Status, "Planned", "Begun"), (MeasureChangeKind.Progress, "0", "30"), (MeasureChangeKind.Title, "Zehn Ladepunkte", "y"), (MeasureChangeKind.MilestoneRemoved, "2026-04-30", null)],
            measure.History.Skip(before).Select(change => (change.Kind, change.Before, change.After)));
    }

    [Fact]
    public void Of_a_draft_nobody_has_to_know_the_changes()
    {
        var measure = A.Measure(Paper, 1, "x", published: false);
        Assert.Null(measure.Change(A.MeasurePlan(Paper, "anders"), 0, A.Edit()));
        Assert.Equal([MeasureChangeKind.Created], measure.History.Select(change => change.Kind));
    }

    [Fact]
    public void Two_at_once_do_not_overwrite_each_other()
    {
        var measure = A.Measure(Paper, 1, "x");
        Assert.Null(measure.Change(A.MeasurePlan(Paper, "schnell"), 0, A.Edit()));
        Assert.IsType<ChangedMeanwhile>(measure.Change(A.MeasurePlan(Paper, "langsam"), 0, A.Edit()));
    }

    [Fact]
    public void People_are_told_of_a_status_once_and_only_of_what_everybody_may_read()
    {
        var measure = A.Measure(Paper, 1, "x", published: false, plan: A.MeasurePlan(Paper) with { Status = MeasureStatus.Begun });
        Assert.False(measure.Tell(A.Moment));
        Assert.Null(measure.Publish(new PublicationChange(PublicationStep.Publish), A.Edit()));
        Assert.True(measure.Tell(A.Moment));
        Assert.False(measure.Tell(A.Moment));
    }

    [Fact]
    public void Of_a_planned_measure_there_is_nothing_to_tell() => Assert.False(A.Measure(Paper, 1, "x").Tell(A.Moment));

    [Fact]
    public void A_field_of_action_stays_as_long_as_measures_belong_to_it()
    {
        var paper = A.Strategy();
        var without = A.StrategyPlan() with { Fields = [new FieldPlan(paper.Fields[1].Id, "Klima", "Messen.")] };
        Assert.Equal(new FieldHasMeasures("Verwaltung online"), paper.Change(without, 0, [paper.Fields[0].Id], A.Moment));
        Assert.Null(paper.Change(without, 0, [], A.Moment));
        Assert.Equal(["Klima"], paper.Fields.Select(field => field.Title));
        Assert.Equal(1, paper.Fields[0].Order);
    }
}
