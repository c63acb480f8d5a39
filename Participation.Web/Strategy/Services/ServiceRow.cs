using Participation.Domain;
using Participation.Domain.Editing;
using Participation.Domain.Strategy.Services;

namespace Participation.Web.Strategy.Services;

/// <summary>A service as lists show it, now or on a past day.</summary>
public sealed record ServiceRow(
    int Number, string Name, string? Key, string Description, MaturityModel Model, int Level, TrafficLight Light, string? LightReason, string? Address, string? Note, string? Office, DateTimeOffset ChangedAt)
{
    /// <summary>How far it is.</summary>
    public Maturity Maturity => new(Model, Level);
}

/// <summary>Which services a list shows.</summary>
/// <param name="Light">Those with a light.</param>
/// <param name="Maturity">Those of a level of a model.</param>
/// <param name="Text">Those that contain every word.</param>
public sealed record ServiceFilter(TrafficLight? Light = null, Maturity? Maturity = null, string? Text = null)
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextMaxLength = 100;

    /// <summary>Whether anything is filtered.</summary>
    public bool IsActive => this != new ServiceFilter();

    /// <summary>Those of a list that fit; words are compared without regard to umlauts and case.</summary>
    public IReadOnlyList<ServiceRow> Of(IEnumerable<ServiceRow> services)
    {
        var words = Slug.Fold(Text ?? "").Split('-', StringSplitOptions.RemoveEmptyEntries);
        return [.. services.Where(service => (Light is null || service.Light == Light) && (Maturity is null || service.Maturity == Maturity)
            && (words.Length == 0 || Array.TrueForAll(words, word => Slug.Fold($"{service.Name} {service.Description} {service.Office} {service.Note} {service.Key}").Contains(word, StringComparison.Ordinal))))];
    }
}

/// <summary>A service for its page.</summary>
/// <param name="Row">What lists show, too.</param>
/// <param name="Publication">Whether it is on the list.</param>
/// <param name="States">What it was, the newest first.</param>
public sealed record ServiceView(ServiceRow Row, Publication Publication, IReadOnlyList<StateView> States);

/// <summary>What a service was from an instant on.</summary>
public sealed record StateView(ServiceRow Row, bool IsListed, string? WithdrawnReason, DateTimeOffset At, string? By);

/// <summary>How many services had each light on a day.</summary>
public sealed record LightCount(DateOnly Day, int Green, int Yellow, int Red)
{
    /// <summary>How many there were.</summary>
    public int Total => Green + Yellow + Red;

    /// <summary>How many had a light.</summary>
    public int Of(TrafficLight light) => light switch { TrafficLight.Green => Green, TrafficLight.Yellow => Yellow, _ => Red };

    /// <summary>Counts a list.</summary>
    public static LightCount From(DateOnly day, IReadOnlyCollection<ServiceRow> services) =>
        new(day, services.Count(service => service.Light is TrafficLight.Green), services.Count(service => service.Light is TrafficLight.Yellow), services.Count(service => service.Light is TrafficLight.Red));
}
