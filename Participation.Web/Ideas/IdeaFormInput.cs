using System.Globalization;

namespace Participation.Web.Ideas;

/// <summary>What the form of an idea sends; anything may be missing or unreadable, so that everything typed can be shown again.</summary>
public sealed record IdeaFormInput
{
    public string? Process { get; init; }

    public string? Title { get; init; } = "";

    public string? Summary { get; init; } = "";

    public string? Body { get; init; } = "";

    public string? Topic { get; init; }

    public string? District { get; init; }

    public string? Place { get; init; }

    public string? Latitude { get; init; }

    public string? Longitude { get; init; }

    public string? Organisation { get; init; }

    public bool Rules { get; init; }

    /// <summary>Under which name staff writes the idea down for someone without an account.</summary>
    public string? Pseudonym { get; init; }

    /// <summary>Whether its author saw what is personal in the text and means it so.</summary>
    public bool SharesPersonalData { get; init; }

    public string? SubmissionKey { get; init; }

    public int TextVersion { get; init; }

    /// <summary>Reads what the script of the form sends.</summary>
    public static IdeaFormInput From(IFormCollection form)
    {
        string Of(string name) => form[$"Input.{name}"].ToString();
        return new IdeaFormInput
        {
            Process = Of(nameof(Process)), Title = Of(nameof(Title)), Summary = Of(nameof(Summary)), Body = Of(nameof(Body)), Topic = Of(nameof(Topic)),
            District = Of(nameof(District)), Place = Of(nameof(Place)), Latitude = Of(nameof(Latitude)), Longitude = Of(nameof(Longitude)),
            Organisation = Of(nameof(Organisation)), SubmissionKey = Of(nameof(SubmissionKey)),
        };
    }

    /// <summary>The use cases' input.</summary>
    public IdeaInput ToInput(string process) => new(
        process, Title ?? "", Summary, Body ?? "", Topic, District, Place, Degrees(Latitude), Degrees(Longitude), Guid.TryParse(Organisation, out var organisation) ? organisation : null)
    { SharesPersonalData = SharesPersonalData };

    /// <summary>Degrees as people type them, with a point or a comma; null for anything else.</summary>
    public static double? Degrees(string? text) =>
        double.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    /// <summary>Degrees as the form shows them.</summary>
    public static string? Shown(double? degrees) => degrees?.ToString(CultureInfo.InvariantCulture);
}
