using System.Globalization;
using Participation.Domain.Accounts;
using Participation.Domain.Realtime;
using Participation.Web.Realtime;

namespace Participation.Web.Proposals;

/// <summary>The channels of proposals say that something changed; the page is offered anew.</summary>
internal sealed class ProposalFragments(ProposalViewQuery query) : IChannelFragments
{
    private const string Prefix = "proposal:";

    public bool Owns(string channel) => channel == Channel.Proposals || (channel.StartsWith(Prefix, StringComparison.Ordinal) && Number(channel) > 0);

    public async Task<bool> MayWatchAsync(string channel, Actor? viewer, CancellationToken cancel) =>
        channel == Channel.Proposals || await query.RightsAsync(Number(channel), viewer, cancel) is { MayRead: true };

    public Task<IReadOnlyList<LiveChange>> RenderAsync(string channel, IReadOnlyList<ChannelEvent> events, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<LiveChange>>([.. events.Select(e => new LiveChange(channel, e.Sequence, e.Kind.ToString(), e.SubjectNumber, 0, null, null))]);

    private static int Number(string channel) => int.TryParse(channel.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
