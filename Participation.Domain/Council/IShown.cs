using Participation.Domain.Editing;

namespace Participation.Domain.Council;

/// <summary>A record of the council that everybody reads, or not: that is ours to say, also where the record itself comes from another council system.</summary>
public interface IShown : IPublished
{
    /// <summary>When it was deleted.</summary>
    DateTimeOffset? DeletedAt { get; }

    /// <summary>
    /// Takes a step of its publication and changes nothing else. What it says may have changed since somebody looked at it, as it does with every import; only how far its publication was counts.
    /// </summary>
    /// <param name="step">The step; withdrawn twice for the same reason is withdrawn.</param>
    /// <param name="seen">How far it was when somebody looked at it.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The refusal, or null.</returns>
    Refusal? Show(PublicationChange step, PublicationState seen, DateTimeOffset now);
}

/// <summary>What all of them have in common.</summary>
internal static class Showing
{
    /// <summary>Whether the step was taken for what is there.</summary>
    public static Refusal? CheckShown(this IShown record, PublicationChange step, PublicationState seen, DateTimeOffset now)
    {
        var isThere = step.Step is PublicationStep.Withdraw && record.Publication is { WithdrawnAt: not null } && record.Publication.Reason == step.Reason?.Trim();
        return record.DeletedAt is not null || (record.Publication.StateAt(now) != seen && !isThere) ? new ChangedMeanwhile() : null;
    }
}
