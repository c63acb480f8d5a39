namespace Participation.Tests.Architecture;

/// <content>Meetings as they are followed live: 1 is public, with a question that everybody reads and one that waits; 2 is a draft.</content>
internal static partial class RightsMatrix
{
    private const string LiveRows = """


        GET    /sitzungen/{number:int}/live                               /sitzungen/1/live                               ok  ok  ok  ok  ok
        GET    /sitzungen/{number:int}/live                               /sitzungen/2/live                               404 404 404 ok  ok
        GET    /sitzungen/{number:int}/projektor                          /sitzungen/1/projektor                          ok  ok  ok  ok  ok
        GET    /sitzungen/{number:int}/projektor                          /sitzungen/2/projektor                          404 404 404 ok  ok
        GET    /sitzungen/{number:int}/fragen                             /sitzungen/1/fragen                             in  ok  ok  ok  ok
        POST   /sitzungen/{number:int}/fragen                             /sitzungen/1/fragen                             in  ok  ok  ok  ok
        POST   /sitzungen/{number:int}/fragen                             /sitzungen/2/fragen                             in  404 404 404 404
        GET    /sitzungen/{number:int}/fragen/{question:int}              /sitzungen/1/fragen/1                           ok  ok  ok  ok  ok
        GET    /sitzungen/{number:int}/fragen/{question:int}              /sitzungen/1/fragen/2                           404 404 404 ok  ok
        POST   /sitzungen/{number:int}/fragen/haltung                     /sitzungen/1/fragen/haltung?mag=1               in  ok  ok  ok  ok
        POST   /sitzungen/{number:int}/fragen/{question:int}/zurueckziehen /sitzungen/1/fragen/1/zurueckziehen             in  403 403 403 403
        GET    /verwaltung/sitzungen/{number:int}/live                    /verwaltung/sitzungen/1/live                    in  403 403 ok  ok
        POST   /verwaltung/sitzungen/{number:int}/live                    /verwaltung/sitzungen/1/live?handler=Step       in  403 403 ok  ok
        POST   /verwaltung/sitzungen/{number:int}/live                    /verwaltung/sitzungen/1/live?handler=Reply&frage=1 in  403 403 ok  ok
        GET    /moderation/sitzungen/{number:int}/fragen/{question:int}   /moderation/sitzungen/1/fragen/1                in  403 403 ok  ok
        POST   /moderation/sitzungen/{number:int}/fragen/{question:int}   /moderation/sitzungen/1/fragen/1                in  403 403 ok  ok
        POST   /moderation/sitzungen/{number:int}/fragen/{question:int}   /moderation/sitzungen/1/fragen/1?handler=Template in  403 403 ok  ok
        """;
}
