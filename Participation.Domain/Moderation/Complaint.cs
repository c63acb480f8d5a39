using Participation.Domain.Accounts;

namespace Participation.Domain.Moderation;

/// <summary>What came of a complaint.</summary>
public enum ComplaintOutcome
{
    /// <summary>Nobody has decided yet.</summary>
    Open,

    /// <summary>The decision stands.</summary>
    Confirmed,

    /// <summary>The decision was reversed.</summary>
    Reversed,
}

/// <summary>Someone disagrees with a decision; somebody else than who made it looks again (Digital Services Act, Art. 20).</summary>
public sealed class Complaint
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextMaxLength = 2000;

    /// <summary>Longest reasons, in characters.</summary>
    public const int ReasonsMaxLength = 1000;

    /// <summary>Months in which one can complain.</summary>
    public const int Months = 6;

    private Complaint() { }

    /// <summary>Internal identity.</summary>
    public ComplaintId Id { get; private set; }

    /// <summary>Public number.</summary>
    public int Number { get; private set; }

    /// <summary>The decision complained about.</summary>
    public DecisionId DecisionId { get; private set; }

    /// <summary>The author of the contribution, when they complain; null once they left.</summary>
    public PersonId? FiledBy { get; private set; }

    /// <summary>The notice, when whoever reported complains.</summary>
    public NoticeId? NoticeId { get; private set; }

    /// <summary>Why, in their words.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset FiledAt { get; private set; }

    /// <summary>What came of it.</summary>
    public ComplaintOutcome Outcome { get; private set; }

    /// <summary>Who decided.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When somebody without an account was told; null as long as nobody was.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>The decision that gave whoever complained what they asked for before anybody judged; null when somebody judged.</summary>
    public DecisionId? GrantedById { get; private set; }

    /// <summary>The reasons, for whoever complained.</summary>
    public string Reasons { get; private set; } = "";

    /// <summary>Until when one can complain about a decision.</summary>
    public static DateTimeOffset Until(DateTimeOffset decidedAt) => decidedAt.AddMonths(Months);

    /// <summary>Why this side cannot complain about the decision now, or null when it can.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="ofAuthor">Whether the author complains; else whoever reported.</param>
    /// <param name="now">The instant.</param>
    public static Refusal? Check(Decision decision, bool ofAuthor, DateTimeOffset now) =>
        (ofAuthor ? !decision.RestrictsAuthor : decision.RestrictsAuthor || decision.Measure is Measure.Merge) ? new NothingToComplainAbout()
        : now > Until(decision.DecidedAt) ? new ComplaintIsTooLate(Months)
        : null;

    /// <summary>Someone complains. Check first.</summary>
    public static Complaint File(int number, DecisionId decision, PersonId? author, NoticeId? notice, string text, DateTimeOffset now) => new()
    {
        Id = ComplaintId.New(now), Number = number, DecisionId = decision, FiledBy = author, NoticeId = notice, Text = text.Trim(), FiledAt = now,
    };

    /// <summary>Why somebody cannot decide, or null when they can: nobody judges what they themselves decided, wrote, reported or complained about.</summary>
    /// <param name="by">Who would decide.</param>
    /// <param name="decisions">The decision complained about, and all later ones about the same contribution: who upheld it meanwhile is not somebody else.</param>
    /// <param name="barred">Who reported the contribution, or whose it is.</param>
    public Refusal? CheckJudge(PersonId by, IReadOnlyCollection<Decision> decisions, IReadOnlyCollection<PersonId> barred)
    {
        if (decisions.Any(decision => decision.DecidedBy == by)) return new OwnDecision();
        return by == FiledBy || barred.Contains(by) || decisions.Any(decision => decision.AuthorId == by) ? new NotAllowed() : null;
    }

    /// <summary>Someone else decides.</summary>
    public Refusal? Decide(ComplaintOutcome outcome, string reasons, PersonId by, IReadOnlyCollection<Decision> decisions, IReadOnlyCollection<PersonId> barred, DateTimeOffset now)
    {
        if (Outcome is not ComplaintOutcome.Open) return new ChangedMeanwhile();
        if (CheckJudge(by, decisions, barred) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(reasons)) return new Ideas.ReasonIsMissing();
        (Outcome, Reasons, DecidedBy, DecidedAt) = (outcome, reasons.Trim(), by, now);
        return null;
    }

    /// <summary>A later decision gives whoever complained what they asked for; nobody has to judge any more, and anybody may decide so, also who decided before.</summary>
    /// <param name="with">The later decision.</param>
    /// <param name="reasons">What whoever complained reads.</param>
    public void Grant(Decision with, string reasons)
    {
        if (Outcome is not ComplaintOutcome.Open) return;
        (Outcome, Reasons, DecidedBy, DecidedAt, GrantedById) = (ComplaintOutcome.Reversed, reasons, with.DecidedBy, with.DecidedAt, with.Id);
    }

    /// <summary>A mail about what was decided goes out to somebody without an account.</summary>
    public void Tell(DateTimeOffset now) => ToldAt = now;

    /// <summary>That later decision was undone; the complaint waits again.</summary>
    public void Reopen() => (Outcome, Reasons, DecidedBy, DecidedAt, GrantedById) = (ComplaintOutcome.Open, "", null, null, null);

    /// <summary>Forgets who complained and what they wrote; what was decided stays.</summary>
    public void Erase() => (FiledBy, Text) = (null, "");
}

/// <summary>Nobody decides on a complaint against their own decision.</summary>
public sealed record OwnDecision : Refusal;

/// <summary>The time to undo a decision is over; a new decision changes it.</summary>
public sealed record UndoIsTooLate(int Seconds) : Refusal;

/// <summary>The decision restricted nobody on this side.</summary>
public sealed record NothingToComplainAbout : Refusal;

/// <summary>The time to complain is over.</summary>
public sealed record ComplaintIsTooLate(int Months) : Refusal;

/// <summary>What is reported is not public here.</summary>
public sealed record NothingToReport : Refusal;

/// <summary>Someone reports more than a person can look at in a day.</summary>
public sealed record TooManyNotices(int Most) : Refusal;
