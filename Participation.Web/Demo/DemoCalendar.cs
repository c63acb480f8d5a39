namespace Participation.Web.Demo;

/// <summary>Moves the invented dates by whole days, so that what is open in the content is open at the first start.</summary>
internal sealed class DemoCalendar(DateOnly today)
{
    private static readonly DateTimeOffset Fixed = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly int _days = today.DayNumber - DemoContent.Today.DayNumber;

    /// <summary>The instant, moved if it lies after 1 January 2026; in UTC.</summary>
    public DateTimeOffset Move(DateTimeOffset instant) => (instant > Fixed ? instant.AddDays(_days) : instant).ToUniversalTime();

    /// <summary>By how many whole weeks something is moved that belongs on its day of the week; what lies ahead in the content lies ahead.</summary>
    public int Weeks(DateTimeOffset instant) => instant > Fixed ? (int)Math.Ceiling(_days / 7d) : 0;

    /// <summary>The day, moved if it lies after 1 January 2026.</summary>
    public DateOnly Day(int year, int month, int day)
    {
        var date = new DateOnly(year, month, day);
        return date > DateOnly.FromDateTime(Fixed.UtcDateTime) ? date.AddDays(_days) : date;
    }
}
