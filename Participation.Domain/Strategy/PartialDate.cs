using System.Globalization;

namespace Participation.Domain.Strategy;

/// <summary>A date that is known to the year, the month or the day, and says no more than that.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, if known.</param>
/// <param name="Day">The day, if known; never without a month.</param>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null) : IComparable<PartialDate>
{
    /// <summary>Longest written form, in characters.</summary>
    public const int MaxLength = 10;

    /// <summary>First and last year that are taken; others are slips of the pen.</summary>
    public const int FirstYear = 1900, LastYear = 2200;

    private static readonly string[] Days = ["yyyy-MM-dd", "d.M.yyyy"];
    private static readonly string[] Months = ["yyyy-MM", "M.yyyy", "M/yyyy"];

    /// <summary>The first day that it may mean; orders dates.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>Reads <c>2021</c>, <c>2021-06</c> or <c>6.2021</c>, <c>2021-06-24</c> or <c>24.6.2021</c>.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        var written = text?.Trim() ?? "";
        if (DateOnly.TryParseExact(written, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) date = new PartialDate(day.Year, day.Month, day.Day);
        else if (DateOnly.TryParseExact(written, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) date = new PartialDate(month.Year, month.Month);
        else if (written.Length == 4 && int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) date = new PartialDate(year);
        else date = default;
        return date.Year is >= FirstYear and <= LastYear;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It did not.</exception>
    public static PartialDate Parse(string text) => TryParse(text, out var date) ? date : throw new FormatException(text);

    /// <inheritdoc/>
    public int CompareTo(PartialDate other) => First == other.First ? Known.CompareTo(other.Known) : First.CompareTo(other.First);

    /// <summary>The written form: <c>2021</c>, <c>2021-06</c> or <c>2021-06-24</c>.</summary>
    public override string ToString() => First.ToString(Known switch { 3 => "yyyy-MM-dd", 2 => "yyyy-MM", _ => "yyyy" }, CultureInfo.InvariantCulture);

    /// <summary>How many of its three parts are known.</summary>
    private int Known => Month is null ? 1 : Day is null ? 2 : 3;

    /// <summary>Order of time.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Order of time.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Order of time.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Order of time.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}
