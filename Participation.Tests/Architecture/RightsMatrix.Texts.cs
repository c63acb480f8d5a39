namespace Participation.Tests.Architecture;

/// <summary>Texts that are discussed: 1 is public, 2 a draft, 3 withdrawn; passages 2, 12 and 22 stand in them, and comment 1 on passage 2 is public.</summary>
internal static partial class RightsMatrix
{
    private const string TextRows = """


        GET    /texte                                                     /texte                                          ok  ok  ok  ok  ok
        GET    /texte/{number:int}/{slug?}                                /texte/1/leitlinien                             ok  ok  ok  ok  ok
        GET    /texte/{number:int}/{slug?}                                /texte/2/entwurf                                404 404 404 ok  ok
        GET    /texte/{number:int}/{slug?}                                /texte/3/zurueckgezogen                         410 410 410 ok  ok
        GET    /texte/{number:int}/fassungen                              /texte/1/fassungen                              ok  ok  ok  ok  ok
        GET    /texte/{number:int}/fassungen                              /texte/2/fassungen                              404 404 404 ok  ok
        GET    /texte/{number:int}/fassungen                              /texte/3/fassungen                              410 410 410 ok  ok
        GET    /absaetze/{number:int}                                     /absaetze/2                                     ok  ok  ok  ok  ok
        GET    /absaetze/{number:int}                                     /absaetze/12                                    404 404 404 ok  ok
        GET    /absaetze/{number:int}                                     /absaetze/22                                    410 410 410 ok  ok
        GET    /absaetze/{idea:int}/beitraege                             /absaetze/2/beitraege                           in  ok  ok  ok  ok
        GET    /absaetze/{idea:int}/beitraege                             /absaetze/12/beitraege                          in  404 404 404 404
        POST   /absaetze/{idea:int}/beitraege                             /absaetze/2/beitraege                           in  ok  ok  ok  ok
        POST   /absaetze/{idea:int}/beitraege                             /absaetze/22/beitraege                          in  404 404 404 404
        GET    /absaetze/{idea:int}/beitraege/{number:int}                /absaetze/2/beitraege/1                         ok  ok  ok  ok  ok
        GET    /absaetze/{idea:int}/gespraech/{root:int}                  /absaetze/2/gespraech/1                         ok  ok  ok  ok  ok
        GET    /absaetze/{idea:int}/beitraege/{number:int}/fassungen      /absaetze/2/beitraege/1/fassungen               ok  ok  ok  ok  ok
        GET    /absaetze/{idea:int}/beitraege/{number:int}/bearbeiten     /absaetze/2/beitraege/1/bearbeiten              in  403 403 403 403
        POST   /absaetze/{idea:int}/beitraege/{number:int}/bearbeiten     /absaetze/2/beitraege/1/bearbeiten?Input.Body=Neu in  403 403 403 403
        GET    /absaetze/{idea:int}/beitraege/{number:int}/loeschen       /absaetze/2/beitraege/1/loeschen                in  403 403 403 403
        POST   /absaetze/{idea:int}/beitraege/{number:int}/loeschen       /absaetze/2/beitraege/1/loeschen                in  403 403 403 403
        GET    /moderation/absaetze/{idea:int}/beitraege/{comment:int}    /moderation/absaetze/2/beitraege/1              in  403 403 ok  ok
        POST   /moderation/absaetze/{idea:int}/beitraege/{comment:int}    /moderation/absaetze/2/beitraege/1              in  403 403 ok  ok
        POST   /moderation/absaetze/{idea:int}/beitraege/{comment:int}    /moderation/absaetze/2/beitraege/1?handler=Template in  403 403 ok  ok
        GET    /moderation/absaetze/{idea:int}/kuerzen/{comment:int}      /moderation/absaetze/2/kuerzen/1                in  403 403 ok  ok
        POST   /moderation/absaetze/{idea:int}/kuerzen/{comment:int}      /moderation/absaetze/2/kuerzen/1                in  403 403 ok  ok
        POST   /moderation/absaetze/{idea:int}/kuerzen/{comment:int}      /moderation/absaetze/2/kuerzen/1?handler=Preview in  403 403 ok  ok
        GET    /texte/{number:int}/feed.atom                              /texte/1/feed.atom                              ok  ok  ok  ok  ok
        GET    /texte/{number:int}/feed.atom                              /texte/2/feed.atom                              404 404 404 404 404
        GET    /texte/{number:int}/feed.atom                              /texte/3/feed.atom                              410 410 410 410 410
        GET    /api/v1/texts                                              /api/v1/texts                                   ok  ok  ok  ok  ok
        GET    /api/v1/texts/{number:int}                                 /api/v1/texts/1                                 ok  ok  ok  ok  ok
        GET    /api/v1/texts/{number:int}                                 /api/v1/texts/2                                 404 404 404 404 404
        GET    /api/v1/texts/{number:int}                                 /api/v1/texts/3                                 410 410 410 410 410
        GET    /api/v1/comments                                           /api/v1/comments?passage=2                      ok  ok  ok  ok  ok
        GET    /api/v1/passages/{passage:int}/comments                    /api/v1/passages/2/comments                     ok  ok  ok  ok  ok
        GET    /api/v1/passages/{passage:int}/comments                    /api/v1/passages/12/comments                    404 404 404 404 404
        GET    /api/v1/passages/{passage:int}/comments                    /api/v1/passages/22/comments                    410 410 410 410 410
        GET    /api/v1/passages/{passage:int}/comments/{number:int}       /api/v1/passages/2/comments/1                   ok  ok  ok  ok  ok
        GET    /api/v1/passages/{passage:int}/comments/{number:int}       /api/v1/passages/2/comments/9                   404 404 404 404 404
        PUT    /api/v1/passages/{passage:int}/comments/{number:int}       /api/v1/passages/2/comments/1                   401 403 403 403 403
        DELETE /api/v1/passages/{passage:int}/comments/{number:int}       /api/v1/passages/2/comments/1                   401 403 403 403 403
        GET    /verwaltung/texte                                          /verwaltung/texte                               in  403 403 ok  ok
        GET    /verwaltung/texte/{key}                                    /verwaltung/texte/neu                           in  403 403 ok  ok
        POST   /verwaltung/texte/{key}                                    /verwaltung/texte/neu                           in  403 403 ok  ok
        GET    /verwaltung/texte/{key}                                    /verwaltung/texte/1                             in  403 403 ok  ok
        POST   /verwaltung/texte/{key}                                    /verwaltung/texte/1                             in  403 403 ok  ok
        GET    /verwaltung/{area}/{key}/loeschen                          /verwaltung/texte/2/loeschen                    in  403 403 ok  ok
        POST   /verwaltung/{area}/{key}/loeschen                          /verwaltung/texte/2/loeschen                    in  403 403 ok  ok
        GET    /verwaltung/{area}/{key}/loeschen                          /verwaltung/gibt-es-nicht/2/loeschen            in  403 403 404 404
        """;
}
