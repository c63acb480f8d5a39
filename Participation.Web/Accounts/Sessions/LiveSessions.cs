using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;

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
internal sealed class LiveSessionCheck(LiveSessions live, IServiceScopeFactory scopes, TimeProvider clock, ILogger<LiveSessionCheck> log) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>Cuts what is not open any more.</summary>
    public async Task ExecuteOnceAsync(CancellationToken cancel)
    {
        foreach (var keys in live.Keys.Chunk(Batch))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ParticipationDbContext>();
            var open = await db.Sessions.AsNoTracking().Where(session => keys.Contains(session.Key)).Select(session => session.Key).ToListAsync(cancel);
            foreach (var ended in keys.Except(open, StringComparer.Ordinal)) live.Cut(ended);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ExecuteOnceAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(error, "Live connections were not checked");
            }
        }
    }
}
