namespace Participation.Domain.Strategy;

/// <summary>
/// Where the paper itself can be read when the site has no copy of it: said, not computed, so it is shown as what the publisher states.
/// </summary>
/// <param name="Address">Where it lies, or a page that leads to it.</param>
/// <param name="Place">Whose website that is.</param>
/// <param name="Format">Format of the file, such as PDF.</param>
/// <param name="Kilobytes">Its size.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Dated">What date it bears.</param>
public sealed record PaperFile(string? Address, string? Place, string? Format, int? Kilobytes, int? Pages, PartialDate? Dated)
{
    /// <summary>Longest address, in characters.</summary>
    public const int AddressMaxLength = 500;

    /// <summary>Longest name of a place, in characters.</summary>
    public const int PlaceMaxLength = 120;

    /// <summary>Longest name of a format, in characters.</summary>
    public const int FormatMaxLength = 20;

    /// <summary>Largest size that is believed, in kilobytes.</summary>
    public const int MaxKilobytes = 1_000_000;

    /// <summary>Most pages that are believed.</summary>
    public const int MaxPages = 10_000;

    /// <summary>Nothing is known.</summary>
    public static PaperFile None { get; } = new(null, null, null, null, null, null);

    /// <summary>Whether anything is known.</summary>
    public bool IsKnown => this != None;
}
