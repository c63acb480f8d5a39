using System.Globalization;
using Microsoft.Extensions.Options;
using Participation.Web.Shared;

namespace Participation.Web.Hosting;

/// <summary>Instants as people of the city read them: absolute dates in its time zone, in the request's language.</summary>
public sealed class CityClock(IOptions<CityOptions> city, TimeProvider clock)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(city.Value.TimeZone);

    /// <summary>Now.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Today in the city.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(Now).DateTime);

    /// <summary>An instant in the city's time zone.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);

    /// <summary>The instant at which a day begins in the city.</summary>
    public DateTimeOffset StartOf(DateOnly day) => InstantOf(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The instant that a clock in the city shows so. In the hour that summer time skips, the offset before it counts; in the hour that comes twice, winter time.</summary>
    public DateTimeOffset InstantOf(DateTime local) => new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), _zone.GetUtcOffset(local)).ToUniversalTime();

    /// <summary>7. April 2026.</summary>
    public string Day(DateTimeOffset instant) => Day(DateOnly.FromDateTime(Local(instant).DateTime));

    /// <summary>7. April 2026.</summary>
    public string Day(DateOnly day) => day.ToString(SharedTexts.DateFormat, CultureInfo.CurrentUICulture);

    /// <summary>7. April, with the year only when it is another one.</summary>
    public string ShortDay(DateTimeOffset instant)
    {
        var day = DateOnly.FromDateTime(Local(instant).DateTime);
        return day.Year == Today.Year ? day.ToString(SharedTexts.ShortDateFormat, CultureInfo.CurrentUICulture) : Day(day);
    }

    /// <summary>7. April 2026, 9:10 Uhr.</summary>
    public string Time(DateTimeOffset instant) =>
        SharedTexts.DayAndTime.With(ShortDay(instant), Local(instant).ToString(SharedTexts.TimeFormat, CultureInfo.CurrentUICulture));

    /// <summary>The last day on which something is open that closes at an instant.</summary>
    public DateOnly LastDay(DateTimeOffset closes) => DateOnly.FromDateTime(Local(closes.AddTicks(-1)).DateTime);

    /// <summary>Until when something is open: the last day when it closes at midnight, else day and time.</summary>
    public string Until(DateTimeOffset closes) => Local(closes).TimeOfDay == TimeSpan.Zero ? Day(LastDay(closes)) : Time(closes);

    /// <summary>9:10 Uhr.</summary>
    public string TimeOfDay(DateTimeOffset instant) => Local(instant).ToString(SharedTexts.TimeFormat, CultureInfo.CurrentUICulture);

    /// <summary>The machine-readable form.</summary>
    public string Iso(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Whole days from today to a day.</summary>
    public int DaysUntil(DateOnly day) => day.DayNumber - Today.DayNumber;
}
