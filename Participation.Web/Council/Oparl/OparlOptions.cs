using System.ComponentModel.DataAnnotations;

namespace Participation.Web.Council.Oparl;

/// <summary>What the interface says of itself, section <c>Oparl</c>.</summary>
public sealed class OparlOptions
{
    public const string Section = "Oparl";

    /// <summary>Whom programs' makers ask.</summary>
    public string? ContactName { get; set; }

    /// <summary>Where they write to.</summary>
    [EmailAddress]
    public string? ContactEmail { get; set; }

    /// <summary>Licence of all data, as an address.</summary>
    public Uri License { get; set; } = new("https://www.govdata.de/dl-de/zero-2-0");

    /// <summary>Name of the city as a body of public law; the city's name when empty.</summary>
    public string? BodyName { get; set; }

    /// <summary>Since when there is the interface.</summary>
    public DateOnly Since { get; set; } = new(2026, 1, 1);
}
