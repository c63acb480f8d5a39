namespace Participation.Web.Shared;

/// <summary>Addresses of texts that are discussed passage by passage.</summary>
public static partial class Links
{
    public const string Texts = "/texte";
    public const string ManageTexts = "/verwaltung/texte";
    public const string NewText = "/verwaltung/texte/neu";

    public static string Text(int number, string title) => Invariant($"/texte/{number}/{Ending(title)}");

    public static string Text(int number) => Invariant($"/texte/{number}");

    /// <summary>A passage where it stands in its text.</summary>
    public static string PassageInText(int text, string title, int passage) => Invariant($"{Text(text, title)}#{PassageId(passage)}");

    /// <summary>The discussion of a passage.</summary>
    public static string Passage(int number) => Invariant($"/absaetze/{number}");

    public static string TextVersions(int number) => Invariant($"/texte/{number}/fassungen");

    /// <summary>New versions of a text and what is said about its passages, as Atom.</summary>
    public static string TextFeed(int number) => Invariant($"/texte/{number}/feed.atom");

    public static string EditText(int number) => Invariant($"/verwaltung/texte/{number}");

    /// <summary>The staff's list of texts.</summary>
    public static string ManageTextsWith(Domain.Editing.PublicationState? state, int page) => Managed(ManageTexts, state, page);

    /// <summary>Id of a passage on the page of its text.</summary>
    public static string PassageId(int number) => Invariant($"absatz-{number}");
}
