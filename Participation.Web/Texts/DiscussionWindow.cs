using Participation.Domain.Processes;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Texts;

/// <summary>Whether and until when a text is discussed, in words.</summary>
internal static class DiscussionWindow
{
    /// <summary>Whether people can write now.</summary>
    public static bool IsOpen(Process process, CityClock clock) => process.IsOpen(ActivityKind.Discuss, clock.Now);

    /// <summary>A sentence about it.</summary>
    public static string Of(Process process, CityClock clock) => process.Find(ActivityKind.Discuss) switch
    {
        null => CityTexts.WindowNone,
        { OpensAt: { } opens } when opens > clock.Now => CityTexts.WindowFrom.With(clock.Local(opens).TimeOfDay == TimeSpan.Zero ? clock.Day(opens) : clock.Time(opens)),
        { ClosesAt: { } closed } when closed <= clock.Now => CityTexts.WindowClosed.With(clock.Until(closed)),
        { ClosesAt: { } closes } => CityTexts.WindowUntil.With(clock.Until(closes)),
        _ => CityTexts.WindowAlways,
    };
}
