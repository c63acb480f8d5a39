namespace Participation.Tests.Architecture;

/// <summary>Results: 1 is public, 2 a draft, 3 withdrawn.</summary>
internal static partial class RightsMatrix
{
    private const string ResultRows = """


        GET    /ergebnisse                                                /ergebnisse                                     ok  ok  ok  ok  ok
        GET    /ergebnisse/{number:int}/{slug?}                           /ergebnisse/1/ein-ergebnis                      ok  ok  ok  ok  ok
        GET    /ergebnisse/{number:int}/{slug?}                           /ergebnisse/2/ein-ergebnis                      404 404 404 ok  ok
        GET    /ergebnisse/{number:int}/{slug?}                           /ergebnisse/3/ein-ergebnis                      410 410 410 ok  ok
        GET    /ergebnisse/{number:int}/fassungen                         /ergebnisse/1/fassungen                         ok  ok  ok  ok  ok
        GET    /ergebnisse/{number:int}/fassungen                         /ergebnisse/2/fassungen                         404 404 404 ok  ok
        GET    /ergebnisse/{number:int}/karte                             /ergebnisse/1/karte                             ok  ok  ok  ok  ok
        GET    /ergebnisse/{number:int}/karte                             /ergebnisse/2/karte                             404 404 404 404 404
        GET    /ergebnisse/{number:int}/karte                             /ergebnisse/3/karte                             410 410 410 410 410
        GET    /ergebnisse/{number:int}/ergebnis.pdf                      /ergebnisse/1/ergebnis.pdf                      ok  ok  ok  ok  ok
        GET    /ergebnisse/{number:int}/ergebnis.pdf                      /ergebnisse/2/ergebnis.pdf                      404 404 404 404 404
        GET    /verwaltung/ergebnisse                                     /verwaltung/ergebnisse                          in  403 403 ok  ok
        GET    /verwaltung/ergebnisse/{number}                            /verwaltung/ergebnisse/1                        in  403 403 ok  ok
        POST   /verwaltung/ergebnisse/{number}                            /verwaltung/ergebnisse/1                        in  403 403 ok  ok
        POST   /verwaltung/ergebnisse/{number}                            /verwaltung/ergebnisse/1?handler=Preview        in  403 403 ok  ok
        """;
}
