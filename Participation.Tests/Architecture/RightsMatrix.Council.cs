namespace Participation.Tests.Architecture;

/// <summary>The council: term, member and item 1; bodies, meetings and papers 1, 2 and 3 are public, a draft, and withdrawn.</summary>
internal static partial class RightsMatrix
{
    private const string CouncilRows = """


        GET    /gremien                                                   /gremien                                        ok  ok  ok  ok  ok
        GET    /gremien/kalender.ics                                      /gremien/kalender.ics                           ok  ok  ok  ok  ok
        GET    /gremien/{number:int}/kalender.ics                         /gremien/1/kalender.ics                         ok  ok  ok  ok  ok
        GET    /gremien/{number:int}/{slug?}                              /gremien/1/ausschuss-fuer-digitalisierung       ok  ok  ok  ok  ok
        GET    /gremien/{number:int}/{slug?}                              /gremien/2/ausschuss-fuer-digitalisierung       404 404 404 ok  ok
        GET    /gremien/{number:int}/{slug?}                              /gremien/3/ausschuss-fuer-digitalisierung       410 410 410 ok  ok
        GET    /gremien/{number:int}/kalender.ics                         /gremien/2/kalender.ics                         404 404 404 404 404
        GET    /gremien/{number:int}/kalender.ics                         /gremien/3/kalender.ics                         ok  ok  ok  ok  ok
        GET    /sitzungen                                                 /sitzungen                                      ok  ok  ok  ok  ok
        GET    /sitzungen/{number:int}/{slug?}                            /sitzungen/1/sitzung-des-ausschusses            ok  ok  ok  ok  ok
        GET    /sitzungen/{number:int}/{slug?}                            /sitzungen/2/sitzung-des-ausschusses            404 404 404 ok  ok
        GET    /sitzungen/{number:int}/{slug?}                            /sitzungen/3/sitzung-des-ausschusses            410 410 410 ok  ok
        GET    /sitzungen/{number:int}/druck                              /sitzungen/1/druck                              ok  ok  ok  ok  ok
        GET    /sitzungen/{number:int}/druck                              /sitzungen/2/druck                              404 404 404 ok  ok
        GET    /sitzungen/{number:int}/kalender.ics                       /sitzungen/1/kalender.ics                       ok  ok  ok  ok  ok
        GET    /sitzungen/{number:int}/kalender.ics                       /sitzungen/2/kalender.ics                       404 404 404 404 404
        GET    /vorlagen                                                  /vorlagen                                       ok  ok  ok  ok  ok
        GET    /vorlagen/{number:int}/{slug?}                             /vorlagen/1/baenke-am-markt                     ok  ok  ok  ok  ok
        GET    /vorlagen/{number:int}/{slug?}                             /vorlagen/2/baenke-am-markt                     404 404 404 ok  ok
        GET    /vorlagen/{number:int}/{slug?}                             /vorlagen/3/baenke-am-markt                     410 410 410 ok  ok
        GET    /verwaltung/rat                                            /verwaltung/rat                                 in  403 403 ok  ok
        GET    /verwaltung/wahlperioden/{number}                          /verwaltung/wahlperioden/neu                    in  403 403 ok  ok
        POST   /verwaltung/wahlperioden/{number}                          /verwaltung/wahlperioden/neu                    in  403 403 ok  ok
        POST   /verwaltung/wahlperioden/{number}                          /verwaltung/wahlperioden/9?handler=Delete       in  403 403 404 404
        GET    /verwaltung/gremien/{number}                               /verwaltung/gremien/1                           in  403 403 ok  ok
        POST   /verwaltung/gremien/{number}                               /verwaltung/gremien/1                           in  403 403 ok  ok
        POST   /verwaltung/gremien/{number}                               /verwaltung/gremien/1?handler=Delete            in  403 403 ok  ok
        GET    /verwaltung/ratsmitglieder/{number}                        /verwaltung/ratsmitglieder/neu                  in  403 403 ok  ok
        POST   /verwaltung/ratsmitglieder/{number}                        /verwaltung/ratsmitglieder/neu                  in  403 403 ok  ok
        POST   /verwaltung/ratsmitglieder/{number}                        /verwaltung/ratsmitglieder/9?handler=Delete     in  403 403 404 404
        GET    /verwaltung/sitzungen/{number}                             /verwaltung/sitzungen/1                         in  403 403 ok  ok
        POST   /verwaltung/sitzungen/{number}                             /verwaltung/sitzungen/1                         in  403 403 ok  ok
        POST   /verwaltung/sitzungen/{number}                             /verwaltung/sitzungen/1?handler=Preview         in  403 403 ok  ok
        POST   /verwaltung/sitzungen/{number}                             /verwaltung/sitzungen/9?handler=Delete          in  403 403 404 404
        GET    /verwaltung/orte/{number:int}                              /verwaltung/orte/99                             in  403 403 404 404
        POST   /verwaltung/orte/{number:int}                              /verwaltung/orte/99                             in  403 403 404 404
        GET    /verwaltung/{area}/{number:int}/uebernommen                /verwaltung/sitzungen/99/uebernommen            in  403 403 404 404
        POST   /verwaltung/{area}/{number:int}/uebernommen                /verwaltung/sitzungen/99/uebernommen            in  403 403 404 404
        GET    /verwaltung/sitzungen/{number:int}/tagesordnung            /verwaltung/sitzungen/1/tagesordnung            in  403 403 ok  ok
        POST   /verwaltung/sitzungen/{number:int}/tagesordnung            /verwaltung/sitzungen/9/tagesordnung            in  403 403 404 404
        POST   /verwaltung/sitzungen/{number:int}/tagesordnung            /verwaltung/sitzungen/9/tagesordnung?handler=Preview in  403 403 404 404
        GET    /verwaltung/vorlagen/{number}                              /verwaltung/vorlagen/1                          in  403 403 ok  ok
        POST   /verwaltung/vorlagen/{number}                              /verwaltung/vorlagen/1                          in  403 403 ok  ok
        POST   /verwaltung/vorlagen/{number}                              /verwaltung/vorlagen/1?handler=Preview          in  403 403 ok  ok
        POST   /verwaltung/vorlagen/{number}                              /verwaltung/vorlagen/9?handler=Delete           in  403 403 404 404
        GET    /verwaltung/beschluesse/{item:int}                         /verwaltung/beschluesse/1                       in  403 403 ok  ok
        POST   /verwaltung/beschluesse/{item:int}                         /verwaltung/beschluesse/1                       in  403 403 ok  ok
        POST   /verwaltung/beschluesse/{item:int}                         /verwaltung/beschluesse/1?handler=Preview       in  403 403 ok  ok
        POST   /verwaltung/beschluesse/{item:int}                         /verwaltung/beschluesse/1?handler=Retract       in  403 403 404 404
        POST   /verwaltung/beschluesse/{item:int}                         /verwaltung/beschluesse/1?handler=Plan          in  403 403 ok  ok
        POST   /verwaltung/beschluesse/{item:int}                         /verwaltung/beschluesse/1?handler=Unplan        in  403 403 ok  ok
        """;
}
