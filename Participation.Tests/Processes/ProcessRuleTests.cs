using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Processes;
using Participation.Tests.Support;

namespace Participation.Tests.Processes;

/// <summary>Windows, phases, and what editors can set.</summary>
public sealed class ProcessRuleTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(0, null, true)]
    [InlineData(1, null, false)]
    [InlineData(null, 1, true)]
    [InlineData(null, 0, false)]
    [InlineData(-2, -1, false)]
    public void An_activity_is_open_from_its_first_instant_until_before_its_last(int? opens, int? closes, bool open) =>
        Assert.Equal(open, new Activity(ActivityKind.Discuss, opens is { } o ? A.Moment.AddHours(o) : null, closes is { } c ? A.Moment.AddHours(c) : null).IsOpen(A.Moment));

    [Fact]
    public void What_a_process_does_not_offer_is_closed()
    {
        var process = Create(A.Plan() with { Activities = [new(ActivityKind.Discuss, null, null)] });
        Assert.True(process.IsOpen(ActivityKind.Discuss, A.Moment));
        Assert.False(process.IsOpen(ActivityKind.CollectIdeas, A.Moment));
        Assert.Null(process.Find(ActivityKind.CollectIdeas));
    }

    [Fact]
    public void An_activity_exists_once()
    {
        var process = Create(A.Plan() with { Activities = [new(ActivityKind.Discuss, null, A.Moment), new(ActivityKind.Discuss, null, null)] });
        Assert.Null(Assert.Single(process.Activities).ClosesAt);
    }

    [Fact]
    public void What_contradicts_itself_is_refused_when_it_is_changed_and_a_mistake_when_it_is_created()
    {
        (ProcessPlan Plan, Refusal Refusal)[] wrong =
        [
            (A.Plan() with { StartsOn = Today, EndsOn = Today.AddDays(-1) }, new ProcessEndsBeforeItStarts()),
            (A.Plan() with { Phases = [new(0, "Sammeln", null, Today, Today.AddDays(-1))] }, new PhaseEndsBeforeItStarts("Sammeln")),
            (A.Plan() with { Activities = [new(ActivityKind.Discuss, A.Moment, A.Moment)] }, new ActivityClosesBeforeItOpens(ActivityKind.Discuss)),
            (A.Plan() with { AnswerWithinDays = 0 }, new AnswerPromiseOutOfRange(366)),
            (A.Plan() with { AnswerWithinDays = 367 }, new AnswerPromiseOutOfRange(366)),
        ];
        foreach (var (plan, refusal) in wrong)
        {
            Assert.Equal(refusal, A.Process().Change(plan, 0));
            Assert.Throws<ArgumentException>("plan", () => Create(plan));
        }
    }

    [Fact]
    public void What_lasts_one_day_or_one_moment_is_allowed() => Assert.Null(A.Process().Change(A.Plan() with
    {
        StartsOn = Today,
        EndsOn = Today,
        AnswerWithinDays = 366,
        Phases = [new(0, "Sammeln", null, Today, Today)],
        Activities = [new(ActivityKind.Discuss, A.Moment, A.Moment.AddTicks(1))],
    }, 0));

    [Fact]
    public void A_change_drops_phases_and_windows_that_the_plan_has_no_more()
    {
        var process = Create(Phases(5));
        Assert.Null(process.Change(Phases(2) with { Activities = [new(ActivityKind.Discuss, null, A.Moment)] }, 0));
        Assert.Equal(["Phase 1", "Phase 2"], process.Phases.Select(phase => phase.Title));
        Assert.Equal((ActivityKind.Discuss, A.Moment), (Assert.Single(process.Activities).Kind, process.Activities[0].ClosesAt));
    }

    [Fact]
    public void A_process_is_open_until_the_last_of_what_is_open_closes()
    {
        var (soon, later, over) = (A.Moment.AddDays(1), A.Moment.AddDays(9), A.Moment.AddDays(-1));
        Assert.Equal(soon, Until(new(ActivityKind.Discuss, null, soon), new(ActivityKind.TakeStances, null, over)));
        Assert.Equal(later, Until(new(ActivityKind.Discuss, null, soon), new(ActivityKind.TakeStances, null, later)));
        Assert.Equal(soon, Until(new(ActivityKind.Discuss, null, soon), new(ActivityKind.TakeStances, soon, later)));
        Assert.Null(Until(new(ActivityKind.Discuss, null, soon), new(ActivityKind.TakeStances, null, null)));
        Assert.Null(Until(new Activity(ActivityKind.Discuss, null, over)));

        static DateTimeOffset? Until(params Activity[] activities) => Create(A.Plan() with { Activities = activities }).OpenUntil(A.Moment);
    }

    [Theory]
    [InlineData(ModerationMode.PostModerate, false, false)]
    [InlineData(ModerationMode.PreModerateIdeas, true, false)]
    [InlineData(ModerationMode.PreModerateAll, true, true)]
    public void The_mode_says_what_waits_for_a_moderator(ModerationMode mode, bool ideas, bool comments) =>
        Assert.Equal((ideas, comments), (A.Process(mode).HoldsIdeas, A.Process(mode).HoldsComments));

    [Fact]
    public void A_change_sets_everything_but_the_address()
    {
        var process = A.Process();
        var plan = A.Plan(ModerationMode.PreModerateAll, StanceMode.SupportOnly, Verification.VerifiedResident) with { Title = "Neu", StartsOn = Today, EndsOn = Today };
        Assert.Null(process.Change(plan, 0));
        Assert.Equal(
            ("smart-city", "Neu", StanceMode.SupportOnly, Verification.VerifiedResident, 1),
            (process.Slug, process.Title, process.StanceMode, process.RequiredVerification, process.Version));
    }

    [Fact]
    public void Whoever_started_from_an_older_state_is_refused()
    {
        var process = A.Process();
        Assert.Null(process.Change(A.Plan() with { Title = "Erste" }, 0));
        Refused<ChangedMeanwhile>(process, A.Plan() with { Title = "Zweite" }, 0);
    }

    [Fact]
    public void A_process_does_not_end_before_it_starts() =>
        Refused<ProcessEndsBeforeItStarts>(A.Process(), A.Plan() with { StartsOn = Today, EndsOn = Today.AddDays(-1) }, 0);

    [Fact]
    public void A_permanent_process_has_a_start_or_none()
    {
        Assert.Null(A.Process().Change(A.Plan() with { StartsOn = Today }, 0));
        Assert.Null(A.Process().Change(A.Plan() with { EndsOn = Today }, 0));
    }

    [Fact]
    public void Twelve_phases_are_read_and_thirteen_are_not()
    {
        Assert.Null(A.Process().Change(Phases(12), 0));
        Assert.Equal(new TooManyPhases(12), A.Process().Change(Phases(13), 0));
        Refused<TooManyPhases>(A.Process(), Phases(13), 0);
    }

    [Fact]
    public void Phases_are_numbered_as_they_stand() =>
        Assert.Equal([(0, "Phase 1"), (1, "Phase 2"), (2, "Phase 3")], Create(Phases(3)).Phases.Select(phase => (phase.Order, phase.Title)));

    [Theory]
    [InlineData(-3, -1, true, false)]
    [InlineData(-3, 0, false, true)]
    [InlineData(0, 3, false, true)]
    [InlineData(1, 3, false, false)]
    [InlineData(null, null, false, true)]
    [InlineData(null, -1, true, false)]
    public void A_phase_runs_from_its_first_to_its_last_day(int? starts, int? ends, bool done, bool current)
    {
        var phase = new Phase(0, "Sammeln", null, starts is { } s ? Today.AddDays(s) : null, ends is { } e ? Today.AddDays(e) : null);
        Assert.Equal((done, current), (phase.IsDone(Today), phase.IsCurrent(Today)));
    }

    private static Process Create(ProcessPlan plan) => Process.Create(ProcessId.New(A.Moment), "smart-city", plan, A.Moment);

    private static ProcessPlan Phases(int count) => A.Plan() with { Phases = [.. Enumerable.Range(1, count).Select(i => new Phase(99, $"Phase {i}", null, null, null))] };

    private static void Refused<T>(Process process, ProcessPlan plan, int expectedVersion) where T : Refusal
    {
        var before = (process.Title, process.Version, process.Phases.Count, process.StartsOn, process.EndsOn);
        Assert.IsType<T>(process.Change(plan, expectedVersion));
        Assert.Equal(before, (process.Title, process.Version, process.Phases.Count, process.StartsOn, process.EndsOn));
    }
}
