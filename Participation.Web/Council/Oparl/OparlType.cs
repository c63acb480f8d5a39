namespace Participation.Web.Council.Oparl;

/// <summary>The twelve types of OParl 1.1.</summary>
internal enum OparlType
{
    System,
    Body,
    LegislativeTerm,
    Organization,
    Person,
    Membership,
    Meeting,
    AgendaItem,
    Paper,
    Consultation,
    File,
    Location,
}

/// <summary>How types are written.</summary>
internal static class OparlTypes
{
    /// <summary>Where the names of all types begin.</summary>
    public const string Version = "https://schema.oparl.org/1.1/";

    /// <summary>Name of an error.</summary>
    public const string Error = Version + "Error";

    /// <summary>The value of <c>type</c>.</summary>
    public static string Name(this OparlType type) => Version + type;

    /// <summary>The word in addresses.</summary>
    public static string Path(this OparlType type) => type.ToString().ToLowerInvariant();

    /// <summary>The type that a word in an address means.</summary>
    public static OparlType? Parse(string path)
    {
        foreach (var type in Enum.GetValues<OparlType>())
        {
            if (type.Path() == path) return type;
        }

        return null;
    }
}
