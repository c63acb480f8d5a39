namespace Participation.Domain.Ideas;

/// <summary>Everything an author writes about an idea.</summary>
/// <param name="Title">One sentence.</param>
/// <param name="Summary">What lists show.</param>
/// <param name="Body">The description.</param>
/// <param name="TopicKey">Topic, or null while drafting.</param>
/// <param name="DistrictKey">District, or null for "not sure".</param>
/// <param name="Place">Street, square or stop.</param>
/// <param name="Latitude">WGS 84 degrees, with <paramref name="Longitude"/> or not at all.</param>
/// <param name="Longitude">WGS 84 degrees.</param>
public sealed record IdeaText(
    string Title, string Summary, FormattedText Body, string? TopicKey, string? DistrictKey,
    string? Place = null, double? Latitude = null, double? Longitude = null)
{
    /// <summary>Shortest title that says something, in characters.</summary>
    public const int TitleMinLength = 8;

    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 120;

    /// <summary>Longest summary, in characters.</summary>
    public const int SummaryMaxLength = 400;

    /// <summary>Shortest description, in characters.</summary>
    public const int BodyMinLength = 20;

    /// <summary>Longest description, in characters.</summary>
    public const int BodyMaxLength = 10_000;

    /// <summary>Longest place, in characters.</summary>
    public const int PlaceMaxLength = 160;
}
