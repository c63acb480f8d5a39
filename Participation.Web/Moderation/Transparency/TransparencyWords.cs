using System.Globalization;
using Participation.Domain.Moderation;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Transparency;

/// <summary>Words for figures.</summary>
public static class TransparencyWords
{
    private const double HoursOfDays = 48;

    /// <summary>1. Halbjahr 2026.</summary>
    public static string Of(HalfYear half) => (half.Half == 1 ? TransparencyTexts.FirstHalf : TransparencyTexts.SecondHalf).With(half.Year.ToString("0", CultureInfo.InvariantCulture));

    /// <summary>The ground of a restriction.</summary>
    public static string Of(Ground ground) => ground switch
    {
        Ground.None => TransparencyTexts.NoGround,
        Ground.Law => TransparencyTexts.LawGround,
        _ => CaseTexts.Of(ground),
    };

    /// <summary>How long, in hours or in days.</summary>
    public static string Wait(double hours) => hours < HoursOfDays ? TransparencyTexts.Hours.With(hours.ToString("0.#", CultureInfo.CurrentUICulture)) : TransparencyTexts.Days.With((hours / 24).ToString("0.#", CultureInfo.CurrentUICulture));

    /// <summary>A sentence about waiting; with few cases, that there are too few.</summary>
    public static string Of(DecisionTimes times) => times is { MedianHours: { } median, NinetiethHours: { } ninetieth }
        ? TransparencyTexts.Times.With(Wait(median), Wait(ninetieth))
        : times.Count == 0 ? TransparencyTexts.TimesNone : TransparencyTexts.TimesFew.With(DecisionTimes.Fewest);
}
