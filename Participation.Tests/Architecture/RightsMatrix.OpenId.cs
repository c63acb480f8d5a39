namespace Participation.Tests.Architecture;

/// <content>Applications that sign people in here.</content>
internal static partial class RightsMatrix
{
    private const string OpenIdRows = """


        GET    /connect/authorize                                         /connect/authorize                              400 400 400 400 400
        POST   /connect/authorize                                         /connect/authorize                              ok  ok  ok  ok  ok
        GET    /connect/logout                                            /connect/logout                                 ok  ok  ok  ok  ok
        POST   /connect/logout                                            /connect/logout                                 ok  ok  ok  ok  ok
        POST   /connect/token                                             /connect/token                                  ok  ok  ok  ok  ok
        GET    /connect/userinfo                                          /connect/userinfo                               401 401 401 401 401
        POST   /connect/userinfo                                          /connect/userinfo                               401 401 401 401 401
        GET    /konto/anwendungen                                         /konto/anwendungen                              in  ok  ok  ok  ok
        POST   /konto/anwendungen                                         /konto/anwendungen                              in  404 404 404 404
        GET    /verwaltung/anwendungen                                    /verwaltung/anwendungen                         in  403 403 403 ok
        GET    /verwaltung/anwendungen/{id}                               /verwaltung/anwendungen/neu                     in  403 403 403 ok
        POST   /verwaltung/anwendungen/{id}                               /verwaltung/anwendungen/neu                     in  403 403 403 ok
        POST   /verwaltung/anwendungen/{id}                              /verwaltung/anwendungen/gibt-es-nicht?handler=Secret in  403 403 403 404
        POST   /verwaltung/anwendungen/{id}                              /verwaltung/anwendungen/gibt-es-nicht?handler=Remove in  403 403 403 404
        """;
}
