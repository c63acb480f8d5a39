namespace Participation.Tests.Architecture;

/// <summary>Texts that are discussed: 1 is public, 2 a draft, 3 withdrawn.</summary>
internal static partial class RightsMatrix
{
    private const string TextRows = """


        GET    /texte                                                     /texte                                          ok  ok  ok  ok  ok
        GET    /texte/{number:int}/{slug?}                                /texte/1/leitlinien                             ok  ok  ok  ok  ok
        GET    /texte/{number:int}/{slug?}                                /texte/2/entwurf                                404 404 404 ok  ok
        GET    /texte/{number:int}/{slug?}                                /texte/3/zurueckgezogen                         410 410 410 ok  ok
        GET    /verwaltung/texte                                          /verwaltung/texte                               in  403 403 ok  ok
        GET    /verwaltung/texte/{key}                                    /verwaltung/texte/neu                           in  403 403 ok  ok
        POST   /verwaltung/texte/{key}                                    /verwaltung/texte/neu                           in  403 403 ok  ok
        GET    /verwaltung/texte/{key}                                    /verwaltung/texte/1                             in  403 403 ok  ok
        POST   /verwaltung/texte/{key}                                    /verwaltung/texte/1                             in  403 403 ok  ok
        """;
}
