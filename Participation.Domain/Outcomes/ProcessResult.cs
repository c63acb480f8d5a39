using Participation.Domain.Editing;
using Participation.Domain.Processes;

namespace Participation.Domain.Outcomes;

/// <summary>Identifies a <see cref="ProcessResult"/>.</summary>
public readonly record struct ProcessResultId(Guid Value) : IEntityId<ProcessResultId>
{
    /// <inheritdoc/>
    public static ProcessResultId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static ProcessResultId New(DateTimeOffset now) => new(Uuid.Version7(now));
}

/// <summary>
/// What the committee publishes at the end of a process: what was adopted, what not and why. Its figures are computed when it is published and kept with it, so that an old version goes on
/// saying what was true then; a correction of the words leaves them as they are.
/// </summary>
public sealed class ProcessResult : IPublished
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 160;

    /// <summary>Longest summary, in characters.</summary>
    public const int SummaryMaxLength = 1200;

    /// <summary>Longest part of the text, in characters.</summary>
    public const int BodyMaxLength = 20_000;

    /// <summary>Longest name of who signed it off, in characters.</summary>
    public const int SignedOffByMaxLength = 200;

    /// <summary>Longest figures as JSON, in characters.</summary>
    public const int FiguresMaxLength = 4000;

    private ProcessResult() { }

    /// <summary>Internal identity.</summary>
    public ProcessResultId Id { get; private set; }

    /// <summary>Public number.</summary>
    public int Number { get; private set; }

    /// <summary>The process.</summary>
    public ProcessId ProcessId { get; private set; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The outcome in plain words.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>What was adopted, with live blocks.</summary>
    public FormattedText Adopted { get; private set; } = FormattedText.Empty;

    /// <summary>What was not, and why, with live blocks.</summary>
    public FormattedText NotAdopted { get; private set; } = FormattedText.Empty;

    /// <summary>The day on which it was signed off.</summary>
    public DateOnly? SignedOffOn { get; private set; }

    /// <summary>Who signed it off, such as a committee.</summary>
    public string? SignedOffBy { get; private set; }

    /// <summary>The figures as JSON; what they mean is the site's.</summary>
    public string Figures { get; private set; } = "";

    /// <summary>When the figures were computed.</summary>
    public DateTimeOffset FiguresAt { get; private set; }

    /// <summary>Whether and from when everybody may read it.</summary>
    public Publication Publication { get; private set; } = Publication.Draft;

    /// <summary>Since when those who took part are told; null while they are to be.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Optimistic concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Begins a result.</summary>
    public static ProcessResult Begin(int number, ProcessId process, ResultPlan plan, string figures, Publication publication, DateTimeOffset now)
    {
        var result = new ProcessResult { Id = ProcessResultId.New(now), Number = number, ProcessId = process, Publication = publication };
        result.Apply(plan, now);
        result.Count(figures, now);
        return result;
    }

    /// <summary>Whether it says this.</summary>
    public bool Is(ResultPlan plan) => (Title, Summary, Adopted.Markdown, NotAdopted.Markdown, SignedOffOn, SignedOffBy) == (plan.Title, plan.Summary, plan.Adopted.Markdown, plan.NotAdopted.Markdown, plan.SignedOffOn, plan.SignedOffBy);

    /// <summary>Whether its figures are counted when it is saved: as long as nobody has read them, and later when the editor asks.</summary>
    public bool CountsAnew(ResultPlan plan, DateTimeOffset now) => plan.Recounts || Publication.StateAt(now) is PublicationState.Draft or PublicationState.Scheduled;

    /// <summary>Changes it, not its figures.</summary>
    public Refusal? Change(ResultPlan plan, PublicationChange step, int expectedVersion, DateTimeOffset now)
    {
        if (expectedVersion != Version) return new ChangedMeanwhile();
        if (Publication.Take(step, now, out var next) is { } no) return no;
        Apply(plan, now);
        Publication = next;
        Version++;
        return null;
    }

    /// <summary>Those who took part are told; once and for all, whatever is changed later.</summary>
    public void Announce(DateTimeOffset now)
    {
        AnnouncedAt = now;
        Version++;
    }

    /// <summary>Its figures are those of now.</summary>
    public void Count(string figures, DateTimeOffset now) => (Figures, FiguresAt) = (figures, now);

    private void Apply(ResultPlan plan, DateTimeOffset now)
    {
        (Title, Summary, Adopted, NotAdopted) = (plan.Title, plan.Summary, plan.Adopted, plan.NotAdopted);
        (SignedOffOn, SignedOffBy, ChangedAt) = (plan.SignedOffOn, plan.SignedOffBy, now);
    }
}

/// <summary>What editors say of a result.</summary>
public sealed record ResultPlan(string Title, string Summary, FormattedText Adopted, FormattedText NotAdopted, DateOnly? SignedOffOn, string? SignedOffBy)
{
    /// <summary>Whether the figures of what is public already shall be counted anew.</summary>
    public bool Recounts { get; init; }
}
