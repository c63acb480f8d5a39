using Participation.Web.Hosting;

namespace Participation.Web.Editing;

/// <summary>Texts that appear by themselves: the seam through which a capability does what publishing brings along.</summary>
public interface IScheduledContent
{
    /// <summary>
    /// Deals with everything whose time came: evicts cached pages, tells people once. Called on every node about twice a minute; what was dealt with is known from the
    /// database, or <paramref name="since"/> says from when on to look when there is nothing to be told.
    /// </summary>
    Task PublishDueAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancel);
}

/// <summary>Lets scheduled texts appear.</summary>
public sealed class PublishDue(IEnumerable<IScheduledContent> contents, PublishClock passed, TimeProvider clock)
{
    public async Task ExecuteAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var failures = new List<Exception>();
        foreach (var content in contents)
        {
            try
            {
                await content.PublishDueAsync(passed.Since(now), now, cancel);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // What fails in one room must not keep the texts of the others from appearing.
                failures.Add(failure);
            }
        }

        if (failures.Count > 0) throw new AggregateException(failures);
        passed.Note(now);
    }
}

/// <summary>Until when this process has looked.</summary>
public sealed class PublishClock
{
    /// <summary>How far a new process looks back: longer than cached pages live.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(10);

    private DateTimeOffset? _last;

    /// <summary>From when on there may be something new.</summary>
    public DateTimeOffset Since(DateTimeOffset now) => _last ?? now - Before;

    /// <summary>Everything until an instant was dealt with.</summary>
    public void Note(DateTimeOffset now) => _last = now;
}

/// <summary>Does so every half minute.</summary>
internal sealed class PublishDueRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PublishDueRounds> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync<PublishDue>(Pace, scopes, clock, log, due => due.ExecuteAsync(stoppingToken), stoppingToken);
}
