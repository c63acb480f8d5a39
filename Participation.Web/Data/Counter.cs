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

    /// <summary>Counter of measures.</summary>
    public const string Measures = "measures";

    /// <summary>Counter of online services.</summary>
    public const string OnlineServices = "online-services";

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
