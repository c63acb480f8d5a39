namespace Participation.Domain.Moderation;

/// <summary>The transparency report of a finished half-year, as it was published; never computed again.</summary>
public sealed class TransparencyRecord
{
    /// <summary>Longest period, in characters.</summary>
    public const int PeriodMaxLength = 6;

    private TransparencyRecord() { }

    /// <summary>The half-year, as <c>2026-1</c>.</summary>
    public string Period { get; private set; } = "";

    /// <summary>The figures in the form in which they are published.</summary>
    public string Json { get; private set; } = "";

    /// <summary>When they were computed.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Keeps a report.</summary>
    public static TransparencyRecord Keep(HalfYear period, string json, DateTimeOffset now) => new() { Period = period.ToString(), Json = json, MadeAt = now };
}

/// <summary>How many people were signed in during a month. A number, not who.</summary>
public sealed class ActiveMonth
{
    private ActiveMonth() { }

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>How many.</summary>
    public int People { get; private set; }
}
