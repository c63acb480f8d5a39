namespace Participation.Domain.Accounts;

/// <summary>A partner body: the city, its utility, companies, associations, councils.</summary>
public sealed class Organisation
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 120;

    /// <summary>Longest self-description, in characters.</summary>
    public const int AboutMaxLength = 2000;

    private Organisation() { }

    /// <summary>Internal identity.</summary>
    public OrganisationId Id { get; private set; }

    /// <summary>Part of the public address.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Official name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What kind of body it is, a free word such as <c>utility</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Its own website, if confirmed.</summary>
    public string? Website { get; private set; }

    /// <summary>Who they are, in two sentences.</summary>
    public string About { get; private set; } = "";

    /// <summary>A body joins the platform.</summary>
    public static Organisation Found(OrganisationId id, string slug, string name, string kind, string? website, string about) =>
        new() { Id = id, Slug = slug, Name = name, Kind = kind, Website = website, About = about };
}
