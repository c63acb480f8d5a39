using System.ComponentModel.DataAnnotations;

namespace Participation.Web.Hosting;

/// <summary>Everything that makes the platform one city's, section <c>City</c>. Another city changes this and no code.</summary>
public sealed class CityOptions
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

    /// <summary>One accent colour as CSS, in light and dark.</summary>
    public string AccentLight { get; set; } = "";

    /// <summary>The accent in dark mode.</summary>
    public string AccentDark { get; set; } = "";

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
}

/// <summary>A configured topic.</summary>
public sealed record CityTopic(string Key, string Name, string Description);

/// <summary>A configured district.</summary>
public sealed record CityDistrict(string Key, string Name, double? Latitude, double? Longitude);
