using Participation.Domain.Accounts;
using Participation.Domain.Editing;

namespace Participation.Domain.Strategy.Services;

/// <summary>A service of the administration that people can, or cannot yet, use online. What it was at every time is kept as <see cref="ServiceState"/>.</summary>
public sealed class OnlineService : IPublished
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 160;

    /// <summary>Longest description, in characters.</summary>
    public const int DescriptionMaxLength = 800;

    /// <summary>Longest reason for a light, in characters.</summary>
    public const int LightReasonMaxLength = 300;

    /// <summary>Longest address, in characters.</summary>
    public const int AddressMaxLength = 500;

    /// <summary>Longest note, in characters.</summary>
    public const int NoteMaxLength = 600;

    /// <summary>Longest name of an office, in characters.</summary>
    public const int OfficeMaxLength = 160;

    /// <summary>Most services of the list.</summary>
    public const int Most = 2_000;

    private readonly List<ServiceState> _states = [];

    private OnlineService() { }

    /// <summary>Internal identity.</summary>
    public OnlineServiceId Id { get; private set; }

    /// <summary>Public number.</summary>
    public int Number { get; private set; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Key of the federal catalogue, if known.</summary>
    public string? Key { get; private set; }

    /// <summary>What it is.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Model of its level.</summary>
    public MaturityModel Model { get; private set; }

    /// <summary>Its level.</summary>
    public int Level { get; private set; }

    /// <summary>The light that readers see.</summary>
    public TrafficLight Light { get; private set; }

    /// <summary>Whether the light is another than the one that follows from the level.</summary>
    public bool LightIsSet { get; private set; }

    /// <summary>Why it is.</summary>
    public string? LightReason { get; private set; }

    /// <summary>Where it is used.</summary>
    public string? Address { get; private set; }

    /// <summary>What else there is to know.</summary>
    public string? Note { get; private set; }

    /// <summary>Who answers for it.</summary>
    public string? Office { get; private set; }

    /// <inheritdoc/>
    public Publication Publication { get; private set; } = Publication.Draft;

    /// <summary>When it was set up.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Optimistic concurrency token; also counts the states.</summary>
    public int Version { get; private set; }

    /// <summary>What it was; of a stored service only what is new.</summary>
    public IReadOnlyList<ServiceState> States => _states;

    /// <summary>Everything that its editors set.</summary>
    public ServicePlan Plan => new(Name, Key, Description, new Maturity(Model, Level), LightIsSet ? Light : null, LightReason, Address, Note, Office);

    /// <summary>Sets it up by a plan that passed <see cref="ServicePlan.Check"/>.</summary>
    /// <exception cref="ArgumentException">It did not.</exception>
    public static OnlineService Create(OnlineServiceId id, int number, ServicePlan plan, PersonId? by, DateTimeOffset now)
    {
        if (plan.Check() is { } refusal) throw new ArgumentException(refusal.ToString(), nameof(plan));
        var service = new OnlineService { Id = id, Number = number, CreatedAt = now };
        service.Apply(plan.Simplest(), now);
        service._states.Add(ServiceState.Of(service, by, now));
        return service;
    }

    /// <summary>Changes it. What changes nothing makes no new state.</summary>
    public Refusal? Change(ServicePlan plan, int expectedVersion, PersonId? by, DateTimeOffset now)
    {
        if (expectedVersion != Version) return new ChangedMeanwhile();
        if (plan.Check() is { } refusal) return refusal;
        if (plan.Simplest() == Plan) return null;
        Apply(plan.Simplest(), now);
        Keep(by, now);
        return null;
    }

    /// <summary>Puts it on the list, or takes it off with a reason.</summary>
    public Refusal? Publish(PublicationChange change, PersonId? by, DateTimeOffset now)
    {
        if (Publication.Take(change, now, out var next) is { } refusal) return refusal;
        if (next == Publication) return null;
        (Publication, ChangedAt) = (next, now);
        Keep(by, now);
        return null;
    }

    private void Apply(ServicePlan plan, DateTimeOffset now)
    {
        (Name, Key, Description, Model, Level) = (plan.Name, plan.Key, plan.Description, plan.Maturity.Model, plan.Maturity.Level);
        (Light, LightIsSet, LightReason) = (plan.Light, plan.LightSet is not null, plan.LightReason);
        (Address, Note, Office, ChangedAt) = (plan.Address, plan.Note, plan.Office, now);
    }

    private void Keep(PersonId? by, DateTimeOffset now)
    {
        Version++;
        _states.Add(ServiceState.Of(this, by, now));
    }
}
