namespace Participation.Domain.Strategy.Services;

/// <summary>A quarter of a year, at whose end the list of services is looked at.</summary>
/// <param name="Year">The year.</param>
/// <param name="Number">1 to 4.</param>
public readonly record struct Quarter(int Year, int Number)
{
    /// <summary>The quarter in which a day lies.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    /// <summary>Whether there is such a quarter.</summary>
    public bool IsPossible => Number is >= 1 and <= 4 && Year is >= 2000 and <= 2200;

    /// <summary>Its last day.</summary>
    public DateOnly LastDay => new DateOnly(Year, Number * 3, 1).AddMonths(1).AddDays(-1);

    /// <summary>The one before.</summary>
    public Quarter Previous => Number == 1 ? new Quarter(Year - 1, 4) : new Quarter(Year, Number - 1);
}
