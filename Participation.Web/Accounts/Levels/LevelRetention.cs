namespace Participation.Web.Accounts.Levels;

/// <summary>Erases old codes, letters and addresses every hour. A failure is logged and tried again an hour later.</summary>
internal sealed class LevelRetention(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LevelRetention> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<EraseLevelData>().ExpiredAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException))
            {
                log.LogError(failure, "Old letters and codes could not be erased; next try in {Pause}.", Pause);
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
