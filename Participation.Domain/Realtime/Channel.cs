namespace Participation.Domain.Realtime;

/// <summary>
/// Anything watched live, with one read right: an idea's thread, the list of ideas, the moderators' queue.
/// Its sequence has no gaps: it is counted up in the transaction of the change, under the lock of the channel's row.
/// </summary>
public sealed class Channel
{
    /// <summary>Longest key, in characters.</summary>
    public const int KeyMaxLength = 60;

    private Channel() { }

    /// <summary>Name on the wire, such as <c>idea:17</c>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Number of the newest event.</summary>
    public long Sequence { get; private set; }

    /// <summary>The list of ideas: what was published, removed or changed its status.</summary>
    public const string Ideas = "ideas";

    /// <summary>The moderators' queue. Moderators only.</summary>
    public const string Moderation = "moderation";

    /// <summary>One person's drafts and contributions: nobody watches them, their changes follow one another.</summary>
    public static string Drafts(Accounts.PersonId person) => $"drafts:{person.Value:N}";

    /// <summary>Who leaves, and who may: nobody watches it, requests follow one another.</summary>
    public const string Leaving = "leaving";

    /// <summary>The list of organisations: nobody watches it, new ones follow one another.</summary>
    public const string Organisations = "organisations";

    /// <summary>One organisation's members and invitations: nobody watches them, their changes follow one another.</summary>
    public static string Organisation(Accounts.OrganisationId organisation) => $"organisation:{organisation.Value:N}";

    /// <summary>How one person's residence is confirmed: nobody watches it, its steps follow one another.</summary>
    public static string Residence(Accounts.PersonId person) => $"residence:{person.Value:N}";

    /// <summary>The rules for contributions: nobody watches them, their changes follow one another.</summary>
    public const string GuardRules = "guard-rules";

    /// <summary>Answers to challenges of registration: nobody watches them, those who wait follow one another.</summary>
    public const string Puzzles = "puzzles";

    /// <summary>Letters that are printed: nobody watches them, batches follow one another.</summary>
    public const string Letters = "letters";

    /// <summary>Articles: nobody watches them, their changes follow one another.</summary>
    public const string News = "news";

    /// <summary>Text pages: nobody watches them, their changes follow one another.</summary>
    public const string Pages = "pages";

    /// <summary>What is uploaded: nobody watches it, files follow one another, so that what there is room for is counted right.</summary>
    public const string Uploads = "uploads";

    /// <summary>Bodies, meetings and papers: nobody watches them, their changes follow one another.</summary>
    public const string Council = "council";

    /// <summary>Results of processes: nobody watches them, their changes follow one another.</summary>
    public const string Results = "results";

    /// <summary>The strategy with its measures: nobody watches it, its changes follow one another.</summary>
    public const string Strategy = "strategy";

    /// <summary>The list of online services: nobody watches it, its changes follow one another.</summary>
    public const string Services = "services";

    /// <summary>Texts that are discussed passage by passage: nobody watches them, changes of their editors follow one another. The discussion of a passage has a channel of its own.</summary>
    public const string Texts = "texts";

    /// <summary>One proposal: its changes follow one another.</summary>
    public static string Proposal(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"proposal:{number}");

    /// <summary>One meeting as it is followed live, with the questions to it.</summary>
    public static string Meeting(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"meeting:{number}");

    /// <summary>One idea with its discussion.</summary>
    public static string Idea(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"idea:{number}");
}
