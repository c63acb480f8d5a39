namespace Participation.Domain.Ideas;

/// <summary>What an idea is about. The list comes from configuration.</summary>
public sealed class Topic
{
    /// <summary>Longest key, in characters.</summary>
    public const int KeyMaxLength = 60;

    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 80;

    /// <summary>Longest description, in characters.</summary>
    public const int DescriptionMaxLength = 300;

    private Topic() { }

    /// <summary>Stable key, used in addresses.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Name as shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What belongs here.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Position in lists.</summary>
    public int Order { get; private set; }

    /// <summary>Names a topic.</summary>
    public static Topic Of(string key, string name, string description, int order) =>
        new() { Key = key, Name = name, Description = description, Order = order };
}
