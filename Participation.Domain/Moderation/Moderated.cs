using Participation.Domain.Ideas;

namespace Participation.Domain.Moderation;

/// <summary>Something about a proposal, or a proposal itself, that moderators take out of view and bring back.</summary>
public abstract class Moderated
{
    /// <summary>The version of the text of what nobody changes once it is written: suggestions and remarks.</summary>
    public const int OnlyVersion = 1;

    /// <summary>Longest reason that is shown in its place, in characters.</summary>
    public const int HiddenReasonMaxLength = Decision.FactsMaxLength;

    /// <summary>When it was hidden; null while it is not.</summary>
    public DateTimeOffset? HiddenAt { get; private set; }

    /// <summary>Why.</summary>
    public string HiddenReason { get; private set; } = "";

    /// <summary>Optimistic concurrency token.</summary>
    public int Version { get; protected set; }

    /// <summary>Whether its author has removed it, so that nothing is left to hide.</summary>
    public abstract bool IsGone { get; }

    /// <summary>A moderator hides it and says why; also what was held back until one looked.</summary>
    public Refusal? Hide(string reason, DateTimeOffset now)
    {
        if (IsGone || (HiddenAt is not null && !WaitsForLook)) return new ContentIsClosed();
        if (string.IsNullOrWhiteSpace(reason)) return new ReasonIsMissing();
        (HiddenAt, HiddenReason) = (now, reason.Trim());
        Decided();
        Version++;
        return null;
    }

    /// <summary>A moderator brings it back.</summary>
    public Refusal? Restore()
    {
        if (HiddenAt is null) return new ContentIsClosed();
        Decided();
        Looked();
        return Unhide();
    }

    /// <summary>It was never hidden; whether somebody looked stays as it was.</summary>
    public Refusal? Unhide()
    {
        if (HiddenAt is null) return new ContentIsClosed();
        (HiddenAt, HiddenReason) = (null, "");
        Version++;
        return null;
    }

    /// <summary>A moderator looked at it and leaves it as it is.</summary>
    public void Keep()
    {
        Looked();
        Version++;
    }

    /// <summary>Nobody has looked at it after all.</summary>
    public virtual void LookAgain() { }

    /// <summary>Hidden until a person looked.</summary>
    protected void Conceal(string reason, DateTimeOffset now)
    {
        (HiddenAt, HiddenReason) = (now, reason);
        Version++;
    }

    /// <summary>Whether it waits until a person looked.</summary>
    protected virtual bool WaitsForLook => false;

    /// <summary>A person decided what becomes of it.</summary>
    protected virtual void Decided() { }

    /// <summary>A person looked and found nothing.</summary>
    protected virtual void Looked() { }
}

/// <summary>It is hidden already, or gone, or was never hidden.</summary>
public sealed record ContentIsClosed : Refusal;
