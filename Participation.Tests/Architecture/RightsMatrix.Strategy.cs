namespace Participation.Tests.Architecture;

/// <summary>The strategy, its measures and online services: 1 is public, 2 a draft, 3 withdrawn.</summary>
internal static partial class RightsMatrix
{
    private const string StrategyRows = """


        GET    /strategie                                                 /strategie                                      ok  ok  ok  ok  ok
        GET    /massnahmen                                                /massnahmen                                     ok  ok  ok  ok  ok
        GET    /massnahmen.csv                                            /massnahmen.csv                                 ok  ok  ok  ok  ok
        GET    /massnahmen.json                                           /massnahmen.json                                ok  ok  ok  ok  ok
        GET    /massnahmen/{number:int}/{slug?}                           /massnahmen/1/zehn-ladepunkte                   ok  ok  ok  ok  ok
        GET    /massnahmen/{number:int}/{slug?}                           /massnahmen/2/entwurf                           404 404 404 ok  ok
        GET    /massnahmen/{number:int}/{slug?}                           /massnahmen/3/zurueckgezogen                    410 410 410 ok  ok
        GET    /dienste                                                   /dienste                                        ok  ok  ok  ok  ok
        GET    /dienste.csv                                               /dienste.csv                                    ok  ok  ok  ok  ok
        GET    /dienste/{number:int}/{slug?}                              /dienste/1/wohnsitz-ummelden                    ok  ok  ok  ok  ok
        GET    /dienste/{number:int}/{slug?}                              /dienste/2/entwurf                              404 404 404 ok  ok
        GET    /dienste/stand/{year:int}-{number:int}                     /dienste/stand/2025-1                           ok  ok  ok  ok  ok
        GET    /dienste/stand/{year:int}-{number:int}.csv                 /dienste/stand/2025-1.csv                       ok  ok  ok  ok  ok
        GET    /verwaltung/strategie                                      /verwaltung/strategie                           in  403 403 ok  ok
        POST   /verwaltung/strategie                                      /verwaltung/strategie                           in  403 403 ok  ok
        POST   /verwaltung/strategie                                      /verwaltung/strategie?handler=Preview           in  403 403 ok  ok
        GET    /verwaltung/massnahmen                                     /verwaltung/massnahmen                          in  403 403 ok  ok
        GET    /verwaltung/massnahmen/{number}                            /verwaltung/massnahmen/neu                      in  403 403 ok  ok
        POST   /verwaltung/massnahmen/{number}                            /verwaltung/massnahmen/neu                      in  403 403 ok  ok
        POST   /verwaltung/massnahmen/{number}                            /verwaltung/massnahmen/neu?handler=Preview      in  403 403 ok  ok
        GET    /verwaltung/dienste                                        /verwaltung/dienste                             in  403 403 ok  ok
        GET    /verwaltung/dienste/{number}                               /verwaltung/dienste/neu                         in  403 403 ok  ok
        POST   /verwaltung/dienste/{number}                               /verwaltung/dienste/neu                         in  403 403 ok  ok
        POST   /verwaltung/dienste/{number}                               /verwaltung/dienste/neu?handler=Preview         in  403 403 ok  ok
        GET    /verwaltung/dienste/import                                 /verwaltung/dienste/import                      in  403 403 ok  ok
        POST   /verwaltung/dienste/import                                 /verwaltung/dienste/import                      in  403 403 ok  ok
        POST   /verwaltung/dienste/import                                 /verwaltung/dienste/import?handler=Apply        in  403 403 ok  ok

        GET    /api/v1/measures                                           /api/v1/measures                                ok  ok  ok  ok  ok
        GET    /api/v1/measures/{number:int}                              /api/v1/measures/1                              ok  ok  ok  ok  ok
        GET    /api/v1/measures/{number:int}                              /api/v1/measures/2                              404 404 404 404 404
        GET    /api/v1/services                                           /api/v1/services                                ok  ok  ok  ok  ok
        GET    /api/v1/services/{number:int}                              /api/v1/services/1                              ok  ok  ok  ok  ok
        GET    /api/v1/services/{number:int}                              /api/v1/services/2                              404 404 404 404 404
        """;
}
