using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Participation.Web.Hosting;

/// <summary>Everything that makes the platform one city's, section <c>City</c>. Another city changes this and no code.</summary>
public sealed partial class CityOptions
{
    public const string Section = "City";

    /// <summary>Name of the city.</summary>
    [Required]
    public string Name { get; set; } = "Ratingen";

    /// <summary>First word of the brand.</summary>
    [Required]
    public string Brand { get; set; } = "Mitmachen";

    /// <summary>Rest of the brand.</summary>
    public string BrandPlace { get; set; } = "in Ratingen";

    /// <summary>The question of the start page.</summary>
    public string Question { get; set; } = "Was soll in Ratingen besser werden?";

    /// <summary>The same in English.</summary>
    public string QuestionEnglish { get; set; } = "What should get better in Ratingen?";

    /// <summary>Official municipality key (AGS), eight digits; OParl names it.</summary>
    [RegularExpression(@"^(\d{8})?$")]
    public string Ags { get; set; } = "";

    /// <summary>Regional key (ARS), twelve digits; OParl names it.</summary>
    [RegularExpression(@"^(\d{12})?$")]
    public string Ars { get; set; } = "";

    /// <summary>One accent colour as CSS, in light and dark.</summary>
    public string AccentLight { get; set; } = "";

    /// <summary>The accent in dark mode.</summary>
    public string AccentDark { get; set; } = "";

    /// <summary>Both accents are colours, or neither is given and the platform's own is used. What stands here goes into a style sheet.</summary>
    public bool HasUsableAccent => (AccentLight.Length == 0 && AccentDark.Length == 0) || (IsColour(AccentLight) && IsColour(AccentDark));

    /// <summary>Where defects are reported.</summary>
    public Uri? DefectsUrl { get; set; }

    /// <summary>Where formal planning takes place.</summary>
    public Uri? PlanningUrl { get; set; }

    /// <summary>Time zone in which dates are shown.</summary>
    public string TimeZone { get; set; } = "Europe/Berlin";

    /// <summary>Area in which a place may lie: south, west, north, east in degrees.</summary>
    public double[] Bounds { get; set; } = [];

    /// <summary>Topics of an empty database.</summary>
    public IList<CityTopic> Topics { get; set; } = [];

    /// <summary>Districts of an empty database.</summary>
    public IList<CityDistrict> Districts { get; set; } = [];

    private static bool IsColour(string value) => Colour().IsMatch(value);

    [GeneratedRegex(@"^(#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|(rgb|hsl|oklch|oklab|lab|lch)\([0-9a-z%., /]{3,60}\)|[a-z]{3,30})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Colour();
}

/// <summary>A configured topic.</summary>
public sealed record CityTopic(string Key, string Name, string Description);

/// <summary>A configured district.</summary>
public sealed record CityDistrict(string Key, string Name, double? Latitude, double? Longitude);
