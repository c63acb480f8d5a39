using Participation.Domain.Accounts;

namespace Participation.Domain.Processes;

/// <summary>Which stances can be taken in a process.</summary>
public enum StanceMode
{
    /// <summary>For, neutral or against.</summary>
    ForNeutralAgainst,

    /// <summary>Support or nothing.</summary>
    SupportOnly,
}

/// <summary>Whether contributions wait for a moderator.</summary>
public enum ModerationMode
{
    /// <summary>Ideas are published by a moderator; comments appear at once.</summary>
    PreModerateIdeas,

    /// <summary>Ideas and comments are published by a moderator.</summary>
    PreModerateAll,

    /// <summary>Everything appears at once and is looked at afterwards.</summary>
    PostModerate,
}

/// <summary>A participation with a question, a time frame, rules and parallel activities.</summary>
public sealed class Process
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 120;

    /// <summary>Longest question, in characters.</summary>
    public const int QuestionMaxLength = 200;

    /// <summary>Longest summary, in characters.</summary>
    public const int SummaryMaxLength = 600;

    /// <summary>Longest rules, in characters.</summary>
    public const int RulesMaxLength = 10_000;

    /// <summary>Longest slug, in characters.</summary>
    public const int SlugMaxLength = Domain.Slug.MaxLength;

    /// <summary>Most phases of one process.</summary>
    public const int MaxPhases = 12;

    /// <summary>Latest promise of an answer, in days.</summary>
    public const int AnswerWithinDaysMax = 366;

    private readonly List<Phase> _phases = [];
    private readonly List<Activity> _activities = [];

    private Process() { }

    /// <summary>Internal identity.</summary>
    public ProcessId Id { get; private set; }

    /// <summary>Part of the public address.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What the city wants to know.</summary>
    public string Question { get; private set; } = "";

    /// <summary>What it is about, in two or three sentences.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>The rules in plain words.</summary>
    public FormattedText Rules { get; private set; } = FormattedText.Empty;

    /// <summary>First day, or null when it was always open.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>Last day, or null for a permanent process.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Which stances can be taken.</summary>
    public StanceMode StanceMode { get; private set; }

    /// <summary>Whether contributions wait for a moderator.</summary>
    public ModerationMode ModerationMode { get; private set; }

    /// <summary>The level a person needs to write here.</summary>
    public Verification RequiredVerification { get; private set; }

    /// <summary>Within how many days an idea is answered, as promised on every page.</summary>
    public int AnswerWithinDays { get; private set; }

    /// <summary>When it was set up.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Optimistic concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The timeline shown to readers, in order.</summary>
    public IReadOnlyList<Phase> Phases => _phases;

    /// <summary>What can be done, each with its own window.</summary>
    public IReadOnlyList<Activity> Activities => _activities;

    /// <summary>Sets up a process by a plan that passed <see cref="ProcessPlan.Check"/>.</summary>
    /// <exception cref="ArgumentException">It did not.</exception>
    public static Process Create(ProcessId id, string slug, ProcessPlan plan, DateTimeOffset now)
    {
        if (plan.Check() is { } refusal) throw new ArgumentException(refusal.ToString(), nameof(plan));
        var process = new Process { Id = id, Slug = slug, CreatedAt = now };
        process.Apply(plan);
        return process;
    }

    /// <summary>Changes everything but the address.</summary>
    public Refusal? Change(ProcessPlan plan, int expectedVersion)
    {
        if (expectedVersion != Version) return new ChangedMeanwhile();
        if (plan.Check() is { } refusal) return refusal;
        Apply(plan);
        Version++;
        return null;
    }

    /// <summary>Whether an activity is open at an instant.</summary>
    public bool IsOpen(ActivityKind kind, DateTimeOffset now) => _activities.Exists(activity => activity.Kind == kind && activity.IsOpen(now));

    /// <summary>When the last of the open activities closes; null when one never does, or when none is open.</summary>
    public DateTimeOffset? OpenUntil(DateTimeOffset now)
    {
        var open = _activities.FindAll(activity => activity.IsOpen(now));
        return open.Exists(activity => activity.ClosesAt is null) ? null : open.Max(activity => activity.ClosesAt);
    }

    /// <summary>The activity of a kind, if this process has it.</summary>
    public Activity? Find(ActivityKind kind) => _activities.Find(activity => activity.Kind == kind);

    /// <summary>Whether a new idea waits for a moderator.</summary>
    public bool HoldsIdeas => ModerationMode is not ModerationMode.PostModerate;

    /// <summary>Whether a new comment waits for a moderator.</summary>
    public bool HoldsComments => ModerationMode is ModerationMode.PreModerateAll;

    private void Apply(ProcessPlan plan)
    {
        (Title, Question, Summary, Rules) = (plan.Title, plan.Question, plan.Summary, plan.Rules);
        (StartsOn, EndsOn, StanceMode, ModerationMode) = (plan.StartsOn, plan.EndsOn, plan.StanceMode, plan.ModerationMode);
        (RequiredVerification, AnswerWithinDays) = (plan.RequiredVerification, plan.AnswerWithinDays);
        for (var order = 0; order < plan.Phases.Count; order++)
        {
            var phase = plan.Phases[order];
            if (order == _phases.Count) _phases.Add(new Phase(order, phase.Title, phase.Note, phase.StartsOn, phase.EndsOn));
            else _phases[order].Become(phase);
        }

        _phases.RemoveRange(plan.Phases.Count, _phases.Count - plan.Phases.Count);
        foreach (var activity in plan.Activities)
        {
            if (Find(activity.Kind) is { } existing) existing.Move(activity.OpensAt, activity.ClosesAt);
            else _activities.Add(new Activity(activity.Kind, activity.OpensAt, activity.ClosesAt));
        }

        _activities.RemoveAll(activity => !plan.Activities.Any(kept => kept.Kind == activity.Kind));
    }
}

/// <summary>Everything about a process that its editors set.</summary>
public sealed record ProcessPlan(
    string Title, string Question, string Summary, FormattedText Rules, DateOnly? StartsOn, DateOnly? EndsOn, StanceMode StanceMode,
    ModerationMode ModerationMode, Verification RequiredVerification, int AnswerWithinDays,
    IReadOnlyList<Phase> Phases, IReadOnlyList<Activity> Activities)
{
    /// <summary>Says what contradicts itself, or null.</summary>
    public Refusal? Check()
    {
        if (EndsOn < StartsOn) return new ProcessEndsBeforeItStarts();
        if (Phases.Count > Process.MaxPhases) return new TooManyPhases(Process.MaxPhases);
        if (Phases.FirstOrDefault(phase => phase.EndsOn < phase.StartsOn) is { } phase) return new PhaseEndsBeforeItStarts(phase.Title);
        if (Activities.FirstOrDefault(activity => activity.ClosesAt <= activity.OpensAt) is { } activity) return new ActivityClosesBeforeItOpens(activity.Kind);
        if (AnswerWithinDays is < 1 or > Process.AnswerWithinDaysMax) return new AnswerPromiseOutOfRange(Process.AnswerWithinDaysMax);
        return null;
    }
}

/// <summary>The last day lies before the first.</summary>
public sealed record ProcessEndsBeforeItStarts : Refusal;

/// <summary>A timeline of more phases than people read.</summary>
public sealed record TooManyPhases(int Limit) : Refusal;

/// <summary>A phase whose last day lies before its first.</summary>
public sealed record PhaseEndsBeforeItStarts(string Title) : Refusal;

/// <summary>A window that closes before it opens.</summary>
public sealed record ActivityClosesBeforeItOpens(ActivityKind Kind) : Refusal;

/// <summary>A promise of less than a day or of more than the limit.</summary>
public sealed record AnswerPromiseOutOfRange(int LimitInDays) : Refusal;

/// <summary>Another process has this address.</summary>
public sealed record AddressIsTaken(string Slug) : Refusal;
