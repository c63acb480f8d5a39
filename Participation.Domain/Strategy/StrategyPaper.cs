using Participation.Domain.Editing;

namespace Participation.Domain.Strategy;

/// <summary>What the city set itself: a paper, its way through the committees, and the fields in which it acts.</summary>
public sealed class StrategyPaper : IPublished
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 120;

    /// <summary>Longest subtitle, in characters.</summary>
    public const int SubtitleMaxLength = 200;

    /// <summary>Longest publisher, in characters.</summary>
    public const int PublisherMaxLength = 200;

    /// <summary>Longest summary, in characters.</summary>
    public const int SummaryMaxLength = 6_000;

    /// <summary>Longest notice, in characters.</summary>
    public const int NoticeMaxLength = 600;

    /// <summary>Most fields of action.</summary>
    public const int MaxFields = 20;

    /// <summary>Most steps of its way.</summary>
    public const int MaxStatusDates = 30;

    private readonly List<FieldOfAction> _fields = [];
    private readonly List<StatusDate> _statusDates = [];

    private StrategyPaper() { }

    /// <summary>Internal identity.</summary>
    public StrategyPaperId Id { get; private set; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>A second line of the title.</summary>
    public string? Subtitle { get; private set; }

    /// <summary>Who answers for it.</summary>
    public string Publisher { get; private set; } = "";

    /// <summary>What it is about.</summary>
    public FormattedText Summary { get; private set; } = FormattedText.Empty;

    /// <summary>What readers must know before they read on, such as that the paper alone is authoritative.</summary>
    public string? Notice { get; private set; }

    /// <summary>The paper, where the site has no copy of it.</summary>
    public PaperFile File { get; private set; } = PaperFile.None;

    /// <inheritdoc/>
    public Publication Publication { get; private set; } = Publication.Draft;

    /// <summary>When it was set up here.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Optimistic concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The fields of action, in order.</summary>
    public IReadOnlyList<FieldOfAction> Fields => _fields;

    /// <summary>The steps of its way, in order of time.</summary>
    public IReadOnlyList<StatusDate> StatusDates => _statusDates;

    /// <summary>Sets it up by a plan that passed <see cref="StrategyPlan.Check"/>.</summary>
    /// <exception cref="ArgumentException">It did not.</exception>
    public static StrategyPaper Create(StrategyPaperId id, StrategyPlan plan, DateTimeOffset now)
    {
        if (plan.Check() is { } refusal) throw new ArgumentException(refusal.ToString(), nameof(plan));
        var paper = new StrategyPaper { Id = id, CreatedAt = now };
        paper.Apply(plan, now);
        return paper;
    }

    /// <summary>Changes it. A field of action stays as long as measures belong to it.</summary>
    /// <param name="plan">Everything.</param>
    /// <param name="expectedVersion">The version that was seen.</param>
    /// <param name="inUse">Fields to which measures belong.</param>
    /// <param name="now">The instant.</param>
    public Refusal? Change(StrategyPlan plan, int expectedVersion, IReadOnlyCollection<FieldOfActionId> inUse, DateTimeOffset now)
    {
        if (expectedVersion != Version) return new ChangedMeanwhile();
        if (plan.Check() is { } refusal) return refusal;
        if (_fields.Find(field => inUse.Contains(field.Id) && plan.Fields.All(kept => kept.Id != field.Id)) is { } used) return new FieldHasMeasures(used.Title);
        Apply(plan, now);
        Version++;
        return null;
    }

    /// <summary>Shows it, or takes it out of view.</summary>
    public Refusal? Publish(PublicationChange change, DateTimeOffset now)
    {
        if (Publication.Take(change, now, out var next) is { } refusal) return refusal;
        Publication = next;
        return null;
    }

    private void Apply(StrategyPlan plan, DateTimeOffset now)
    {
        (Title, Subtitle, Publisher, Summary, Notice, File, ChangedAt) = (plan.Title, plan.Subtitle, plan.Publisher, plan.Summary, plan.Notice, plan.File, now);
        var before = _fields.ToDictionary(field => field.Id);
        _fields.RemoveAll(field => plan.Fields.All(kept => kept.Id != field.Id));
        for (var i = 0; i < plan.Fields.Count; i++)
        {
            if (plan.Fields[i].Id is { } id && before.TryGetValue(id, out var field)) field.Become(i + 1, plan.Fields[i]);
            else _fields.Add(FieldOfAction.Of(Id, FieldOfActionId.New(now), i + 1, plan.Fields[i]));
        }

        _fields.Sort((one, other) => one.Order.CompareTo(other.Order));
        StatusDate[] dates = [.. plan.StatusDates.OrderBy(date => date.On)];
        for (var i = 0; i < dates.Length; i++)
        {
            if (i == _statusDates.Count) _statusDates.Add(new StatusDate(i, dates[i].On, dates[i].Label, dates[i].Source));
            else _statusDates[i].Become(dates[i]);
        }

        _statusDates.RemoveRange(dates.Length, _statusDates.Count - dates.Length);
    }
}

/// <summary>Everything about a strategy that its editors set.</summary>
public sealed record StrategyPlan(
    string Title, string? Subtitle, string Publisher, FormattedText Summary, string? Notice, PaperFile File, IReadOnlyList<StatusDate> StatusDates, IReadOnlyList<FieldPlan> Fields)
{
    /// <summary>Says what contradicts itself, or null.</summary>
    public Refusal? Check()
    {
        if (Fields.Count > StrategyPaper.MaxFields) return new TooManyFields(StrategyPaper.MaxFields);
        if (StatusDates.Count > StrategyPaper.MaxStatusDates) return new TooManyStatusDates(StrategyPaper.MaxStatusDates);
        return Fields.Count == 0 ? new StrategyNeedsField() : null;
    }
}
