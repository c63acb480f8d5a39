using Participation.Domain.Accounts;
using Participation.Domain.Discussions;

namespace Participation.Domain.Moderation;

/// <summary>What a moderation decision does.</summary>
public enum Measure
{
    /// <summary>The contribution is published.</summary>
    Publish,

    /// <summary>The contribution is not published.</summary>
    Decline,

    /// <summary>A public contribution is hidden.</summary>
    Hide,

    /// <summary>A hidden contribution is public again.</summary>
    Restore,

    /// <summary>Two ideas become one.</summary>
    Merge,

    /// <summary>A reported contribution stays as it is.</summary>
    Keep,

    /// <summary>A contribution is held back, because many reported it, until a person decides.</summary>
    Hold,

    /// <summary>Personal data is taken out of a text; the rest stays.</summary>
    Shorten,

    /// <summary>Nobody replies in a thread any more.</summary>
    Lock,

    /// <summary>A thread is open again.</summary>
    Unlock,

    /// <summary>The author is warned.</summary>
    Warn,

    /// <summary>The author does not write for some time.</summary>
    Silence,

    /// <summary>The author takes no part until this is lifted.</summary>
    Suspend,

    /// <summary>An earlier decision is taken back.</summary>
    Revoke,
}

/// <summary>The ground of a restriction: a part of the Netiquette, or the law.</summary>
public enum Ground
{
    /// <summary>No restriction, no ground.</summary>
    None,

    /// <summary>Netiquette: respect.</summary>
    Respect,

    /// <summary>Netiquette: off topic or repeated.</summary>
    OffTopic,

    /// <summary>Netiquette: personal data of others.</summary>
    PersonalData,

    /// <summary>Netiquette: advertising or election advertising.</summary>
    Advertising,

    /// <summary>Netiquette: copyright and links.</summary>
    Copyright,

    /// <summary>The law; the norm is named in the facts.</summary>
    Law,

    /// <summary>The same idea exists already.</summary>
    Duplicate,

    /// <summary>Decided elsewhere, before an import.</summary>
    Imported,

    /// <summary>It may break the Netiquette; held back until a person has looked.</summary>
    ToBeChecked,
}

/// <summary>What made somebody look.</summary>
public enum DecisionSource
{
    /// <summary>The moderation's own look.</summary>
    OwnReview,

    /// <summary>Someone reported it.</summary>
    Notice,

    /// <summary>Someone complained about an earlier decision.</summary>
    Complaint,

    /// <summary>A machine found it: a word of the list, or nearly the same text as shortly before.</summary>
    AutomatedDetection,
}

/// <summary>A moderator's decision with its statement of reasons (Digital Services Act, Art. 17). Never changed; a new decision reverses it.</summary>
public sealed class Decision
{
    /// <summary>Longest statement of facts, in characters.</summary>
    public const int FactsMaxLength = 1000;

    /// <summary>Longest name of a provision, in characters.</summary>
    public const int NormMaxLength = 160;

    private Decision() { }

    /// <summary>Internal identity.</summary>
    public DecisionId Id { get; private set; }

    /// <summary>Public number.</summary>
    public int Number { get; private set; }

    /// <summary>What it is about.</summary>
    public SubjectKind SubjectKind { get; private set; }

    /// <summary>What it is about.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Whose contribution it is about.</summary>
    public PersonId AuthorId { get; private set; }

    /// <summary>What it does.</summary>
    public Measure Measure { get; private set; }

    /// <summary>On which ground.</summary>
    public Ground Ground { get; private set; }

    /// <summary>The provision, such as "§ 185 StGB"; always there when the ground is the law.</summary>
    public string? Norm { get; private set; }

    /// <summary>The facts in plain words; the author reads them as they stand.</summary>
    public string Facts { get; private set; } = "";

    /// <summary>Whether automated means took part.</summary>
    public bool Automated { get; private set; }

    /// <summary>What made somebody look.</summary>
    public DecisionSource Source { get; private set; }

    /// <summary>Who decided; null for an automatic step.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>For how many hours it holds, if it ends by itself.</summary>
    public int? Hours { get; private set; }

    /// <summary>The decision that this one takes back.</summary>
    public DecisionId? RevokesId { get; private set; }

    /// <summary>What was decided in one go with it, to be undone in one go; null for a single decision.</summary>
    public Guid? Batch { get; private set; }

    /// <summary>Until when it holds, if it ends by itself.</summary>
    public DateTimeOffset? Until => Hours is { } hours ? DecidedAt.AddHours(hours) : null;

    /// <summary>Whether it takes something away from the author.</summary>
    public bool RestrictsAuthor => Restricts(Measure);

    /// <summary>Whether it is about the author rather than about the contribution.</summary>
    public bool IsAboutPerson => Concerns(Measure);

    /// <summary>How long who decided can undo it, as if it had not been.</summary>
    public static readonly TimeSpan UndoWindow = TimeSpan.FromSeconds(30);

    /// <summary>After how long nobody undoes it any more, so that mails may go out: the window and its grace.</summary>
    public static readonly TimeSpan CertainAfter = UndoWindow * 2;

    /// <summary>Whether it can be undone at all: what is gone does not come back, and what people were told of a complaint stands.</summary>
    public bool CanBeUndone => !Automated && Source is not DecisionSource.Complaint && Measure is not (Measure.Shorten or Measure.Merge or Measure.Revoke or Measure.Hold);

    /// <summary>Whether it says who sees the contribution.</summary>
    private bool IsAboutView => Measure is Measure.Publish or Measure.Decline or Measure.Hide or Measure.Restore or Measure.Hold;

    /// <summary>Whether it says whether replies are taken.</summary>
    private bool IsAboutLock => Measure is Measure.Lock or Measure.Unlock;

    /// <summary>The decision that made things as they were before this one: the latest earlier one about the same side of the contribution.</summary>
    /// <param name="earlier">Earlier decisions about the contribution, the latest first.</param>
    public Decision? Before(IEnumerable<Decision> earlier) => earlier.FirstOrDefault(other => IsAboutLock ? other.IsAboutLock : other.IsAboutView);

    /// <summary>Whether an earlier decision about the same contribution holds no longer because of this one: what was taken away is given back, or what was left is taken away.</summary>
    /// <param name="earlier">The earlier decision.</param>
    public bool Overturns(Decision earlier) => (Measure, earlier.Measure) switch
    {
        (Measure.Revoke, _) => RevokesId == earlier.Id,
        (Measure.Unlock, Measure.Lock) => true,
        (Measure.Publish or Measure.Restore, Measure.Decline or Measure.Hide or Measure.Hold) => true,
        (Measure.Decline or Measure.Hide or Measure.Shorten, Measure.Keep or Measure.Publish or Measure.Restore) => true,
        _ => false,
    };

    /// <summary>Whether it is taken back by a decision that says so; the others are by the opposite step.</summary>
    public bool CanBeRevoked => IsAboutPerson || Measure is Measure.Shorten;

    /// <summary>Whether it says what becomes of a reported contribution.</summary>
    public bool AnswersNotices => !Automated && !IsAboutPerson && Measure is not (Measure.Merge or Measure.Lock or Measure.Unlock or Measure.Revoke);

    /// <summary>Whether a measure takes something away from the author.</summary>
    public static bool Restricts(Measure measure) => measure is Measure.Decline or Measure.Hide or Measure.Hold or Measure.Shorten or Measure.Lock || Concerns(measure);

    /// <summary>Whether a measure is about the author rather than about the contribution.</summary>
    private static bool Concerns(Measure measure) => measure is Measure.Warn or Measure.Silence or Measure.Suspend;

    /// <summary>A name for several decisions that are made in one go.</summary>
    public static Guid NewBatch(DateTimeOffset now) => Uuid.Version7(now);

    /// <summary>Writes down a decision; without somebody who decided it was an automatic one.</summary>
    public static Decision Make(int number, Subject subject, PersonId author, Measure measure, Ground ground, string facts, PersonId? by, DateTimeOffset now, DecisionSource source = DecisionSource.OwnReview,
        int? hours = null, DecisionId? revokes = null, string? norm = null, Guid? batch = null) => new()
        {
            Id = DecisionId.New(now), Number = number, SubjectKind = subject.Kind, SubjectId = subject.Id, AuthorId = author,
            Measure = measure, Ground = ground, Facts = facts, DecidedBy = by, DecidedAt = now, Automated = by is null, Source = source, Hours = hours, RevokesId = revokes,
            Norm = norm, Batch = batch,
        };
}
