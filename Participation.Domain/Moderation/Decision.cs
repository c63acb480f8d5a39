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
}

/// <summary>A moderator's decision with its statement of reasons (Digital Services Act, Art. 17). Never changed; a new decision reverses it.</summary>
public sealed class Decision
{
    /// <summary>Longest statement of facts, in characters.</summary>
    public const int FactsMaxLength = 1000;

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

    /// <summary>Whether it takes something away from the author.</summary>
    public bool RestrictsAuthor => Measure is Measure.Decline or Measure.Hide or Measure.Hold;

    /// <summary>Writes down a decision; without somebody who decided it was an automatic one.</summary>
    public static Decision Make(int number, Subject subject, PersonId author, Measure measure, Ground ground, string facts, PersonId? by, DateTimeOffset now, DecisionSource source = DecisionSource.OwnReview) => new()
    {
        Id = DecisionId.New(now), Number = number, SubjectKind = subject.Kind, SubjectId = subject.Id, AuthorId = author,
        Measure = measure, Ground = ground, Facts = facts, DecidedBy = by, DecidedAt = now, Automated = by is null, Source = source,
    };
}
