namespace Participation.Web.Data;

/// <summary>The last public number given to a kind of thing.</summary>
public sealed class Counter
{
    /// <summary>Counter of ideas.</summary>
    public const string Ideas = "ideas";

    /// <summary>Counter of proposals.</summary>
    public const string Proposals = "proposals";

    /// <summary>Counter of moderation decisions.</summary>
    public const string Decisions = "decisions";

    /// <summary>Counter of notices.</summary>
    public const string Notices = "notices";

    /// <summary>Counter of complaints.</summary>
    public const string Complaints = "complaints";

    /// <summary>Counter of templates of reasons.</summary>
    public const string ReasonTemplates = "reason-templates";

    /// <summary>Counter of documents.</summary>
    public const string Documents = "documents";

    /// <summary>Counter of terms of the council.</summary>
    public const string LegislativeTerms = "legislative-terms";

    /// <summary>Counter of bodies.</summary>
    public const string Bodies = "bodies";

    /// <summary>Counter of people of the council.</summary>
    public const string CouncilPeople = "council-people";

    /// <summary>Counter of memberships in bodies.</summary>
    public const string BodyMemberships = "body-memberships";

    /// <summary>Counter of places.</summary>
    public const string Locations = "locations";

    /// <summary>Counter of meetings.</summary>
    public const string Meetings = "meetings";

    /// <summary>Counter of agenda items.</summary>
    public const string AgendaItems = "agenda-items";

    /// <summary>Counter of papers.</summary>
    public const string Papers = "papers";

    /// <summary>Counter of consultations.</summary>
    public const string Consultations = "consultations";

    /// <summary>Counter of resolutions.</summary>
    public const string Resolutions = "resolutions";

    /// <summary>Counter of results of processes.</summary>
    public const string Results = "results";

    /// <summary>Counter of articles.</summary>
    public const string Articles = "articles";

    /// <summary>Counter of measures.</summary>
    public const string Measures = "measures";

    /// <summary>Counter of online services.</summary>
    public const string OnlineServices = "online-services";

    /// <summary>Counter of discussed texts.</summary>
    public const string Texts = "texts";

    /// <summary>Counter of their passages.</summary>
    public const string Passages = "passages";

    /// <summary>Counter of batches of letters.</summary>
    public const string LetterBatches = "letter-batches";

    /// <summary>Counter of the OpenID Connect server's keys; whoever makes one holds its row.</summary>
    public const string SigningKeys = "signing-keys";

    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 40;

    private Counter() { }

    public string Name { get; private set; } = "";

    public int Value { get; private set; }
}
