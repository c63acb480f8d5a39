using System.Globalization;

namespace Participation.Domain.Moderation;

/// <summary>Half a year of the calendar, the period of a transparency report.</summary>
/// <param name="Year">The year.</param>
/// <param name="Half">1 for January to June, 2 for July to December.</param>
public readonly record struct HalfYear(int Year, int Half) : IComparable<HalfYear>
{
    /// <summary>Months of half a year.</summary>
    public const int Months = 6;

    private const int EarliestYear = 2000;
    private const int LatestYear = 2999;

    /// <summary>Whether there is such a period.</summary>
    public bool Exists => Half is 1 or 2 && Year is >= EarliestYear and <= LatestYear;

    /// <summary>Its first day.</summary>
    public DateOnly First => new(Year, Half == 1 ? 1 : Months + 1, 1);

    /// <summary>Its last day.</summary>
    public DateOnly Last => First.AddMonths(Months).AddDays(-1);

    /// <summary>The one after it.</summary>
    public HalfYear Next => Half == 1 ? new HalfYear(Year, 2) : new HalfYear(Year + 1, 1);

    /// <summary>The one that a day lies in.</summary>
    public static HalfYear Of(DateOnly day) => new(day.Year, day.Month <= Months ? 1 : 2);

    /// <summary>What <see cref="ToString"/> wrote; null for anything else.</summary>
    public static HalfYear? Read(string text) =>
        text.Split('-') is [{ Length: 4 } year, { Length: 1 } half] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && int.TryParse(half, NumberStyles.None, CultureInfo.InvariantCulture, out var h)
            && new HalfYear(y, h) is { Exists: true } read ? read : null;

    /// <inheritdoc/>
    public int CompareTo(HalfYear other) => (Year, Half).CompareTo((other.Year, other.Half));

    /// <summary>As in addresses and files: <c>2026-2</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Half}");

    /// <summary>Whether one is before another.</summary>
    public static bool operator <(HalfYear left, HalfYear right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is after another.</summary>
    public static bool operator >(HalfYear left, HalfYear right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is not after another.</summary>
    public static bool operator <=(HalfYear left, HalfYear right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is not before another.</summary>
    public static bool operator >=(HalfYear left, HalfYear right) => left.CompareTo(right) >= 0;
}
