using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Sessions;

/// <summary>Live connections of signed-in people on this node. A connection is only asked who it is when it begins, so the ones whose session ended since are cut here.</summary>
internal sealed class LiveSessions : IHubFilter
{
    private readonly ConcurrentDictionary<string, (string Key, HubCallerContext Connection)> _open = new(StringComparer.Ordinal);

    /// <summary>Sessions that have a live connection now.</summary>
    public IReadOnlyList<string> Keys => [.. _open.Values.Select(open => open.Key).Distinct(StringComparer.Ordinal)];

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (context.Context.User?.Sid() is { } sid) _open[context.Context.ConnectionId] = (AccountSession.KeyOf(sid), context.Context);
        return next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        _open.TryRemove(context.Context.ConnectionId, out _);
        return next(context, exception);
    }

    /// <summary>Cuts the connections of a session; the browser comes back as what it is now.</summary>
    public void Cut(string key)
    {
        foreach (var open in _open.Values.Where(open => open.Key == key)) open.Connection.Abort();
    }
}

/// <summary>Looks twice a minute which sessions behind live connections were ended, here or on another node.</summary>
internal sealed class LiveSessionWatch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LiveSessionWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync<CutEndedSessions>(Pace, scopes, clock, log, cut => cut.ExecuteAsync(stoppingToken), stoppingToken);
}

/// <summary>Cuts the live connections whose session is not open any more.</summary>
internal sealed class CutEndedSessions(LiveSessions live, ParticipationDbContext db)
{
    private const int Batch = 500;

    public async Task ExecuteAsync(CancellationToken cancel)
    {
        foreach (var keys in live.Keys.Chunk(Batch))
        {
            var open = await db.Sessions.AsNoTracking().Where(session => keys.Contains(session.Key)).Select(session => session.Key).ToListAsync(cancel);
            foreach (var ended in keys.Except(open, StringComparer.Ordinal)) live.Cut(ended);
        }
    }
}
