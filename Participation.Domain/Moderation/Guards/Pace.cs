namespace Participation.Domain.Moderation.Guards;

/// <summary>How much and how fast one person writes.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Joined">When the person joined.</param>
/// <param name="Lately">What the person wrote in the last day, newest first.</param>
public sealed record Pace(GuardRules Rules, DateTimeOffset Joined, IReadOnlyList<RecentWriting> Lately)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Whether the person counts as new.</summary>
    public bool IsNew(DateTimeOffset now) => now < Rules.NewUntil(Joined);

    /// <summary>Why the person may not write this now, or null.</summary>
    /// <param name="kind">What is done.</param>
    /// <param name="hash">Of the words; null for a change that leaves them as they were.</param>
    /// <param name="now">When.</param>
    /// <param name="changed">Of which contribution a change is: it may come back to what it said before.</param>
    public Refusal? Check(WritingKind kind, string? hash, DateTimeOffset now, Guid? changed = null)
    {
        if (kind is WritingKind.Edit) return Again(hash, now, changed) ?? (Left(kind, GuardLimit.EditsPerDay, now) is { } editing ? new TooManyEditsToday(Rules[GuardLimit.EditsPerDay], Hours(editing)) : (Refusal?)null);
        return Again(hash, now, changed) ?? FirstDay(kind, now) ?? Many(kind, now) ?? (Refusal?)Soon(kind, now);
    }

    private SameTextAgain? Again(string? hash, DateTimeOffset now, Guid? changed)
    {
        var same = Lately.Where(writing => writing.Hash == hash && writing.SubjectId != changed).Select(writing => writing.At).FirstOrDefault();
        return same + Rules.Minutes(GuardLimit.SameTextMinutes) - now is { Ticks: > 0 } wait ? SameTextAgain.After(wait) : null;
    }

    private Refusal? FirstDay(WritingKind kind, DateTimeOffset now)
    {
        if (!IsNew(now)) return null;
        var limit = kind is WritingKind.Idea ? GuardLimit.NewIdeasPerDay : GuardLimit.NewCommentsPerDay;
        if (Left(kind, limit, now) is not { } wait) return null;
        var end = Rules.NewUntil(Joined) - now;
        var hours = Hours(end < wait ? end : wait);
        return kind is WritingKind.Idea ? new TooManyIdeasAtFirst(Rules[limit], hours) : new TooManyCommentsAtFirst(Rules[limit], hours);
    }

    private TooManyIdeasToday? Many(WritingKind kind, DateTimeOffset now) =>
        kind is WritingKind.Idea && Left(kind, GuardLimit.IdeasPerDay, now) is { } wait ? new TooManyIdeasToday(Rules[GuardLimit.IdeasPerDay], Hours(wait)) : null;

    private WriteAgainIn? Soon(WritingKind kind, DateTimeOffset now)
    {
        var isNew = IsNew(now);
        var wait = Until(writing => writing.Kind is not WritingKind.Edit, isNew ? GuardLimit.NewPauseSeconds : GuardLimit.PauseSeconds, now);
        if (kind is WritingKind.Idea && Until(writing => writing.Kind is WritingKind.Idea, isNew ? GuardLimit.NewIdeaPauseSeconds : GuardLimit.IdeaPauseSeconds, now) is var ideas && ideas > wait) wait = ideas;
        return wait > TimeSpan.Zero ? WriteAgainIn.After(wait) : null;
    }

    private TimeSpan Until(Func<RecentWriting, bool> which, GuardLimit pause, DateTimeOffset now) =>
        Lately.Where(which).Select(writing => (DateTimeOffset?)writing.At).FirstOrDefault() is { } last ? last + Rules.Seconds(pause) - now : TimeSpan.Zero;

    /// <summary>How long until there is room for one more of a kind; null when there is room now.</summary>
    private TimeSpan? Left(WritingKind kind, GuardLimit limit, DateTimeOffset now)
    {
        var inADay = Lately.Where(writing => writing.Kind == kind && writing.At > now - Day).Take(Rules[limit]).ToList();
        return inADay.Count < Rules[limit] ? null : inADay[^1].At + Day - now;
    }

    private static int Hours(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalHours));
}
