namespace Participation.Web.Data;

/// <summary>Which process does a piece of background work now. One that dies loses it by the time.</summary>
public sealed class Lease
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 40;

    private Lease() { }

    public string Name { get; private set; } = "";

    public string Holder { get; private set; } = "";

    /// <summary>Until when, in Unix milliseconds.</summary>
    public long Until { get; private set; }
}
