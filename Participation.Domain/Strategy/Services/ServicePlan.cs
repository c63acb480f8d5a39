namespace Participation.Domain.Strategy.Services;

/// <summary>Everything about an online service that its editors set.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Key">Key of the federal catalogue (LeiKa, FIM): 14 digits beginning with 99.</param>
/// <param name="Description">What it is.</param>
/// <param name="Maturity">How far it is.</param>
/// <param name="LightSet">The light, when it is not the one that follows from the level.</param>
/// <param name="LightReason">Why it is another one.</param>
/// <param name="Address">Where it is used.</param>
/// <param name="Note">What else there is to know.</param>
/// <param name="Office">Who answers for it.</param>
public sealed record ServicePlan(
    string Name, string? Key, string Description, Maturity Maturity, TrafficLight? LightSet, string? LightReason, string? Address, string? Note, string? Office)
{
    /// <summary>Length of a key of the federal catalogue.</summary>
    public const int KeyLength = 14;

    /// <summary>What every key begins with.</summary>
    public const string KeyStart = "99";

    /// <summary>The light that readers see.</summary>
    public TrafficLight Light => LightSet ?? Maturity.Light;

    /// <summary>Whether a text is a key of the federal catalogue.</summary>
    public static bool IsKey(string text) => text.Length == KeyLength && text.StartsWith(KeyStart, StringComparison.Ordinal) && text.All(char.IsAsciiDigit);

    /// <summary>Says what contradicts itself, or null.</summary>
    public Refusal? Check()
    {
        if (Key is not null && !IsKey(Key)) return new ServiceKeyIsWrong();
        if (!Maturity.IsPossible) return new LevelOutOfRange(Maturity.Highest(Maturity.Model));
        return LightSet is { } light && light != Maturity.Light && string.IsNullOrWhiteSpace(LightReason) ? new LightNeedsReason() : null;
    }

    /// <summary>The same without a light that says nothing new, so that two ways to say a thing are equal.</summary>
    public ServicePlan Simplest() => LightSet is null || LightSet == Maturity.Light ? this with { LightSet = null, LightReason = null } : this;
}
