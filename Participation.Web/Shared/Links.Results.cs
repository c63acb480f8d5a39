namespace Participation.Web.Shared;

/// <summary>Addresses of results.</summary>
public static partial class Links
{
    public const string Results = "/ergebnisse";
    public const string ManageResults = "/verwaltung/ergebnisse";
    public const string NewResult = "/verwaltung/ergebnisse/neu";

    public static string ResultsPage(int page) => page <= 1 ? Results : Invariant($"/ergebnisse?seite={page}");

    public static string Result(int number, string title) => Invariant($"/ergebnisse/{number}/{Ending(title)}");

    public static string Result(int number) => Invariant($"/ergebnisse/{number}");

    public static string ResultVersions(int number) => Invariant($"/ergebnisse/{number}/fassungen");

    public static string ResultComparison(int number, int version) => Invariant($"/ergebnisse/{number}/fassungen?fassung={version}");

    /// <summary>The card that other sites put into a frame.</summary>
    public static string ResultCard(int number) => Invariant($"/ergebnisse/{number}/karte");

    public static string ResultPdf(int number) => Invariant($"/ergebnisse/{number}/ergebnis.pdf");

    public static string EditResult(int number) => Invariant($"/verwaltung/ergebnisse/{number}");
}
