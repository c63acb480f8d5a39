namespace Participation.Domain.Accounts;

/// <summary>How long keys live.</summary>
/// <param name="Use">How long a key signs.</param>
/// <param name="Announcement">How long it is published before it signs, so that every client and node knows it by then.</param>
/// <param name="Retention">How long it is kept after it signed last: as long as the longest-lived token, and a little more.</param>
public sealed record KeyPlan(TimeSpan Use, TimeSpan Announcement, TimeSpan Retention);

/// <summary>What each key is good for at one instant: the newest that may sign does, later ones are announced, older ones only check.</summary>
public sealed class KeyRoster
{
    private readonly KeyPlan _plan;
    private readonly DateTimeOffset _now;

    private KeyRoster(IEnumerable<SigningKey> keys, KeyPlan plan, DateTimeOffset now)
    {
        (_plan, _now) = (plan, now);
        var sorted = keys.OrderBy(key => key.ActiveFrom).ThenBy(key => key.Name, StringComparer.Ordinal).ToList();
        var begun = sorted.FindAll(key => key.ActiveFrom <= now);
        // The very first key signs although this node's clock says that it may not yet: the node that made it is a little ahead.
        Active = begun.LastOrDefault() ?? sorted.FirstOrDefault();
        Announced = sorted.FindAll(key => key.ActiveFrom > now && key != Active);
        // A key retires when the next one begins.
        Expired = [.. begun.Zip(begun.Skip(1)).Where(pair => pair.Second.ActiveFrom + plan.Retention <= now).Select(pair => pair.First)];
        Retired = [.. begun.SkipLast(1).Except(Expired)];
    }

    /// <summary>The key that signs; null when there is none.</summary>
    public SigningKey? Active { get; }

    /// <summary>Keys that will sign.</summary>
    public IReadOnlyList<SigningKey> Announced { get; }

    /// <summary>Keys that signed tokens which may still live.</summary>
    public IReadOnlyList<SigningKey> Retired { get; }

    /// <summary>Keys that nothing alive was signed with.</summary>
    public IReadOnlyList<SigningKey> Expired { get; }

    /// <summary>Sorts keys.</summary>
    public static KeyRoster Of(IEnumerable<SigningKey> keys, KeyPlan plan, DateTimeOffset now) => new(keys, plan, now);

    /// <summary>From when a key that has to be made now would sign; null while none has to be made.</summary>
    public DateTimeOffset? Due()
    {
        if (Active is null) return _now;
        if (Announced.Count > 0) return null;
        var end = Active.ActiveFrom + _plan.Use;
        if (end - _plan.Announcement > _now) return null;
        var earliest = _now + _plan.Announcement;
        return end > earliest ? end : earliest;
    }
}
