namespace Participation.Web.Accounts.OpenId;

/// <summary>Looks every minute whether a key is due, and takes in what another node made. Nothing has to be restarted.</summary>
internal sealed class KeyRotation(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeyRotation> log) : BackgroundService
{
    /// <summary>How long a node may not know of a key that another one made.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SigningKeys>().EnsureAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "The signing keys could not be looked after; the next try follows in a minute.");
            }
        }
    }
}
