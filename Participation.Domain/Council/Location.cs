namespace Participation.Domain.Council;

/// <summary>A place where bodies meet: OParl's <c>Location</c>.</summary>
public sealed class Location : CouncilRecord
{
    /// <summary>Longest description, in characters.</summary>
    public const int DescriptionMaxLength = 300;

    /// <summary>Longest part of an address, in characters.</summary>
    public const int PartMaxLength = 120;

    private Location() { }

    /// <summary>Internal identity.</summary>
    public LocationId Id { get; private set; }

    /// <summary>As it is shown.</summary>
    public LocationPlan Plan { get; private set; } = new("", null, null, null, null, null, null);

    /// <summary>When it first belonged to a public meeting; before that nobody outside knows of it.</summary>
    public DateTimeOffset? ListedAt { get; private set; }

    /// <summary>Adds a place.</summary>
    public static Location Add(int number, LocationPlan plan, DateTimeOffset now, string? origin = null)
    {
        var location = new Location { Id = LocationId.New(now), Plan = plan };
        location.Begin(number, origin, now);
        return location;
    }

    /// <summary>Corrects what is said of it.</summary>
    public Refusal? Change(LocationPlan plan, int expectedVersion, DateTimeOffset now)
    {
        if (CheckChange(expectedVersion) is { } refusal) return refusal;
        Plan = plan;
        Touch(now);
        return null;
    }

    /// <summary>Takes over what another council system says now.</summary>
    public bool Renew(LocationPlan plan, DateTimeOffset now)
    {
        if (DeletedAt is null && plan == Plan) return false;
        (Plan, DeletedAt) = (plan, null);
        Touch(now);
        return true;
    }
}

/// <summary>Where a place is.</summary>
/// <param name="Description">As it is shown, with everything that helps to find it.</param>
/// <param name="StreetAddress">Street and number.</param>
/// <param name="Room">Room.</param>
/// <param name="PostalCode">Postal code.</param>
/// <param name="Locality">Town.</param>
/// <param name="Latitude">Degrees north, if known.</param>
/// <param name="Longitude">Degrees east, if known.</param>
public sealed record LocationPlan(string Description, string? StreetAddress, string? Room, string? PostalCode, string? Locality, double? Latitude, double? Longitude);
