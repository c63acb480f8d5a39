using System.Globalization;

namespace Participation.Web.Ideas;

/// <summary>A point as people read it: 51,2967° N, 6,8494° O. Four digits are about ten metres.</summary>
public static class Coordinates
{
    /// <summary>The text in the current language, or null without a point.</summary>
    /// <param name="latitude">WGS 84 degrees, south negative.</param>
    /// <param name="longitude">WGS 84 degrees, west negative.</param>
    public static string? Text(double? latitude, double? longitude) => latitude is { } north && longitude is { } east
        ? $"{Degrees(north)} {(north < 0 ? DetailTexts.South : DetailTexts.North)}, {Degrees(east)} {(east < 0 ? DetailTexts.West : DetailTexts.East)}"
        : null;

    private static string Degrees(double degrees) => Math.Abs(degrees).ToString("0.0000", CultureInfo.CurrentUICulture) + "°";
}
