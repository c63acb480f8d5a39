using Participation.Domain.Accounts;
using Participation.Domain.Discussions;

namespace Participation.Domain.Moderation.Guards;

/// <summary>Why a moderator should look at a contribution.</summary>
public enum FindingReason
{
    /// <summary>It has a word of the list.</summary>
    Word,

    /// <summary>Nearly the same was written shortly before.</summary>
    Similar,

    /// <summary>It is its author's first.</summary>
    FirstPost,
}

/// <summary>What was found.</summary>
/// <param name="Reason">Why somebody should look.</param>
/// <param name="Detail">The entry of the word list.</param>
public sealed record Found(FindingReason Reason, string? Detail = null);

/// <summary>What was found about a contribution in a version of its text. It decides nothing: a person does.</summary>
public sealed class Finding
{
    private Finding() { }

    /// <summary>Internal identity.</summary>
    public FindingId Id { get; private set; }

    /// <summary>The contribution.</summary>
    public SubjectKind SubjectKind { get; private set; }

    /// <summary>The contribution.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Whose it is.</summary>
    public PersonId AuthorId { get; private set; }

    /// <summary>In which version of the text.</summary>
    public int TextVersion { get; private set; }

    /// <summary>Why somebody should look.</summary>
    public FindingReason Reason { get; private set; }

    /// <summary>The entry of the word list.</summary>
    public string? Detail { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset FoundAt { get; private set; }

    /// <summary>Writes it down.</summary>
    public static Finding Of(Subject subject, PersonId author, int textVersion, Found found, DateTimeOffset now) => new()
    {
        Id = FindingId.New(now), SubjectKind = subject.Kind, SubjectId = subject.Id, AuthorId = author, TextVersion = textVersion, Reason = found.Reason, Detail = found.Detail, FoundAt = now,
    };
}

/// <summary>Identifies a <see cref="Finding"/>.</summary>
public readonly record struct FindingId(Guid Value) : IEntityId<FindingId>
{
    /// <inheritdoc/>
    public static FindingId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static FindingId New(DateTimeOffset now) => new(Uuid.Version7(now));
}
