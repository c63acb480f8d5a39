using System.Globalization;
using Participation.Domain;
using Participation.Domain.Discussions;

namespace Participation.Web.Shared;

/// <summary>Every address of the site. Handlers and components never spell one out.</summary>
public static partial class Links
{
    public const string Home = "/";
    public const string Ideas = "/ideen";
    public const string NewIdea = "/ideen/neu";
    public const string AssistedIdea = "/moderation/ideen/neu";
    public const string ClaimIdea = "/ideen/uebernehmen";
    public const string Processes = "/verfahren";
    public const string Search = "/suche";
    public const string Inbox = "/mitteilungen";
    public const string SignIn = "/konto/anmelden";
    public const string Register = "/konto/registrieren";
    public const string SignOut = "/konto/abmelden";
    public const string Registered = "/konto/registriert";
    public const string ResendConfirmation = "/konto/bestaetigung-senden";
    public const string Confirm = "/konto/bestaetigen";
    public const string ForgotPassword = "/konto/passwort-vergessen";
    public const string ChangePassword = "/konto/passwort";
    public const string Account = "/konto";
    public const string Factors = "/konto/zwei-faktoren";
    public const string FactorsRenew = "/konto/zwei-faktoren?handler=Renew";
    public const string FactorsOff = "/konto/zwei-faktoren?handler=Off";
    public const string Passkeys = "/konto/passkeys";
    public const string PasskeysRemove = "/konto/passkeys?handler=Remove";
    public const string PasskeyOffer = "/konto/passkeys/neu";
    public const string PasskeyQuestion = "/konto/passkeys/frage";
    public const string Sessions = "/konto/sitzungen";
    public const string SessionsEndOthers = "/konto/sitzungen?handler=Others";
    public const string OwnData = "/konto/daten";
    public const string OwnDataFile = "/konto/daten/herunterladen";
    public const string OwnDataDelete = "/konto/daten?handler=Delete";
    public const string EraseAccount = "/konto/loeschen";
    public const string KeepAccount = "/konto/loeschen?handler=Keep";
    public const string WaysIn = "/konto/anmeldewege";
    public const string WaysInDisconnect = "/konto/anmeldewege?handler=Disconnect";

    /// <summary>Where people arrive who come back from an authority.</summary>
    public const string AuthorityArrival = "/konto/anmelden/ankunft";

    /// <summary>Where someone whom an authority named, and the site does not know, introduces themselves.</summary>
    public const string AuthorityIntroduction = "/konto/anmelden/neu";

    /// <summary>Says that one is signed out here and leads on to the authority.</summary>
    public const string LeaveAuthority = "/konto/abmelden/bei";
    public const string LeaveAuthorityNow = "/konto/abmelden/dort";
    public const string MyIdeas = "/konto/ideen";
    public const string Moderation = "/moderation";
    /// <summary>Moderation: what is looked at afterwards.</summary>
    public const string AreaUnseen = "nachschau";

    /// <summary>Moderation: answers that are due.</summary>
    public const string AreaDue = "antworten";
    /// <summary>Moderation: complaints.</summary>
    public const string AreaComplaints = "beschwerden";
    public const string Report = "/melden";
    public const string Decisions = "/moderation/entscheidungen";

    /// <summary>Figures about moderation.</summary>
    public const string Transparency = "/transparenz";

    /// <summary>How sorting and moderation work.</summary>
    public const string TransparencyHow = "/transparenz/so-funktioniert-es";

    /// <summary>The audit log.</summary>
    public const string AuditLog = "/verwaltung/protokoll";
    public const string AuditCsv = "/verwaltung/protokoll.csv";
    public const string AuditJson = "/verwaltung/protokoll.json";
    public const string Claim = "/moderation/uebernehmen";
    public const string ClaimRelease = "/moderation/uebernehmen?handler=Release";
    public const string BulkDecision = "/moderation/sammelentscheidung";
    public const string ReasonTemplates = "/moderation/vorlagen";
    public const string NewReasonTemplate = "/moderation/vorlagen/neu";
    public const string CaseNotes = "/moderation/notizen";
    public const string CaseNoteDelete = "/moderation/notizen?handler=Delete";
    public const string ManageProcesses = "/verwaltung/verfahren";
    public const string NewProcess = "/verwaltung/verfahren/neu";
    public const string Api = "/api";
    public const string Organisations = "/organisationen";
    public const string MyOrganisations = "/konto/organisationen";
    public const string ManageOrganisations = "/verwaltung/organisationen";
    public const string NewOrganisation = "/verwaltung/organisationen/neu";

    /// <summary>Limits and word lists.</summary>
    public const string Rules = "/verwaltung/regeln";

    public const string Residence = "/konto/wohnsitz";
    public const string ResidenceLetter = "/konto/wohnsitz/brief";
    public const string Letters = "/verwaltung/briefe";
    public const string ConfirmAtDesk = "/verwaltung/bestaetigen";

    public static string ResidenceThen(string? next) => next is null ? Residence : $"{Residence}?weiter={Uri.EscapeDataString(next)}";

    public static string ResidenceLetterThen(string? next) => next is null ? ResidenceLetter : $"{ResidenceLetter}?weiter={Uri.EscapeDataString(next)}";

    public static string LetterList(int batch) => Invariant($"/verwaltung/briefe/{batch}/liste.csv");

    public static string LetterPages(int batch) => Invariant($"/verwaltung/briefe/{batch}/briefe.pdf");

    public const string AuthorizeDecide = "/connect/authorize";
    public const string LogoutDecide = "/connect/logout";
    public const string MyApplications = "/konto/anwendungen";
    public const string Applications = "/verwaltung/anwendungen";
    public const string NewApplication = "/verwaltung/anwendungen/neu";

    public static string Application(string id) => $"/verwaltung/anwendungen/{id}";

    public static string ApplicationSecret(string id) => $"/verwaltung/anwendungen/{id}?handler=Secret";

    public static string ApplicationRemove(string id) => $"/verwaltung/anwendungen/{id}?handler=Remove";

    /// <summary>An application's request that waits in the database.</summary>
    public static string Authorize(string client, string request) => $"{AuthorizeDecide}?client_id={Uri.EscapeDataString(client)}&request_uri={Uri.EscapeDataString(request)}";

    /// <summary>Last parts of addresses below things that have a number and a title.</summary>
    private static readonly HashSet<string> s_pagesBelow = new(StringComparer.Ordinal)
    {
        "angaben", "anmerkungen", "bearbeiten", "beitraege", "beteiligte", "druck", "fassungen", "fragen", "karte", "live", "mitreden", "projektor", "schreiben", "uebergabe", "vorschlaege", "zeichnung", "zurueckziehen",
    };

    /// <summary>The words at the end of an address, made from a title; a title that reads like the address of a page below it gets a hyphen.</summary>
    public static string Ending(string title) => Slug.From(title) is var slug && s_pagesBelow.Contains(slug) ? slug + "-" : slug;

    public static string Idea(int number, string title) => Invariant($"/ideen/{number}/{Ending(title)}");

    public static string Idea(int number) => Invariant($"/ideen/{number}");

    public static string Draft(Guid id) => Invariant($"/ideen/neu?entwurf={id:N}");

    public static string EditIdea(int number) => Invariant($"/ideen/{number}/bearbeiten");

    public static string WithdrawIdea(int number) => Invariant($"/ideen/{number}/zurueckziehen");

    public static string IdeaHistory(int number) => Invariant($"/ideen/{number}/fassungen");

    public static string IdeaComparison(int number, int from, int to) => Invariant($"/ideen/{number}/fassungen?von={from}&bis={to}");

    public static string Stance(int idea) => Invariant($"/ideen/{idea}/haltung");

    private const string IdeaSegment = "ideen";
    private const string PassageSegment = "absaetze";

    /// <summary>First part of the address of what is discussed.</summary>
    public static string DiscussionSegment(DiscussionKey discussion) => discussion.IsIdea ? IdeaSegment : PassageSegment;

    /// <summary>What an address with such a first part leads to; null for any other.</summary>
    public static DiscussionKey? DiscussionAt(string? segment, int number) => segment switch
    {
        IdeaSegment => DiscussionKey.OfIdea(number),
        PassageSegment => DiscussionKey.OfPassage(number),
        _ => null,
    };

    /// <summary>Where what is discussed is read.</summary>
    public static string Discussed(DiscussionKey discussion, string title) => discussion.IsIdea ? Idea(discussion.Number, title) : Passage(discussion.Number);

    public static string Discussed(DiscussionKey discussion) => discussion.IsIdea ? Idea(discussion.Number) : Passage(discussion.Number);

    public static string Comments(DiscussionKey discussion) => Invariant($"/{DiscussionSegment(discussion)}/{discussion.Number}/beitraege");

    public static string Comment(DiscussionKey discussion, int comment) => Invariant($"{Comments(discussion)}/{comment}");

    public static string ReplyTo(DiscussionKey discussion, int comment) => Invariant($"{Comments(discussion)}?antwort={comment}");

    /// <summary>What the addresses of its threads begin with.</summary>
    public static string Threads(DiscussionKey discussion) => Invariant($"/{DiscussionSegment(discussion)}/{discussion.Number}/gespraech/");

    public static string Thread(DiscussionKey discussion, int root, string? after = null) => Invariant($"{Threads(discussion)}{root}{(after is null ? "" : "?nach=")}{after}");

    public static string EditComment(DiscussionKey discussion, int comment) => Invariant($"{Comments(discussion)}/{comment}/bearbeiten");

    public static string DeleteComment(DiscussionKey discussion, int comment) => Invariant($"{Comments(discussion)}/{comment}/loeschen");

    public static string CommentHistory(DiscussionKey discussion, int comment) => Invariant($"{Comments(discussion)}/{comment}/fassungen");

    public static string CommentAnchor(int comment) => Invariant($"beitrag-{comment}");

    /// <summary>Reports a contribution.</summary>
    public static string ReportOf(string address) => $"{Report}?adresse={Uri.EscapeDataString(address)}";

    /// <summary>What came of a notice, for whoever has its secret.</summary>
    public static string TrackNotice(string key) => $"/meldungen/{key}";

    /// <summary>What came of one's own notice.</summary>
    public static string MyNotice(int number) => Invariant($"/meldungen/{number}");

    /// <summary>The statement of reasons.</summary>
    public static string Decision(int number) => Invariant($"/entscheidungen/{number}");

    public static string DecideComplaint(int number) => Invariant($"/moderation/beschwerden/{number}");

    public static string ModerateIdea(int idea) => Invariant($"/moderation/ideen/{idea}");

    public static string MergeIdea(int idea) => Invariant($"/moderation/ideen/{idea}/zusammenfuehren");

    public static string MergeIdea(int idea, int into) => Invariant($"/moderation/ideen/{idea}/zusammenfuehren?ziel={into}");

    public static string ModerationArea(string area) => $"/moderation?bereich={area}";

    public static string DecisionsBefore(int number) => Invariant($"/moderation/entscheidungen?vor={number}");

    public static string TransparencyOf(int year, int half) => Invariant($"/transparenz/{year}-{half}");

    public static string TransparencyCsv(int year, int half) => Invariant($"/transparenz/{year}-{half}.csv");

    public static string TransparencyJson(int year, int half) => Invariant($"/transparenz/{year}-{half}.json");

    /// <summary>The audit log, filtered, from a place on.</summary>
    public static string Audit(SubjectKind? kind, Guid? subject, long? before)
    {
        List<string> query = [];
        if (kind is not null) query.Add($"art={kind}");
        if (subject is { } id) query.Add($"gegenstand={id:N}");
        if (before is { } place) query.Add(Invariant($"vor={place}"));
        return query.Count == 0 ? AuditLog : $"{AuditLog}?{string.Join('&', query)}";
    }

    public static string AssistedReceipt(int idea) => Invariant($"/moderation/ideen/{idea}/beleg");

    public static string AnswerIdea(int idea) => Invariant($"/moderation/ideen/{idea}/antwort");

    public static string Undo(int decision) => Invariant($"/moderation/rueckgaengig/{decision}");

    /// <summary>Where moderators decide on a case.</summary>
    public static string Case(Domain.Moderation.CaseRef at) => at.Kind switch
    {
        SubjectKind.Comment => ModerateComment(at.Discussion, at.Part),
        SubjectKind.Proposal => ModerateProposal(at.Number),
        SubjectKind.Suggestion => ModerateSuggestion(at.Number, at.Part),
        SubjectKind.PassageComment => ModerateRemark(at.Number, at.Part),
        SubjectKind.MeetingQuestion => ModerateQuestion(at.Number, at.Part),
        _ => ModerateIdea(at.Number),
    };

    /// <summary>Where others read what a case is about.</summary>
    public static string Contribution(Domain.Moderation.CaseRef at) => at.Kind switch
    {
        SubjectKind.Comment => Comment(at.Discussion, at.Part),
        SubjectKind.Proposal => Proposal(at.Number),
        SubjectKind.Suggestion => Suggestion(at.Number, at.Part),
        SubjectKind.PassageComment => Remark(at.Number, at.Part),
        SubjectKind.MeetingQuestion => MeetingQuestion(at.Number, at.Part),
        _ => Idea(at.Number),
    };

    /// <summary>Measures against the author of a case.</summary>
    public static string Sanction(Domain.Moderation.CaseRef at) => $"/moderation/person?fall={at}";

    public static string ModerateProposal(int number) => Invariant($"/moderation/vorhaben/{number}");

    public static string ModerateSuggestion(int proposal, int suggestion) => Invariant($"/moderation/vorhaben/{proposal}/vorschlaege/{suggestion}");

    public static string ModerateRemark(int proposal, int remark) => Invariant($"/moderation/vorhaben/{proposal}/anmerkungen/{remark}");

    public static string ShortenText(DiscussionKey discussion, int? comment) =>
        comment is { } number ? Invariant($"/moderation/{DiscussionSegment(discussion)}/{discussion.Number}/kuerzen/{number}") : Invariant($"/moderation/ideen/{discussion.Number}/kuerzen");

    public static string ModerateComment(DiscussionKey discussion, int comment) => Invariant($"/moderation/{DiscussionSegment(discussion)}/{discussion.Number}/beitraege/{comment}");

    /// <summary>Asks whether a case shall be taken, and leads back to the queue.</summary>
    public static string ClaimOf(Domain.Moderation.CaseRef at) => $"{Claim}?fall={at}";

    public static string ClaimInCase(Domain.Moderation.CaseRef at) => $"{Claim}?fall={at}&im-fall=true";

    public static string ClaimKeep(Domain.Moderation.CaseRef at) => $"{Claim}?handler=Keep&fall={at}";

    public static string CaseNotesOf(Domain.Moderation.CaseRef at) => $"{CaseNotes}?fall={at}";

    /// <summary>The same with all of them chosen.</summary>
    public static string BulkAllOfAuthor(Domain.Moderation.CaseRef at) => $"{BulkOfAuthor(at)}&alle=true";

    /// <summary>Everything by the author of a case that can be decided on together.</summary>
    public static string BulkOfAuthor(Domain.Moderation.CaseRef at) => $"{BulkDecision}?von={at}";

    public static string ReasonTemplate(int number) => Invariant($"/moderation/vorlagen/{number}");
    /// <summary>Limits and word lists as they once were.</summary>
    public static string RulesVersion(int number) => Invariant($"/verwaltung/regeln/{number}");

    public static string RulesBefore(int number) => Invariant($"/verwaltung/regeln?vor={number}");

    public static string Process(string slug) => $"/verfahren/{slug}";

    public static string EditProcess(string slug) => $"/verwaltung/verfahren/{slug}";

    public static string Organisation(string slug) => $"/organisationen/{slug}";

    public static string OrganisationMembers(string slug) => $"/konto/organisationen/{slug}";

    public static string EditOrganisation(string slug) => $"/verwaltung/organisationen/{slug}";

    public static string Invitation(string token) => $"/organisationen/einladung?zeichen={Uri.EscapeDataString(token)}";

    public static string Page(string slug) => $"/seite/{slug}";

    public static string InboxPage(int number) => Invariant($"/mitteilungen?seite={number}");

    public static string ConfirmAddress(Guid account, string token, string next) =>
        $"/konto/bestaetigen?konto={account:N}&zeichen={Uri.EscapeDataString(token)}&weiter={Uri.EscapeDataString(next)}";

    public static string ResetPassword(Guid account, string token) => $"/konto/passwort-zuruecksetzen?konto={account:N}&zeichen={Uri.EscapeDataString(token)}";

    public static string RegisterThen(string next) => $"{Register}?weiter={Uri.EscapeDataString(next)}";

    public static string SignInCodeThen(string next) => $"/konto/anmelden/code?weiter={Uri.EscapeDataString(next)}";

    public static string SignInPasskeyThen(string next) => $"{SignIn}?handler=Passkey&weiter={Uri.EscapeDataString(next)}";

    public static string ConfirmYourselfThen(string next) => $"/konto/bestaetigen-sie-sich?weiter={Uri.EscapeDataString(next)}";

    public static string ConfirmYourselfPasskeyThen(string next) => $"/konto/bestaetigen-sie-sich?handler=Passkey&weiter={Uri.EscapeDataString(next)}";

    public static string FactorsThen(string? next) => next is null ? Factors : $"{Factors}?weiter={Uri.EscapeDataString(next)}";

    public static string PasskeysThen(string? next) => next is null ? Passkeys : $"{Passkeys}?weiter={Uri.EscapeDataString(next)}";

    /// <summary>Goes to an authority; without an errand to sign in.</summary>
    public static string SignInWith(string authority, string next, string? errand = null) =>
        $"/konto/anmelden/mit/{authority}?weiter={Uri.EscapeDataString(next)}{(errand is null ? "" : $"&auftrag={Uri.EscapeDataString(errand)}")}";

    public static string AuthorityCallback(string authority) => $"/konto/anmelden/zurueck/{authority}";

    public static string AuthoritySignedOut(string authority) => $"/konto/abmelden/zurueck/{authority}";

    public static string AuthorityProblem(string problem, string? authority, string? next) =>
        $"/konto/anmelden/fehler?grund={problem}{(authority is null ? "" : $"&ueber={authority}")}{(next is null or "/" ? "" : $"&weiter={Uri.EscapeDataString(next)}")}";

    public static string SignInThen(string next) => $"{SignIn}?weiter={Uri.EscapeDataString(next)}";

    public static string Language(string language, string next) => $"/sprache/{language}?weiter={Uri.EscapeDataString(next)}";

    public static string Theme(string theme, string next) => $"/darstellung/{theme}?weiter={Uri.EscapeDataString(next)}";

    public static string SearchIdeas(string text) => $"/ideen?q={Uri.EscapeDataString(text)}";

    public static string IdeasOf(string process) => $"/ideen?verfahren={process}";

    public static string NewIdeaIn(string process) => $"/ideen/neu?verfahren={process}";

    /// <summary>Takes an image from the script of a form.</summary>
    public const string Images = "/bilder";
    public const string ManageDocuments = "/verwaltung/dokumente";
    public const string DeleteDocument = "/verwaltung/dokumente?handler=Delete";

    public const string RenameDocument = "/verwaltung/dokumente?handler=Rename";

    /// <summary>An uploaded image in one of its widths.</summary>
    public static string Image(Guid id, int width) => Invariant($"/bilder/{id:N}/{width}.webp");

    /// <summary>A document that the staff published.</summary>
    /// <summary>A document as programs show it, instead of saving it.</summary>
    public static string DocumentInside(int number, string title) => $"{Document(number, title)}?ansehen";

    public static string Document(int number, string title) => Invariant($"/dokumente/{number}/{Slug.From(title)}.pdf");

    private static string Invariant(FormattableString address) => address.ToString(CultureInfo.InvariantCulture);
}
