namespace Participation.Web.Moderation.Guards;

/// <summary>Section <c>Guards</c>. What the administration decides is not here, but at /verwaltung/regeln.</summary>
public sealed class GuardOptions
{
    public const string Section = "Guards";

    /// <summary>Whether limits per person and repeated texts are looked at. Off for measurements and tests that write faster than people do.</summary>
    public bool Pace { get; set; } = true;
}
