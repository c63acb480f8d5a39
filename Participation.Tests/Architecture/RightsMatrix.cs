namespace Participation.Tests.Architecture;

/// <summary>
/// Who gets what at which address. Ideas 1, 2, 3 and 4 (public, waiting, hidden, written down by staff), articles 1, 2 and 3 (public, draft, withdrawn), comments 1 and 2 (public, held) and the draft are someone else's.
/// <c>ok</c>: neither sent away nor refused; a post may still be told what is missing; its fields stand in the address. <c>in</c>: sent to sign in.
/// </summary>
internal static partial class RightsMatrix
{
    public const string Table = """
        method route                                                      address                                         visitor citizen partner moderator administrator

        GET    /                                                          /                                               ok  ok  ok  ok  ok
        GET    /ideen                                                     /ideen                                          ok  ok  ok  ok  ok
        GET    /ideen/aehnlich                                            /ideen/aehnlich?titel=Bänke                     ok  ok  ok  ok  ok
        GET    /ideen/{number:int}/{slug?}                                /ideen/1/mehr-baenke                            ok  ok  ok  ok  ok
        GET    /ideen/{number:int}/{slug?}                                /ideen/2/weniger-baenke                         404 404 404 ok  ok
        GET    /ideen/{number:int}/{slug?}                                /ideen/3/verborgene-baenke                      410 410 410 ok  ok
        GET    /ideen/{number:int}/fassungen                              /ideen/1/fassungen                              ok  ok  ok  ok  ok
        GET    /ideen/{number:int}/fassungen                              /ideen/2/fassungen                              404 404 404 ok  ok
        GET    /ideen/{number:int}/fassungen                              /ideen/3/fassungen                              410 410 410 ok  ok
        GET    /ideen/neu                                                 /ideen/neu                                      ok  ok  ok  ok  ok
        GET    /ideen/neu                                                 /ideen/neu?entwurf={draft}                      in  403 403 403 403
        POST   /ideen/neu                                                 /ideen/neu                                      ok  ok  ok  ok  ok
        GET    /ideen/uebernehmen                                         /ideen/uebernehmen                              in  ok  ok  ok  ok
        POST   /ideen/uebernehmen                                         /ideen/uebernehmen                              in  ok  ok  ok  ok
        POST   /ideen/entwurf                                             /ideen/entwurf                                  in  ok  ok  ok  ok
        POST   /ideen/{number:int}/haltung                                /ideen/1/haltung?haltung=dafuer                 in  ok  ok  ok  ok
        POST   /ideen/{number:int}/haltung                                /ideen/2/haltung?haltung=dafuer                 in  404 404 404 404
        GET    /ideen/{number:int}/bearbeiten                             /ideen/1/bearbeiten                             in  403 403 403 403
        POST   /ideen/{number:int}/bearbeiten                             /ideen/1/bearbeiten                             in  403 403 403 403
        GET    /ideen/{number:int}/zurueckziehen                          /ideen/1/zurueckziehen                          in  403 403 403 403
        POST   /ideen/{number:int}/zurueckziehen                          /ideen/1/zurueckziehen                          in  403 403 403 403

        GET    /ideen/{idea:int}/beitraege                                /ideen/1/beitraege                              in  ok  ok  ok  ok
        GET    /ideen/{idea:int}/beitraege                                /ideen/2/beitraege                              in  404 404 404 404
        GET    /ideen/{idea:int}/beitraege                                /ideen/3/beitraege                              in  404 404 404 404
        POST   /ideen/{idea:int}/beitraege                                /ideen/1/beitraege                              in  ok  ok  ok  ok
        POST   /ideen/{idea:int}/beitraege                                /ideen/3/beitraege                              in  404 404 404 404
        GET    /ideen/{idea:int}/beitraege/{number:int}                   /ideen/1/beitraege/1                            ok  ok  ok  ok  ok
        GET    /ideen/{idea:int}/beitraege/{number:int}                   /ideen/1/beitraege/2                            404 404 404 404 404
        GET    /ideen/{idea:int}/gespraech/{root:int}                     /ideen/1/gespraech/1                            ok  ok  ok  ok  ok
        GET    /ideen/{idea:int}/gespraech/{root:int}                     /ideen/1/gespraech/2                            404 404 404 404 404
        GET    /ideen/{idea:int}/beitraege/{number:int}/fassungen         /ideen/1/beitraege/1/fassungen                  ok  ok  ok  ok  ok
        GET    /ideen/{idea:int}/beitraege/{number:int}/fassungen         /ideen/1/beitraege/2/fassungen                  404 404 404 404 404
        GET    /ideen/{idea:int}/beitraege/{number:int}/bearbeiten        /ideen/1/beitraege/1/bearbeiten                 in  403 403 403 403
        POST   /ideen/{idea:int}/beitraege/{number:int}/bearbeiten        /ideen/1/beitraege/1/bearbeiten?Input.Body=Neu  in  403 403 403 403
        GET    /ideen/{idea:int}/beitraege/{number:int}/loeschen          /ideen/1/beitraege/1/loeschen                   in  403 403 403 403
        POST   /ideen/{idea:int}/beitraege/{number:int}/loeschen          /ideen/1/beitraege/1/loeschen                   in  403 403 403 403
        POST   /vorschau                                                  /vorschau                                       in  ok  ok  ok  ok

        GET    /verfahren                                                 /verfahren                                      ok  ok  ok  ok  ok
        GET    /verfahren/{slug}                                          /verfahren/smart-city                           ok  ok  ok  ok  ok
        GET    /suche                                                     /suche?q=B%C3%A4nke                             ok  ok  ok  ok  ok
        GET    /seite/{slug}                                              /seite/gibt-es-nicht                            404 404 404 404 404
        GET    /neuigkeiten                                               /neuigkeiten                                    ok  ok  ok  ok  ok
        GET    /neuigkeiten/{number:int}/{slug?}                          /neuigkeiten/1/ein-brunnen                      ok  ok  ok  ok  ok
        GET    /neuigkeiten/{number:int}/{slug?}                          /neuigkeiten/2/ein-brunnen                      404 404 404 ok  ok
        GET    /neuigkeiten/{number:int}/{slug?}                          /neuigkeiten/3/ein-brunnen                      410 410 410 ok  ok
        GET    /neuigkeiten/feed.atom                                     /neuigkeiten/feed.atom                          ok  ok  ok  ok  ok
        GET    /stichwort/{keyword}                                       /stichwort/wasser                               ok  ok  ok  ok  ok
        GET    /stichwort/{keyword}/feed.atom                             /stichwort/wasser/feed.atom                     ok  ok  ok  ok  ok
        GET    /thema/{key}/feed.atom                                     /thema/gibt-es-nicht/feed.atom                  404 404 404 404 404
        GET    /stadtteil/{key}/feed.atom                                 /stadtteil/gibt-es-nicht/feed.atom              404 404 404 404 404
        GET    /ideen/{number:int}/feed.atom                              /ideen/1/feed.atom                              ok  ok  ok  ok  ok
        GET    /ideen/{number:int}/feed.atom                              /ideen/2/feed.atom                              404 404 404 404 404
        GET    /ideen/{number:int}/feed.atom                              /ideen/3/feed.atom                              410 410 410 410 410
        GET    /wissen                                                    /wissen                                         ok  ok  ok  ok  ok
        GET    /seite/{slug}                                              /seite/sommerfest                               ok  ok  ok  ok  ok
        GET    /seite/{slug}                                              /seite/winterfest                               404 404 404 ok  ok
        GET    /seite/{slug}/fassungen                                    /seite/sommerfest/fassungen                     ok  ok  ok  ok  ok
        GET    /seite/{slug}/fassungen                                    /seite/winterfest/fassungen                     404 404 404 ok  ok
        GET    /verwaltung                                                /verwaltung                                     in  403 403 ok  ok
        GET    /verwaltung/meldungen                                      /verwaltung/meldungen                           in  403 403 ok  ok
        GET    /verwaltung/meldungen/{key}                                /verwaltung/meldungen/1                         in  403 403 ok  ok
        GET    /verwaltung/meldungen/{key}                                /verwaltung/meldungen/neu                       in  403 403 ok  ok
        POST   /verwaltung/meldungen/{key}                                /verwaltung/meldungen/1                         in  403 403 ok  ok
        GET    /verwaltung/seiten                                         /verwaltung/seiten                              in  403 403 ok  ok
        GET    /verwaltung/seiten/{slug}                                  /verwaltung/seiten/sommerfest                   in  403 403 ok  ok
        POST   /verwaltung/seiten/{slug}                                  /verwaltung/seiten/sommerfest                   in  403 403 ok  ok
        GET    /sitemap.xml                                               /sitemap.xml                                    ok  ok  ok  ok  ok
        GET    /sitemap/{name}-{part:int}.xml                             /sitemap/gibtesnicht-1.xml                      404 404 404 404 404
        GET    /dcat/katalog.ttl                                          /dcat/katalog.ttl                               ok  ok  ok  ok  ok
        GET    /dcat/katalog.jsonld                                       /dcat/katalog.jsonld                            ok  ok  ok  ok  ok

        GET    /oparl/v1.1/system                                         /oparl/v1.1/system                              ok  ok  ok  ok  ok
        GET    /oparl/v1.1/body                                           /oparl/v1.1/body                                ok  ok  ok  ok  ok
        GET    /oparl/v1.1/body/1/{list}                                  /oparl/v1.1/body/1/paper                        ok  ok  ok  ok  ok
        GET    /oparl/v1.1/organization/{number:int}/{list}               /oparl/v1.1/organization/999/meeting            404 404 404 404 404
        GET    /oparl/v1.1/{type}/{number:int}                            /oparl/v1.1/body/1                              ok  ok  ok  ok  ok
        GET    /oparl/{**rest}                                            /oparl/gibt-es-nicht                            404 404 404 404 404

        GET    /melden                                                    /melden                                         ok  ok  ok  ok  ok
        POST   /melden                                                    /melden                                         ok  ok  ok  ok  ok
        GET    /meldungen/{key:maxlength(64)}                             /meldungen/gibt-es-nicht                        404 404 404 404 404
        POST   /meldungen/{key:maxlength(64)}                             /meldungen/gibt-es-nicht                        404 404 404 404 404
        GET    /entscheidungen/{number:int}                               /entscheidungen/999                             in  404 404 404 404
        POST   /entscheidungen/{number:int}                               /entscheidungen/999                             in  404 404 404 404
        GET    /transparenz/{period?}                                     /transparenz                                    ok  ok  ok  ok  ok
        GET    /transparenz/so-funktioniert-es                            /transparenz/so-funktioniert-es                 ok  ok  ok  ok  ok
        GET    /transparenz/{year:int}-{half:int}.csv                     /transparenz/1999-1.csv                         404 404 404 404 404
        GET    /transparenz/{year:int}-{half:int}.json                    /transparenz/1999-1.json                        404 404 404 404 404
        GET    /moderation/beschwerden/{number:int}                       /moderation/beschwerden/999                     in  403 403 404 404
        POST   /moderation/beschwerden/{number:int}                       /moderation/beschwerden/999                     in  403 403 404 404
        GET    /moderation                                                /moderation                                     in  403 403 ok  ok
        POST   /moderation                                                /moderation                                     in  403 403 ok  ok
        GET    /moderation/uebernehmen                                   /moderation/uebernehmen?fall=2                  in  403 403 ok  ok
        POST   /moderation/uebernehmen                                   /moderation/uebernehmen?fall=2                  in  403 403 ok  ok
        POST   /moderation/uebernehmen                                   /moderation/uebernehmen?handler=Keep&fall=2     in  403 403 ok  ok
        POST   /moderation/uebernehmen                                   /moderation/uebernehmen?handler=Release&fall=2  in  403 403 ok  ok
        GET    /moderation/sammelentscheidung                            /moderation/sammelentscheidung                  in  403 403 ok  ok
        POST   /moderation/sammelentscheidung                            /moderation/sammelentscheidung                  in  403 403 ok  ok
        POST   /moderation/sammelentscheidung                            /moderation/sammelentscheidung?handler=Template in  403 403 ok  ok
        GET    /moderation/vorlagen                                      /moderation/vorlagen                            in  403 403 ok  ok
        GET    /moderation/vorlagen/{number}                             /moderation/vorlagen/neu                        in  403 403 ok  ok
        POST   /moderation/vorlagen/{number}                             /moderation/vorlagen/neu                        in  403 403 ok  ok
        POST   /moderation/vorlagen/{number}                             /moderation/vorlagen/neu?handler=Delete         in  403 403 ok  ok
        GET    /moderation/notizen                                       /moderation/notizen?fall=2                      in  403 403 ok  ok
        POST   /moderation/notizen                                       /moderation/notizen?fall=2                      in  403 403 ok  ok
        POST   /moderation/notizen                                       /moderation/notizen?handler=Delete&fall=2       in  403 403 ok  ok
        GET    /moderation/entscheidungen                                 /moderation/entscheidungen                      in  403 403 ok  ok
        GET    /moderation/ideen/{number:int}                             /moderation/ideen/2                             in  403 403 ok  ok
        POST   /moderation/ideen/{number:int}                             /moderation/ideen/2                             in  403 403 ok  ok
        POST   /moderation/ideen/{number:int}                            /moderation/ideen/2?handler=Template            in  403 403 ok  ok
        GET    /moderation/ideen/neu                                      /moderation/ideen/neu                           in  403 403 ok  ok
        POST   /moderation/ideen/neu                                      /moderation/ideen/neu                           in  403 403 ok  ok
        GET    /moderation/ideen/{number:int}/beleg                       /moderation/ideen/4/beleg                       in  403 403 ok  ok
        GET    /moderation/ideen/{number:int}/antwort                     /moderation/ideen/1/antwort                     in  403 403 ok  ok
        POST   /moderation/ideen/{number:int}/antwort                     /moderation/ideen/1/antwort                     in  403 403 ok  ok
        GET    /moderation/ideen/{number:int}/zusammenfuehren             /moderation/ideen/2/zusammenfuehren             in  403 403 ok  ok
        POST   /moderation/ideen/{number:int}/zusammenfuehren             /moderation/ideen/2/zusammenfuehren             in  403 403 ok  ok
        GET    /moderation/rueckgaengig/{number:int}                     /moderation/rueckgaengig/999                    in  403 403 ok  ok
        POST   /moderation/rueckgaengig/{number:int}                     /moderation/rueckgaengig/999                    in  403 403 404 404
        GET    /moderation/person                                        /moderation/person?fall=1:1                     in  403 403 ok  ok
        POST   /moderation/person                                        /moderation/person?fall=1:1                     in  403 403 ok  ok
        GET    /moderation/vorhaben/{number:int}                         /moderation/vorhaben/1                          in  403 403 ok  ok
        POST   /moderation/vorhaben/{number:int}                         /moderation/vorhaben/1                          in  403 403 ok  ok
        POST   /moderation/vorhaben/{number:int}                         /moderation/vorhaben/1?handler=Template         in  403 403 ok  ok
        GET    /moderation/vorhaben/{number:int}/vorschlaege/{suggestion:int} /moderation/vorhaben/1/vorschlaege/1            in  403 403 ok  ok
        POST   /moderation/vorhaben/{number:int}/vorschlaege/{suggestion:int} /moderation/vorhaben/1/vorschlaege/1            in  403 403 ok  ok
        POST   /moderation/vorhaben/{number:int}/vorschlaege/{suggestion:int} /moderation/vorhaben/1/vorschlaege/1?handler=Template in  403 403 ok  ok
        GET    /moderation/vorhaben/{number:int}/anmerkungen/{remark:int} /moderation/vorhaben/1/anmerkungen/1            in  403 403 ok  ok
        POST   /moderation/vorhaben/{number:int}/anmerkungen/{remark:int} /moderation/vorhaben/1/anmerkungen/1            in  403 403 ok  ok
        POST   /moderation/vorhaben/{number:int}/anmerkungen/{remark:int} /moderation/vorhaben/1/anmerkungen/1?handler=Template in  403 403 ok  ok
        GET    /moderation/ideen/{idea:int}/kuerzen/{comment:int?}       /moderation/ideen/1/kuerzen/1                   in  403 403 ok  ok
        POST   /moderation/ideen/{idea:int}/kuerzen/{comment:int?}       /moderation/ideen/1/kuerzen/1                   in  403 403 ok  ok
        POST   /moderation/ideen/{idea:int}/kuerzen/{comment:int?}       /moderation/ideen/1/kuerzen/1?handler=Preview   in  403 403 ok  ok
        GET    /moderation/ideen/{idea:int}/beitraege/{comment:int}       /moderation/ideen/1/beitraege/2                 in  403 403 ok  ok
        POST   /moderation/ideen/{idea:int}/beitraege/{comment:int}       /moderation/ideen/1/beitraege/2                 in  403 403 ok  ok
        GET    /verwaltung/protokoll                                      /verwaltung/protokoll                           in  403 403 403 ok
        GET    /verwaltung/protokoll.csv                                  /verwaltung/protokoll.csv                       in  403 403 403 ok
        GET    /verwaltung/protokoll.json                                 /verwaltung/protokoll.json                      in  403 403 403 ok
        POST   /moderation/ideen/{idea:int}/beitraege/{comment:int}      /moderation/ideen/1/beitraege/2?handler=Template in  403 403 ok  ok
        POST   /verwaltung/zwischenstand                                  /verwaltung/zwischenstand?weiter=/              in  403 403 ok  ok
        POST   /verwaltung/zwischenstand/verwerfen                        /verwaltung/zwischenstand/verwerfen             in  403 403 ok  ok
        GET    /verwaltung/verfahren                                      /verwaltung/verfahren                           in  403 403 ok  ok
        GET    /verwaltung/verfahren/{slug}                               /verwaltung/verfahren/smart-city                in  403 403 ok  ok
        GET    /verwaltung/verfahren/{slug}                               /verwaltung/verfahren/neu                       in  403 403 ok  ok
        POST   /verwaltung/verfahren/{slug}                               /verwaltung/verfahren/smart-city                in  403 403 ok  ok

        GET    /verwaltung/regeln                                         /verwaltung/regeln                              in  403 403 403 ok
        POST   /verwaltung/regeln                                         /verwaltung/regeln                              in  403 403 403 ok
        GET    /verwaltung/regeln/{number:int}                            /verwaltung/regeln/999                          in  403 403 403 404

        GET    /organisationen                                            /organisationen                                 ok  ok  ok  ok  ok
        GET    /organisationen/{slug}                                     /organisationen/stadtwerke                      ok  ok  ok  ok  ok
        GET    /organisationen/einladung                                  /organisationen/einladung                       410 410 410 410 410
        POST   /organisationen/einladung                                  /organisationen/einladung?zeichen=falsch        in  ok  ok  ok  ok
        GET    /konto/organisationen                                      /konto/organisationen                           in  ok  ok  ok  ok
        POST   /konto/organisationen                                      /konto/organisationen?organisation=fremd        in  404 404 404 404
        GET    /konto/organisationen/{slug}                               /konto/organisationen/stadtwerke                in  403 403 403 403
        POST   /konto/organisationen/{slug}                               /konto/organisationen/stadtwerke?handler=Remove in  403 403 403 403
        POST   /konto/organisationen/{slug}                               /konto/organisationen/stadtwerke?handler=Invite in  403 403 403 403
        POST   /konto/organisationen/{slug}                               /konto/organisationen/stadtwerke?handler=Withdraw in  403 403 403 403
        POST   /konto/organisationen/{slug}                               /konto/organisationen/stadtwerke?handler=Role&role=Viewer in  403 403 403 403
        POST   /konto/organisationen/{slug}                               /konto/organisationen/stadtwerke?handler=Transfer in  403 403 403 403
        POST   /konto/organisationen/{slug}                               /konto/organisationen/stadtwerke?handler=Contact in  403 403 403 403
        GET    /verwaltung/organisationen                                 /verwaltung/organisationen                      in  403 403 403 ok
        GET    /verwaltung/organisationen/{slug}                          /verwaltung/organisationen/neu                  in  403 403 403 ok
        GET    /verwaltung/organisationen/{slug}                          /verwaltung/organisationen/stadtwerke           in  403 403 403 ok
        POST   /verwaltung/organisationen/{slug}                          /verwaltung/organisationen/stadtwerke           in  403 403 403 ok
        POST   /verwaltung/organisationen/{slug}                          /verwaltung/organisationen/stadtwerke?handler=Owner in  403 403 403 ok
        POST   /verwaltung/organisationen/{slug}                          /verwaltung/organisationen/stadtwerke?handler=Withdraw in  403 403 403 ok

        GET    /mitteilungen                                              /mitteilungen                                   in  ok  ok  ok  ok
        POST   /mitteilungen                                              /mitteilungen                                   in  ok  ok  ok  ok
        GET    /konto                                                     /konto                                          in  ok  ok  ok  ok
        POST   /konto                                                     /konto                                          in  ok  ok  ok  ok
        GET    /konto/wohnsitz                                            /konto/wohnsitz                                 in  ok  ok  ok  ok
        POST   /konto/wohnsitz                                            /konto/wohnsitz?handler=TakeBack                in  ok  ok  ok  ok
        POST   /konto/wohnsitz                                           /konto/wohnsitz?handler=Declare                 in  ok  ok  ok  ok
        POST   /konto/wohnsitz                                           /konto/wohnsitz?handler=Code                    in  ok  ok  ok  ok
        POST   /konto/wohnsitz                                           /konto/wohnsitz?handler=StopLetter              in  ok  ok  ok  ok
        POST   /konto/wohnsitz                                           /konto/wohnsitz?handler=Desk                    in  ok  ok  ok  ok
        GET    /konto/wohnsitz/brief                                      /konto/wohnsitz/brief                           in  ok  ok  ok  ok
        POST   /konto/wohnsitz/brief                                      /konto/wohnsitz/brief                           in  ok  ok  ok  ok
        GET    /verwaltung/bestaetigen                                    /verwaltung/bestaetigen                         in  403 403 ok  ok
        POST   /verwaltung/bestaetigen                                    /verwaltung/bestaetigen                         in  403 403 ok  ok
        GET    /verwaltung/briefe                                         /verwaltung/briefe                              in  403 403 403 ok
        POST   /verwaltung/briefe                                         /verwaltung/briefe                              in  403 403 403 ok
        POST   /verwaltung/briefe                                        /verwaltung/briefe?handler=Send&stapel=1        in  403 403 403 404
        GET    /verwaltung/briefe/{number:int}/liste.csv                  /verwaltung/briefe/1/liste.csv                  in  403 403 403 404
        GET    /verwaltung/briefe/{number:int}/briefe.pdf                 /verwaltung/briefe/1/briefe.pdf                 in  403 403 403 404
        GET    /konto/ideen                                               /konto/ideen                                    in  ok  ok  ok  ok
        POST   /konto/ideen                                               /konto/ideen?entwurf={draft}                    in  403 403 403 403
        GET    /konto/daten                                               /konto/daten                                    in  ok  ok  ok  ok
        POST   /konto/daten                                               /konto/daten                                    in  ok  ok  ok  ok
        POST   /konto/daten                                               /konto/daten?handler=Delete                     in  ok  ok  ok  ok
        GET    /konto/daten/herunterladen                                 /konto/daten/herunterladen                      in  ok  ok  ok  ok
        GET    /konto/loeschen                                            /konto/loeschen                                 in  ok  ok  ok  ok
        POST   /konto/loeschen                                            /konto/loeschen                                 in  ok  ok  ok  ok
        POST   /konto/loeschen                                            /konto/loeschen?handler=Keep                    in  ok  ok  ok  ok
        GET    /konto/passwort                                            /konto/passwort                                 in  ok  ok  ok  ok
        POST   /konto/passwort                                            /konto/passwort                                 in  ok  ok  ok  ok
        GET    /konto/zwei-faktoren                                       /konto/zwei-faktoren                            in  ok  ok  ok  ok
        POST   /konto/zwei-faktoren                                       /konto/zwei-faktoren                            in  ok  ok  ok  ok
        POST   /konto/zwei-faktoren                                       /konto/zwei-faktoren?handler=Renew              in  ok  ok  ok  ok
        POST   /konto/zwei-faktoren                                       /konto/zwei-faktoren?handler=Off                in  ok  ok  ok  ok
        GET    /konto/passkeys                                            /konto/passkeys                                 in  ok  ok  ok  ok
        POST   /konto/passkeys                                            /konto/passkeys                                 in  ok  ok  ok  ok
        POST   /konto/passkeys                                            /konto/passkeys?handler=Remove                  in  404 404 404 404
        POST   /konto/passkeys/neu                                        /konto/passkeys/neu                             in  ok  ok  ok  ok
        POST   /konto/passkeys/frage                                      /konto/passkeys/frage                           ok  ok  ok  ok  ok
        GET    /konto/bestaetigen-sie-sich                                /konto/bestaetigen-sie-sich                     in  ok  ok  ok  ok
        POST   /konto/bestaetigen-sie-sich                                /konto/bestaetigen-sie-sich                     in  ok  ok  ok  ok
        POST   /konto/bestaetigen-sie-sich                                /konto/bestaetigen-sie-sich?handler=Passkey     in  ok  ok  ok  ok
        GET    /konto/sitzungen                                           /konto/sitzungen                                in  ok  ok  ok  ok
        POST   /konto/sitzungen                                           /konto/sitzungen                                in  404 404 404 404
        POST   /konto/sitzungen                                           /konto/sitzungen?handler=Others                 in  ok  ok  ok  ok
        GET    /konto/anmelden/code                                       /konto/anmelden/code                            in  in  in  in  in
        POST   /konto/anmelden/code                                       /konto/anmelden/code                            in  in  in  in  in
        GET    /konto/anmelden/mit/{name}                                 /konto/anmelden/mit/gibt-es-nicht               404 404 404 404 404
        GET    /konto/anmelden/ankunft                                    /konto/anmelden/ankunft                         ok  ok  ok  ok  ok
        GET    /konto/anmelden/neu                                        /konto/anmelden/neu                             ok  ok  ok  ok  ok
        POST   /konto/anmelden/neu                                        /konto/anmelden/neu                             ok  ok  ok  ok  ok
        POST   /konto/anmelden/neu                                       /konto/anmelden/neu?handler=Cancel              ok  ok  ok  ok  ok
        GET    /konto/anmelden/fehler                                     /konto/anmelden/fehler                          ok  ok  ok  ok  ok
        GET    /konto/anmeldewege                                         /konto/anmeldewege                              in  ok  ok  ok  ok
        POST   /konto/anmeldewege                                         /konto/anmeldewege?handler=Disconnect           in  404 404 404 404
        GET    /konto/abmelden/bei                                        /konto/abmelden/bei                             ok  ok  ok  ok  ok
        GET    /konto/abmelden/dort                                       /konto/abmelden/dort                            ok  ok  ok  ok  ok
        POST   /konto/abmelden/von/{name}                                 /konto/abmelden/von/gibt-es-nicht               404 404 404 404 404
        GET    /konto/anmelden                                            /konto/anmelden                                 ok  ok  ok  ok  ok
        POST   /konto/anmelden                                            /konto/anmelden                                 ok  ok  ok  ok  ok
        POST   /konto/anmelden                                            /konto/anmelden?handler=Passkey                 ok  ok  ok  ok  ok
        GET    /konto/abmelden                                            /konto/abmelden                                 ok  ok  ok  ok  ok
        POST   /konto/abmelden                                            /konto/abmelden                                 ok  ok  ok  ok  ok
        GET    /konto/registrieren                                        /konto/registrieren                             ok  ok  ok  ok  ok
        POST   /konto/registrieren                                        /konto/registrieren                             ok  ok  ok  ok  ok
        GET    /konto/registriert                                         /konto/registriert                              ok  ok  ok  ok  ok
        GET    /konto/bestaetigen                                         /konto/bestaetigen                              ok  ok  ok  ok  ok
        POST   /konto/bestaetigen                                         /konto/bestaetigen                              ok  ok  ok  ok  ok
        GET    /konto/bestaetigung-senden                                 /konto/bestaetigung-senden                      ok  ok  ok  ok  ok
        POST   /konto/bestaetigung-senden                                 /konto/bestaetigung-senden                      ok  ok  ok  ok  ok
        GET    /konto/passwort-vergessen                                  /konto/passwort-vergessen                       ok  ok  ok  ok  ok
        POST   /konto/passwort-vergessen                                  /konto/passwort-vergessen                       ok  ok  ok  ok  ok
        GET    /konto/passwort-zuruecksetzen                              /konto/passwort-zuruecksetzen                   ok  ok  ok  ok  ok
        POST   /konto/passwort-zuruecksetzen                              /konto/passwort-zuruecksetzen                   ok  ok  ok  ok  ok

        GET    /api/v1/processes                                          /api/v1/processes                               ok  ok  ok  ok  ok
        GET    /api/v1/processes/{slug}                                   /api/v1/processes/smart-city                    ok  ok  ok  ok  ok
        GET    /api/v1/topics                                             /api/v1/topics                                  ok  ok  ok  ok  ok
        GET    /api/v1/districts                                          /api/v1/districts                               ok  ok  ok  ok  ok
        GET    /api/v1/stances                                            /api/v1/stances                                 ok  ok  ok  ok  ok
        GET    /api/v1/ideas                                              /api/v1/ideas                                   ok  ok  ok  ok  ok
        GET    /api/v1/ideas/{number:int}                                 /api/v1/ideas/1                                 ok  ok  ok  ok  ok
        GET    /api/v1/ideas/{number:int}                                 /api/v1/ideas/2                                 404 404 404 404 404
        GET    /api/v1/ideas/{number:int}                                 /api/v1/ideas/3                                 410 410 410 410 410
        GET    /api/v1/ideas/{number:int}/versions                        /api/v1/ideas/1/versions                        ok  ok  ok  ok  ok
        GET    /api/v1/ideas/{number:int}/versions                        /api/v1/ideas/2/versions                        404 404 404 404 404
        GET    /api/v1/ideas/{number:int}/versions                        /api/v1/ideas/3/versions                        410 410 410 410 410
        GET    /api/v1/comments                                           /api/v1/comments?idea=1                         ok  ok  ok  ok  ok
        GET    /api/v1/comments                                           /api/v1/comments?idea=3                         410 410 410 410 410
        GET    /api/v1/ideas/{idea:int}/comments                          /api/v1/ideas/1/comments                        ok  ok  ok  ok  ok
        GET    /api/v1/ideas/{idea:int}/comments/{number:int}             /api/v1/ideas/1/comments/1                      ok  ok  ok  ok  ok
        GET    /api/v1/ideas/{idea:int}/comments/{number:int}             /api/v1/ideas/1/comments/2                      404 404 404 404 404
        GET    /api/v1/antiforgery                                        /api/v1/antiforgery                             401 ok  ok  ok  ok
        POST   /api/v1/ideas                                              /api/v1/ideas                                   401 ok  ok  ok  ok
        PUT    /api/v1/ideas/{number:int}                                 /api/v1/ideas/1                                 401 403 403 403 403
        PUT    /api/v1/ideas/{number:int}/stance                          /api/v1/ideas/1/stance                          401 ok  ok  ok  ok
        DELETE /api/v1/ideas/{number:int}/stance                          /api/v1/ideas/1/stance                          401 ok  ok  ok  ok
        DELETE /api/v1/ideas/{number:int}/stance                          /api/v1/ideas/2/stance                          401 404 404 404 404
        POST   /api/v1/comments                                           /api/v1/comments                                401 ok  ok  ok  ok
        PUT    /api/v1/ideas/{idea:int}/comments/{number:int}             /api/v1/ideas/1/comments/1                      401 403 403 403 403
        DELETE /api/v1/ideas/{idea:int}/comments/{number:int}             /api/v1/ideas/1/comments/1                      401 403 403 403 403
        DELETE /api/v1/ideas/{idea:int}/comments/{number:int}             /api/v1/ideas/1/comments/2                      401 403 403 403 403
        GET    /openapi/{documentName}.json                               /openapi/v1.json                                ok  ok  ok  ok  ok
        GET    /api/{documentName?}                                       /api                                            ok  ok  ok  ok  ok
        GET    /api/scalar.js                                             /api/scalar.js                                  ok  ok  ok  ok  ok
        GET    /api/scalar.aspnetcore.js                                  /api/scalar.aspnetcore.js                       ok  ok  ok  ok  ok
        GET    /api/favicon.svg                                           /api/favicon.svg                                ok  ok  ok  ok  ok

        POST   /bilder                                                    /bilder                                         in  ok  ok  ok  ok
        GET    /bilder/{id:guid}/{width:int}.webp                         /bilder/{image}/480.webp                        ok  ok  ok  ok  ok
        GET    /bilder/{id:guid}/{width:int}.webp                         /bilder/{waiting}/480.webp                      404 404 404 ok  ok
        GET    /bilder/{id:guid}/{width:int}.webp                         /bilder/{hidden}/480.webp                       410 410 410 ok  ok
        GET    /dokumente/{number:int}/{slug}.pdf                         /dokumente/1/gutachten.pdf                      ok  ok  ok  ok  ok
        GET    /dokumente/{number:int}/{slug}.pdf                         /dokumente/2/gutachten.pdf                      404 404 404 404 404
        GET    /verwaltung/dokumente                                      /verwaltung/dokumente                           in  403 403 ok  ok
        POST   /verwaltung/dokumente                                      /verwaltung/dokumente                           in  403 403 ok  ok
        POST   /verwaltung/dokumente                                      /verwaltung/dokumente?handler=Delete&nummer=9   in  403 403 ok  ok
        POST   /verwaltung/dokumente                                      /verwaltung/dokumente?handler=Rename&nummer=9   in  403 403 404 404

        GET    /live/{channel}                                            /live/ideas?since=0                             ok  ok  ok  ok  ok
        GET    /live/{channel}                                            /live/idea:1?since=0                            ok  ok  ok  ok  ok
        GET    /live/{channel}                                            /live/idea:2?since=0                            404 404 404 ok  ok
        GET    /live/{channel}                                            /live/idea:3?since=0                            404 404 404 ok  ok
        GET    /live/{channel}                                            /live/moderation?since=0                        404 404 404 ok  ok
        ANY    /hub                                                       /hub                                            ok  ok  ok  ok  ok
        ANY    /hub/schreiben                                             /hub/schreiben                                  ok  ok  ok  ok  ok
        ANY    /hub/schreiben/negotiate                                   /hub/schreiben/negotiate?negotiateVersion=1     ok  ok  ok  ok  ok
        GET    /vorhaben                                                 /vorhaben                                       ok  ok  ok  ok  ok
        GET    /vorhaben/{number:int}/{slug?}                            /vorhaben/1/sichere-radwege                             404 404 ok  ok  ok
        GET    /vorhaben/neu                                             /vorhaben/neu                                   in  403 ok  ok  ok
        POST   /vorhaben/neu                                             /vorhaben/neu                                   in  403 ok  ok  ok
        GET    /vorhaben/{number:int}/angaben                            /vorhaben/1/angaben                             in  404 ok  403 403
        POST   /vorhaben/{number:int}/angaben                            /vorhaben/1/angaben                             in  404 ok  403 403
        POST   /vorhaben/{number:int}/angaben                            /vorhaben/1/angaben?handler=Rows                in  404 ok  403 403
        GET    /vorhaben/{number:int}/beteiligte                         /vorhaben/1/beteiligte                          in  404 ok  403 403
        POST   /vorhaben/{number:int}/beteiligte                         /vorhaben/1/beteiligte?handler=Invite           in  404 403 403 403
        POST   /vorhaben/{number:int}/beteiligte                         /vorhaben/1/beteiligte?handler=Join             in  404 403 403 403
        POST   /vorhaben/{number:int}/beteiligte                         /vorhaben/1/beteiligte?handler=Part             in  404 403 403 403
        GET    /vorhaben/{number:int}/zeichnung                          /vorhaben/1/zeichnung                           in  404 403 403 403
        POST   /vorhaben/{number:int}/zeichnung                          /vorhaben/1/zeichnung?handler=Freeze            in  404 403 403 403
        POST   /vorhaben/{number:int}/zeichnung                          /vorhaben/1/zeichnung?handler=Extend            in  404 403 403 403
        POST   /vorhaben/{number:int}/zeichnung                          /vorhaben/1/zeichnung?handler=Sign              in  404 403 403 403
        POST   /vorhaben/{number:int}/zeichnung                          /vorhaben/1/zeichnung?handler=Decline           in  404 403 403 403
        POST   /vorhaben/{number:int}/zeichnung                          /vorhaben/1/zeichnung?handler=Reopen            in  404 403 403 403
        POST   /vorhaben/{number:int}/zeichnung                          /vorhaben/1/zeichnung?handler=Withdraw          in  404 403 403 403
        GET    /vorhaben/{number:int}/vorhaben.pdf                       /vorhaben/1/vorhaben.pdf                        404 404 404 404 404
        GET    /vorhaben/{number:int}/druck                              /vorhaben/1/druck                               404 404 404 404 404
        GET    /vorhaben/{number:int}/uebergabe                          /vorhaben/1/uebergabe                           in  403 403 ok  ok
        POST   /vorhaben/{number:int}/uebergabe                          /vorhaben/1/uebergabe                           in  403 403 ok  ok
        GET    /vorhaben/{number:int}/fassungen                          /vorhaben/1/fassungen                           404 404 ok  ok  ok
        POST   /vorhaben/{number:int}/fassungen                          /vorhaben/1/fassungen                           in  404 ok  403 403
        GET    /vorhaben/{number:int}/fassungen/vergleich                /vorhaben/1/fassungen/vergleich                 404 404 ok  ok  ok
        GET    /vorhaben/{number:int}/fassungen/{revision:int}           /vorhaben/1/fassungen/1                         404 404 ok  ok  ok
        POST   /vorhaben/{number:int}/fassungen/{revision:int}           /vorhaben/1/fassungen/1                         in  404 ok  403 403
        GET    /vorhaben/{number:int}/fassungen/{revision:int}/geschrieben /vorhaben/1/fassungen/1/geschrieben           404 404 ok  ok  ok
        GET    /vorhaben/{number:int}/mitreden                           /vorhaben/1/mitreden                           404 404 ok  ok  ok
        GET    /vorhaben/{number:int}/mitreden/stelle                    /vorhaben/1/mitreden/stelle?abschnitt=Background&version=0&von=0&bis=5 in  404 ok  ok  ok
        POST   /vorhaben/{number:int}/mitreden/stelle                    /vorhaben/1/mitreden/stelle?handler=Suggest    in  404 ok  ok  ok
        POST   /vorhaben/{number:int}/mitreden/stelle                    /vorhaben/1/mitreden/stelle?handler=Remark     in  404 ok  403 403
        GET    /vorhaben/{number:int}/vorschlaege                        /vorhaben/1/vorschlaege                        404 404 ok  ok  ok
        GET    /vorhaben/{number:int}/vorschlaege/{suggestion:int}       /vorhaben/1/vorschlaege/1                      404 404 ok  ok  ok
        POST   /vorhaben/{number:int}/vorschlaege/{suggestion:int}       /vorhaben/1/vorschlaege/1?handler=Accept       in  404 ok  403 403
        POST   /vorhaben/{number:int}/vorschlaege/{suggestion:int}       /vorhaben/1/vorschlaege/1?handler=Decline      in  404 ok  403 403
        POST   /vorhaben/{number:int}/vorschlaege/{suggestion:int}       /vorhaben/1/vorschlaege/1?handler=Note         in  404 ok  403 403
        POST   /vorhaben/{number:int}/vorschlaege/{suggestion:int}       /vorhaben/1/vorschlaege/1?handler=Withdraw     in  404 ok  403 403
        POST   /vorhaben/{number:int}/vorschlaege/{suggestion:int}       /vorhaben/1/vorschlaege/1?handler=Show         in  404 403 403 403
        GET    /vorhaben/{number:int}/anmerkungen                        /vorhaben/1/anmerkungen                        in  404 ok  ok  ok
        GET    /vorhaben/{number:int}/anmerkungen/{remark:int}           /vorhaben/1/anmerkungen/1                      in  404 ok  ok  ok
        POST   /vorhaben/{number:int}/anmerkungen/{remark:int}           /vorhaben/1/anmerkungen/1?handler=Reply        in  404 ok  403 403
        POST   /vorhaben/{number:int}/anmerkungen/{remark:int}           /vorhaben/1/anmerkungen/1?handler=Resolve      in  404 ok  403 403
        POST   /vorhaben/{number:int}/anmerkungen/{remark:int}           /vorhaben/1/anmerkungen/1?handler=Reopen       in  404 ok  403 403
        POST   /vorhaben/{number:int}/anmerkungen/{remark:int}           /vorhaben/1/anmerkungen/1?handler=Delete       in  404 ok  403 403
        GET    /vorhaben/{number:int}/schreiben                           /vorhaben/1/schreiben                           in  404 ok  403 403
        POST   /vorhaben/{number:int}/schreiben                           /vorhaben/1/schreiben                           in  404 ok  403 403
        ANY    /hub/negotiate                                             /hub/negotiate?negotiateVersion=1               ok  ok  ok  ok  ok

        GET    /sprache/{language}                                        /sprache/de                                     ok  ok  ok  ok  ok
        GET    /darstellung/{theme}                                       /darstellung/auto                               ok  ok  ok  ok  ok
        GET    /fehler                                                    /fehler?status=404                              404 404 404 404 404
        POST   /fehler                                                    /fehler?status=404                              404 404 404 404 404
        GET    /stadt.css                                                 /stadt.css                                      ok  ok  ok  ok  ok
        GET    /robots.txt                                                /robots.txt                                     ok  ok  ok  ok  ok
        GET    /{**path:file}                                             /favicon.svg                                    ok  ok  ok  ok  ok
        ANY    /health/live                                               /health/live                                    ok  ok  ok  ok  ok
        ANY    /health/ready                                              /health/ready                                   ok  ok  ok  ok  ok
        POST   /csp                                                       /csp                                            ok  ok  ok  ok  ok
        """ + CouncilRows + LiveRows + OpenIdRows + StrategyRows + TextRows + ResultRows;

    /// <summary>The table's rows; a line that does not have eight columns is a mistake.</summary>
    public static IReadOnlyList<RightsRow> Rows { get; } = [.. Table.Split('\n').Skip(1).Where(line => line.Length > 0).Select(RightsRow.Parse)];
}

/// <summary>What each kind of person gets at one address.</summary>
internal sealed record RightsRow(string Method, string Route, string Address, IReadOnlyList<string> Answers)
{
    public string Endpoint => $"{Method} {Route}";

    /// <summary>The named action that a form of the page sends, or null.</summary>
    public string? Action => Address.Contains("?handler=", StringComparison.Ordinal) ? $"{Method} {Route} {Address[(Address.IndexOf("?handler=", StringComparison.Ordinal) + 9)..].Split('&')[0]}" : null;

    public static RightsRow Parse(string line)
    {
        var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(cells.Length == 8, line);
        return new RightsRow(cells[0], cells[1], cells[2], cells[3..]);
    }
}
