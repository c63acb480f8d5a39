using Participation.Domain.Strategy.Services;

namespace Participation.Web.Shared;

/// <summary>Addresses of the strategy, its measures and online services.</summary>
public static partial class Links
{
    public const string Strategy = "/strategie";
    public const string EditStrategy = "/verwaltung/strategie";
    public const string Measures = "/massnahmen";
    public const string MeasuresCsv = "/massnahmen.csv";
    public const string MeasuresJson = "/massnahmen.json";
    public const string MeasuresOverdue = "/massnahmen?verzug=ja";
    public const string ManageMeasures = "/verwaltung/massnahmen";
    public const string NewMeasure = "/verwaltung/massnahmen/neu";
    public const string Services = "/dienste";
    public const string ServicesCsv = "/dienste.csv";
    public const string ManageServices = "/verwaltung/dienste";
    public const string NewService = "/verwaltung/dienste/neu";
    public const string ImportServices = "/verwaltung/dienste/import";
    public const string ImportServicesApply = "/verwaltung/dienste/import?handler=Apply";

    public static string Measure(int number, string title) => Invariant($"/massnahmen/{number}/{Ending(title)}");

    public static string Measure(int number) => Invariant($"/massnahmen/{number}");

    public static string MeasuresOfField(int field) => Invariant($"/massnahmen?feld={field}");

    public static string EditMeasure(int number) => Invariant($"/verwaltung/massnahmen/{number}");

    public static string Service(int number, string name) => Invariant($"/dienste/{number}/{Ending(name)}");

    public static string Service(int number) => Invariant($"/dienste/{number}");

    public static string ServicesWith(TrafficLight light) => $"/dienste?ampel={light}";

    /// <summary>The list as it was at the end of a quarter.</summary>
    public static string ServicesAt(Quarter quarter) => Invariant($"/dienste/stand/{quarter.Year}-{quarter.Number}");

    public static string ServicesCsvAt(Quarter quarter) => Invariant($"/dienste/stand/{quarter.Year}-{quarter.Number}.csv");

    public static string EditService(int number) => Invariant($"/verwaltung/dienste/{number}");
}
