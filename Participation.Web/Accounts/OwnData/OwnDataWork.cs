using Participation.Web.Accounts.OwnData.Retention;

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
                tidyAt = clock.GetUtcNow() + Hour;
            }

            await bell.WaitAsync(Pause, clock, stoppingToken);
        }
    }

    private async Task TryAsync<T>(Func<T, Task> work, CancellationToken stop) where T : notnull
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<T>());
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            log.LogError(failure, "{Work} failed; it is tried again", typeof(T).Name);
        }
        catch (OperationCanceledException)
        {
            // The site stops.
        }
    }
}
