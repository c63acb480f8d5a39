namespace Participation.Domain.Ideas;

/// <summary>A part of the city. The list comes from configuration; the centre is approximate.</summary>
public sealed class District
{
    /// <summary>Longest key, in characters.</summary>
    public const int KeyMaxLength = 60;

    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 80;

    private District() { }

    /// <summary>Stable key, used in addresses.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Name as shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Latitude of the centre, WGS 84 degrees.</summary>
    public double? Latitude { get; private set; }

    /// <summary>Longitude of the centre, WGS 84 degrees.</summary>
    public double? Longitude { get; private set; }

    /// <summary>Position in lists.</summary>
    public int Order { get; private set; }

    /// <summary>Names a district.</summary>
    public static District Of(string key, string name, double? latitude, double? longitude, int order) =>
        new() { Key = key, Name = name, Latitude = latitude, Longitude = longitude, Order = order };
}
