namespace Participation.Web.Hosting;

/// <summary>Work that is done again and again: a round that fails is logged, and the next one tries anew; only the site's end ends it.</summary>
internal static class Rounds
{
    /// <summary>Does the work at a pace, each time with services of its own.</summary>
    public static async Task EveryAsync<T>(TimeSpan pace, IServiceScopeFactory scopes, TimeProvider clock, ILogger log, Func<T, Task> work, CancellationToken stop) where T : notnull
    {
        using var timer = new PeriodicTimer(pace, clock);
        while (await timer.WaitForNextTickAsync(stop))
        {
            // Whoever moves the clock on does not do the work: ticks that come during a round are one.
            await Task.Yield();
            await OnceAsync(log, async () =>
            {
                await using var scope = scopes.CreateAsyncScope();
                await work(scope.ServiceProvider.GetRequiredService<T>());
            }, typeof(T).Name, stop);
        }
    }

    /// <summary>One round.</summary>
    public static async Task OnceAsync(ILogger log, Func<Task> work, string name, CancellationToken stop)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            log.LogError(failure, "{Work} failed; it is tried again", name);
        }
    }
}
