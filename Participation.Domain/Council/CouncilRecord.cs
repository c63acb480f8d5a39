namespace Participation.Domain.Council;

/// <summary>
/// What OParl 1.1 says of every object: when it was made, when it was changed, and that what was deleted stays known as deleted. Numbers are public and never used twice.
/// </summary>
public abstract class CouncilRecord
{
    /// <summary>Longest address of an object elsewhere, in characters.</summary>
    public const int OriginMaxLength = 500;

    /// <summary>Public number among its kind.</summary>
    public int Number { get; private protected set; }

    /// <summary>The address of the object in another council system from which it was read; null for what is written here.</summary>
    public string? Origin { get; private protected set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private protected set; }

    /// <summary>When it was last changed, or deleted.</summary>
    public DateTimeOffset ChangedAt { get; private protected set; }

    /// <summary>When it was deleted.</summary>
    public DateTimeOffset? DeletedAt { get; private protected set; }

    /// <summary>Optimistic concurrency token.</summary>
    public int Version { get; private protected set; }

    /// <summary>Whether it comes from another council system, where it is to be changed.</summary>
    public bool IsImported => Origin is not null;

    /// <summary>Deletes it; that it was there stays known. A second call changes nothing.</summary>
    public virtual void Delete(DateTimeOffset now)
    {
        if (DeletedAt is not null) return;
        DeletedAt = now;
        Touch(now);
    }

    /// <summary>Notes a change, also one of something that is shown as a part of it.</summary>
    public void Touch(DateTimeOffset now)
    {
        ChangedAt = now;
        Version++;
    }

    private protected void Begin(int number, string? origin, DateTimeOffset now) => (Number, Origin, CreatedAt, ChangedAt) = (number, origin, now, now);

    /// <summary>What the form saw is what is stored, and it is ours to change.</summary>
    private protected Refusal? CheckChange(int expectedVersion) => DeletedAt is not null || expectedVersion != Version ? new ChangedMeanwhile() : IsImported ? new ComesFromElsewhere() : null;
}

/// <summary>It was read from another council system and is changed there.</summary>
public sealed record ComesFromElsewhere : Refusal;

/// <summary>Something ends before it begins.</summary>
public sealed record EndsBeforeItBegins : Refusal;
