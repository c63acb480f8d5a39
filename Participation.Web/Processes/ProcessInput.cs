using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Processes;
using Participation.Web.Editing;
using Participation.Web.Hosting;

namespace Participation.Web.Processes;

/// <summary>What the form of a process sends. Times are the city's own.</summary>
public sealed class ProcessInput
{
    public int Version { get; set; }

    public string? Title { get; set; }

    public string? Slug { get; set; }

    public string? Question { get; set; }

    public string? Summary { get; set; }

    public string? Rules { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public StanceMode StanceMode { get; set; }

    public ModerationMode ModerationMode { get; set; }

    public Verification RequiredVerification { get; set; } = Verification.Email;

    public int? AnswerWithinDays { get; set; } = 56;

    public List<ActivityInput> Activities { get; set; } = [];

    public List<PhaseInput> Phases { get; set; } = [];

    /// <summary>What the form shows of a process.</summary>
    public static ProcessInput Of(Process process, CityClock clock) => new()
    {
        Version = process.Version, Title = process.Title, Slug = process.Slug, Question = process.Question, Summary = process.Summary, Rules = process.Rules.Markdown,
        StartsOn = process.StartsOn, EndsOn = process.EndsOn, StanceMode = process.StanceMode, ModerationMode = process.ModerationMode,
        RequiredVerification = process.RequiredVerification, AnswerWithinDays = process.AnswerWithinDays,
        Activities = [.. process.Activities.Select(activity => new ActivityInput
        {
            Kind = activity.Kind, Offered = true, OpensAt = Local(activity.OpensAt, clock), ClosesAt = Local(activity.ClosesAt, clock),
        })],
        Phases = [.. process.Phases.Select(phase => new PhaseInput { Title = phase.Title, Note = phase.Note, StartsOn = phase.StartsOn, EndsOn = phase.EndsOn })],
    };

    /// <summary>A new process: everything can be done from the first day on.</summary>
    public static ProcessInput New() => new() { Activities = [.. Enum.GetValues<ActivityKind>().Select(kind => new ActivityInput { Kind = kind, Offered = true })] };

    /// <summary>Brings the lists to the form's length: every activity once, room for every phase.</summary>
    public void Complete()
    {
        Activities = [.. Enum.GetValues<ActivityKind>().Select(kind => Activities.Find(activity => activity.Kind == kind) ?? new ActivityInput { Kind = kind })];
        while (Phases.Count < Process.MaxPhases) Phases.Add(new PhaseInput());
    }

    /// <summary>The plan; the input was checked before.</summary>
    public ProcessPlan ToPlan(FormattedText rules, CityClock clock) => new(
        Title!.Trim(), Question!.Trim(), Summary!.Trim(), rules, StartsOn, EndsOn, StanceMode, ModerationMode, RequiredVerification, AnswerWithinDays ?? 0,
        [.. Phases.Where(phase => !phase.IsEmpty).Select((phase, order) => new Phase(order, phase.Title!.Trim(), string.IsNullOrWhiteSpace(phase.Note) ? null : phase.Note.Trim(), phase.StartsOn, phase.EndsOn))],
        [.. Activities.Where(activity => activity.Offered).DistinctBy(activity => activity.Kind).Select(activity => new Activity(activity.Kind, Instant(activity.OpensAt, clock) ?? Start(StartsOn, clock), Instant(activity.ClosesAt, clock) ?? Start(EndsOn?.AddDays(1), clock)))]);

    /// <summary>What is stored, and this shows, beside what somebody else typed meanwhile.</summary>
    public IEnumerable<ConflictField> Differing(ProcessInput mine)
    {
        Complete();
        yield return new(ProcessesTexts.FieldTitle, Title, mine.Title);
        yield return new(ProcessesTexts.FieldQuestion, Question, mine.Question);
        yield return new(ProcessesTexts.FieldSummary, Summary, mine.Summary);
        yield return new(ProcessesTexts.FieldRules, Rules, mine.Rules);
        yield return ConflictField.Of(ProcessesTexts.WhoTitle, ProcessWords.Verifications, RequiredVerification, mine.RequiredVerification);
        yield return ConflictField.Of(ProcessesTexts.FieldStanceMode, ProcessWords.StanceModes, StanceMode, mine.StanceMode);
        yield return ConflictField.Of(ProcessesTexts.FieldModeration, ProcessWords.ModerationModes, ModerationMode, mine.ModerationMode);
        yield return new(ProcessesTexts.FieldAnswerDays, $"{AnswerWithinDays}", $"{mine.AnswerWithinDays}");
        yield return new(ProcessesTexts.FieldStartsOn, $"{StartsOn:d}", $"{mine.StartsOn:d}");
        yield return new(ProcessesTexts.FieldEndsOn, $"{EndsOn:d}", $"{mine.EndsOn:d}");
        for (var i = 0; i < Activities.Count; i++) yield return new(ProcessWords.Of(Activities[i].Kind), Activities[i].Said(), mine.Activities[i].Said());
        // As they are stored: empty rows between them are none.
        yield return new(ProcessesTexts.Phases, Said(Phases), Said(mine.Phases));
    }

    private static string Said(IEnumerable<PhaseInput> phases) => string.Join("\n\n", phases.Where(phase => !phase.IsEmpty).Select(phase => phase.Said()));

    /// <summary>An activity without a window of its own follows the period of the process.</summary>
    private static DateTimeOffset? Start(DateOnly? day, CityClock clock) => day is { } first ? clock.StartOf(first) : null;

    private static DateTime? Local(DateTimeOffset? instant, CityClock clock) => instant is { } at ? clock.Local(at).DateTime : null;

    private static DateTimeOffset? Instant(DateTime? local, CityClock clock) => local is { } time ? clock.InstantOf(time) : null;
}

/// <summary>One activity of the form.</summary>
public sealed class ActivityInput
{
    public ActivityKind Kind { get; set; }

    public bool Offered { get; set; }

    public DateTime? OpensAt { get; set; }

    public DateTime? ClosesAt { get; set; }

    /// <summary>In words; what is not offered has no window.</summary>
    internal string Said() => string.Join("\n\n", new[]
    {
        Offered ? ProcessesTexts.Offered : ProcessesTexts.NotOffered,
        Offered && OpensAt is { } from ? $"{ProcessesTexts.FieldOpensAt} {from:g}" : null, Offered && ClosesAt is { } to ? $"{ProcessesTexts.FieldClosesAt} {to:g}" : null,
    }.OfType<string>());
}

/// <summary>One phase of the form; an empty row is none.</summary>
public sealed class PhaseInput
{
    public string? Title { get; set; }

    public string? Note { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    /// <summary>In words.</summary>
    internal string Said() => string.Join(", ", new[] { Title?.Trim(), Note?.Trim(), StartsOn is { } first ? $"{ProcessesTexts.FieldStartsOn} {first:d}" : null, EndsOn is { } last ? $"{ProcessesTexts.FieldEndsOn} {last:d}" : null }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Whether nothing was filled in.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Note) && StartsOn is null && EndsOn is null;
}
