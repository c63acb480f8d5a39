using Participation.Domain.Realtime;

namespace Participation.Web.Realtime;

/// <summary>
/// What a capability knows about the subjects of a channel. The seam between Realtime and the capabilities: each registers one
/// for its channels.
/// </summary>
public interface IChannelFragments
{
    /// <summary>Whether a channel is this capability's.</summary>
    bool Owns(string channel);

    /// <summary>Whether someone may watch the channel now; <paramref name="viewer"/> is null for visitors.</summary>
    Task<bool> MayWatchAsync(string channel, Domain.Accounts.Actor? viewer, CancellationToken cancel);

    /// <summary>Whether the channel is closed to visitors by nature, rather than because its subject was taken out of view.</summary>
    bool IsForStaff => false;

    /// <summary>Renders the subjects of events as they are now, in the current UI language, each subject once.</summary>
    Task<IReadOnlyList<LiveChange>> RenderAsync(string channel, IReadOnlyList<ChannelEvent> events, CancellationToken cancel);
}

/// <summary>Numbers that belong to the subjects of a channel and change too often for events of their own, such as likes; sent as absolute numbers, coalesced.</summary>
public interface IChannelTotals
{
    /// <summary>Whether a channel is this capability's.</summary>
    bool Owns(string channel);

    /// <summary>The numbers of some subjects, or of all whose number can change; subjects that nobody sees are left out.</summary>
    Task<IReadOnlyDictionary<int, int>> ReadAsync(string channel, IReadOnlyCollection<int>? subjects, CancellationToken cancel);
}
