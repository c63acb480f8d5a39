using Participation.Domain.Editing;

namespace Participation.Domain.Council;

/// <summary>What the council consists of: a term, a body, someone who sits in it. The staff prepares it, and it appears at once or at an instant; so a new term is ready on its first day.</summary>
public abstract class PublishedRecord : CouncilRecord, IShown
{
    /// <inheritdoc/>
    public Publication Publication { get; private set; } = Publication.Draft;

    /// <summary>Since when its publication is dealt with; null while it has to be announced.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>It has appeared; from here on it counts as changed, so that those who ask for changes learn of it.</summary>
    public void Announce(DateTimeOffset now)
    {
        AnnouncedAt = now;
        Touch(now);
    }

    /// <inheritdoc/>
    public Refusal? Show(PublicationChange step, PublicationState seen, DateTimeOffset now)
    {
        var before = Publication;
        if (this.CheckShown(step, seen, now) is { } behind) return behind;
        if (Take(step, now) is { } refusal) return refusal;
        if (Publication != before) Touch(now);
        return null;
    }

    private protected void Begin(int number, string? origin, Publication? publication, DateTimeOffset now)
    {
        Begin(number, origin, now);
        Publication = publication ?? Publication.At(now);
        if (Publication.IsPublicAt(now)) AnnouncedAt = now;
    }

    /// <summary>Takes a step of its publication; none leaves it as it is.</summary>
    private protected Refusal? Take(PublicationChange? step, DateTimeOffset now)
    {
        if (step is null) return null;
        if (Publication.Take(step, now, out var next) is { } refusal) return refusal;
        if (next == Publication) return null;
        (Publication, AnnouncedAt) = (next, next.IsPublicAt(now) ? now : null);
        return null;
    }
}
