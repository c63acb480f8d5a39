namespace Participation.Domain.Accounts;

/// <summary>A partner body: the city, its utility, companies, associations, councils.</summary>
public sealed class Organisation
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 120;

    /// <summary>Longest self-description, in characters.</summary>
    public const int AboutMaxLength = 2000;

    /// <summary>Longest address of a website, in characters.</summary>
    public const int WebsiteMaxLength = 300;

    /// <summary>Longest public contact line, in characters.</summary>
    public const int ContactMaxLength = 200;

    private Organisation() { }

    /// <summary>Internal identity.</summary>
    public OrganisationId Id { get; private set; }

    /// <summary>Part of the public address; made once.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Official name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What kind of body it is, a free word such as <c>utility</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Its own website, if confirmed.</summary>
    public string? Website { get; private set; }

    /// <summary>Who they are, in a few sentences.</summary>
    public FormattedText About { get; private set; } = FormattedText.Empty;

    /// <summary>How the public reaches it, if its owners want to say so. Members are never listed.</summary>
    public string? Contact { get; private set; }

    /// <summary>Optimistic concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>A body joins the platform.</summary>
    public static Organisation Found(OrganisationId id, string slug, string name, string kind, string? website, FormattedText about) =>
        new() { Id = id, Slug = slug, Name = name, Kind = kind, Website = website, About = about };

    /// <summary>The administration changes what is said about it; the address stays.</summary>
    public void Describe(string name, string kind, string? website, FormattedText about)
    {
        (Name, Kind, Website, About) = (name, kind, website, about);
        Version++;
    }

    /// <summary>Its owners say how they are reached; null takes the line away.</summary>
    public void SayContact(string? contact)
    {
        Contact = contact;
        Version++;
    }
}
