namespace Participation.Web.Shared;

/// <summary>Addresses of proposals.</summary>
public static partial class Links
{
    public const string Proposals = "/vorhaben";
    public const string NewProposal = "/vorhaben/neu";

    public static string NewProposalFrom(int idea) => Invariant($"/vorhaben/neu?idee={idea}");

    public static string ProposalsWith(Domain.Proposals.ProposalStatus status) => $"/vorhaben?stand={status}";

    public static string ProposalsBefore(Domain.Proposals.ProposalStatus? status, int before) => status is null ? Invariant($"/vorhaben?vor={before}") : Invariant($"/vorhaben?stand={status}&vor={before}");

    public static string Proposal(int number, string title) => Invariant($"/vorhaben/{number}/{Ending(title)}");

    public static string Proposal(int number) => Invariant($"/vorhaben/{number}");

    public static string ProposalDetails(int number) => Invariant($"/vorhaben/{number}/angaben");

    public static string ProposalAuthors(int number) => Invariant($"/vorhaben/{number}/beteiligte");

    public static string HandOverProposal(int number) => Invariant($"/vorhaben/{number}/uebergabe");

    /// <summary>The signed text as a file.</summary>
    public static string ProposalPdf(int number) => Invariant($"/vorhaben/{number}/vorhaben.pdf");

    /// <summary>The text as it is printed.</summary>
    public static string ProposalPrint(int number) => Invariant($"/vorhaben/{number}/druck");

    public static string ProposalRevisions(int number) => Invariant($"/vorhaben/{number}/fassungen");

    public static string ProposalRevisionsBefore(int number, int before) => Invariant($"/vorhaben/{number}/fassungen?vor={before}");

    public static string ProposalRevision(int number, int revision) => Invariant($"/vorhaben/{number}/fassungen/{revision}");

    public static string CompareProposal(int number) => Invariant($"/vorhaben/{number}/fassungen/vergleich");

    /// <summary>Two revisions compared; 0 is the text as it is now.</summary>
    public static string CompareRevisions(int number, int from, int to) => Invariant($"/vorhaben/{number}/fassungen/vergleich?von={from}&bis={to}");

    /// <summary>Who wrote what of a revision; 0 is the text as it is now.</summary>
    public static string WhoWrote(int number, int revision) => Invariant($"/vorhaben/{number}/fassungen/{revision}/geschrieben");

    /// <summary>The text paragraph by paragraph, with the way to say something about each.</summary>
    public static string ReadProposal(int number) => Invariant($"/vorhaben/{number}/mitreden");

    /// <summary>Says something about a passage.</summary>
    public static string Passage(int number, Domain.Proposals.SectionKind section, int version, int from, int to) => Invariant($"/vorhaben/{number}/mitreden/stelle?abschnitt={section}&version={version}&von={from}&bis={to}");

    public static string PassageForm(int number, string handler) => Invariant($"/vorhaben/{number}/mitreden/stelle?handler={handler}");

    public static string Suggestions(int number) => Invariant($"/vorhaben/{number}/vorschlaege");

    public static string SuggestionsDecided(int number) => Invariant($"/vorhaben/{number}/vorschlaege?stand=entschieden");

    public static string SuggestionsBefore(int number, bool decided, int before) => Invariant($"/vorhaben/{number}/vorschlaege?stand={(decided ? "entschieden" : "offen")}&vor={before}");

    public static string Suggestion(int number, int suggestion) => Invariant($"/vorhaben/{number}/vorschlaege/{suggestion}");

    public static string SuggestionAction(int number, int suggestion, string handler) => Invariant($"/vorhaben/{number}/vorschlaege/{suggestion}?handler={handler}");

    public static string Remarks(int number) => Invariant($"/vorhaben/{number}/anmerkungen");

    public static string RemarksSettled(int number) => Invariant($"/vorhaben/{number}/anmerkungen?stand=erledigt");

    public static string RemarksBefore(int number, bool settled, int before) => Invariant($"/vorhaben/{number}/anmerkungen?stand={(settled ? "erledigt" : "offen")}&vor={before}");

    public static string Remark(int number, int remark) => Invariant($"/vorhaben/{number}/anmerkungen/{remark}");

    public static string RemarkAction(int number, int remark, string handler) => Invariant($"/vorhaben/{number}/anmerkungen/{remark}?handler={handler}");

    public static string SignProposal(int number) => Invariant($"/vorhaben/{number}/zeichnung");

    public static string WriteProposal(int number) => Invariant($"/vorhaben/{number}/schreiben");

    /// <summary>One section on the page where a proposal is written.</summary>
    public static string WriteSection(int number, string anchor) => $"{WriteProposal(number)}#{anchor}";
}
