using Participation.Web.Accounts.Levels;
using Participation.Web.Accounts.OpenId;
using Participation.Web.Accounts.OwnData.Retention;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.OwnData;

/// <summary>Does the rounds: every minute what people asked for, every hour what has had its time.</summary>
internal sealed class OwnDataWork(IServiceScopeFactory scopes, OwnDataBell bell, TimeProvider clock, ILogger<OwnDataWork> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start is busy enough without it.
        var tidyAt = clock.GetUtcNow().AddMinutes(10);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync<OwnDataRound>(round => round.ExecuteAsync(stoppingToken), stoppingToken);
            if (clock.GetUtcNow() >= tidyAt)
            {
                await TryAsync<TidyUp>(tidy => tidy.ExecuteAsync(stoppingToken), stoppingToken);
                await TryAsync<EraseLevelData>(erase => erase.ExpiredAsync(stoppingToken), stoppingToken);
                await TryAsync<TokenPruning>(prune => prune.ExecuteAsync(stoppingToken), stoppingToken);
                tidyAt = clock.GetUtcNow() + Hour;
            }

            await bell.WaitAsync(Pause, clock, stoppingToken);
        }
    }

    private Task TryAsync<T>(Func<T, Task> work, CancellationToken stop) where T : notnull => Rounds.OnceAsync(log, async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<T>());
    }, typeof(T).Name, stop);
}
