using Participation.Domain.Accounts;

namespace Participation.Domain.Strategy.Services;

/// <summary>What was said of a service from one instant until the next state. Never changed, so that the list of a past day can be made again.</summary>
public sealed class ServiceState
{
    private ServiceState() { }

    /// <summary>The service.</summary>
    public OnlineServiceId ServiceId { get; private set; }

    /// <summary>Its version at that time; orders the states.</summary>
    public int Version { get; private set; }

    /// <summary>From when on.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who said so.</summary>
    public PersonId? By { get; private set; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Key of the federal catalogue.</summary>
    public string? Key { get; private set; }

    /// <summary>Description.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Model of the level.</summary>
    public MaturityModel Model { get; private set; }

    /// <summary>Level.</summary>
    public int Level { get; private set; }

    /// <summary>Light.</summary>
    public TrafficLight Light { get; private set; }

    /// <summary>Why the light is not the one that follows from the level.</summary>
    public string? LightReason { get; private set; }

    /// <summary>Where it was used.</summary>
    public string? Address { get; private set; }

    /// <summary>Note.</summary>
    public string? Note { get; private set; }

    /// <summary>Office.</summary>
    public string? Office { get; private set; }

    /// <summary>From when on it was to stand on the list; null for a draft.</summary>
    public DateTimeOffset? ListedFrom { get; private set; }

    /// <summary>Whether it was taken off the list.</summary>
    public bool IsWithdrawn { get; private set; }

    /// <summary>Why it was.</summary>
    public string? WithdrawnReason { get; private set; }

    internal static ServiceState Of(OnlineService service, PersonId? by, DateTimeOffset now) => new()
    {
        ServiceId = service.Id, Version = service.Version, At = now, By = by, Name = service.Name, Key = service.Key, Description = service.Description, Model = service.Model, Level = service.Level,
        Light = service.Light, LightReason = service.LightReason, Address = service.Address, Note = service.Note, Office = service.Office,
        ListedFrom = service.Publication.From, IsWithdrawn = service.Publication.WithdrawnAt is not null, WithdrawnReason = service.Publication.Reason,
    };
}
