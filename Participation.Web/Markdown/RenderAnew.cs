using Participation.Domain.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Markdown;

/// <summary>
/// Renders stored texts anew that an older pipeline made, some at a time. What is done carries the new version, so a process that dies is followed by one that
/// goes on where it stopped. One process at a time has the turn; even two at once come to the same end, because a rendering is put into place only
/// under the lock of what it belongs to and only while the source is the one that was rendered.
/// </summary>
public sealed class RenderAnew(ParticipationDbContext db, Changes changes, IEnumerable<IStoredTexts> stores, TextFormatter texts, TimeProvider clock)
{
    /// <summary>Most texts that are held in memory at once.</summary>
    public const int BatchSize = 200;

    private const string Work = "render-anew";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private readonly string _holder = PersonId.New(clock.GetUtcNow()).Value.ToString("N");

    /// <returns>How many texts were rendered anew; null when another process has the turn.</returns>
    public async Task<int?> ExecuteAsync(CancellationToken cancel)
    {
        var done = 0;
        foreach (var store in stores)
        {
            int replaced;
            do
            {
                if (!await db.TakeLeaseAsync(Work, _holder, clock.GetUtcNow(), Lease, cancel)) return done == 0 ? null : done;
                replaced = await BatchAsync(store, cancel);
                done += replaced;
            }
            while (replaced > 0); // A batch of which nothing could be replaced is being edited; the next round looks again.
        }

        // Given back by making it end now.
        await db.TakeLeaseAsync(Work, _holder, clock.GetUtcNow(), -TimeSpan.FromSeconds(1), cancel);
        return done;
    }

    private async Task<int> BatchAsync(IStoredTexts store, CancellationToken cancel)
    {
        var replaced = 0;
        foreach (var together in (await store.OlderThanAsync(MarkdownText.PipelineVersion, BatchSize, cancel)).GroupBy(text => text.Channel, StringComparer.Ordinal))
        {
            var rendered = new List<(StoredText Text, Domain.FormattedText Rendered)>();
            foreach (var text in together) rendered.Add((text, await texts.AgainAsync(text.Source, cancel)));
            await using var change = await changes.BeginAsync([together.Key], cancel);
            foreach (var (text, again) in rendered)
            {
                replaced += await store.ReplaceAsync(text, again, cancel);
                foreach (var tag in text.Tags) change.Evict(tag);
            }

            await change.CommitAsync(cancel);
        }

        return replaced;
    }
}

/// <summary>Does so a while after the start, when readers are served, and every few hours for what was outdated since.</summary>
internal sealed class RenderingRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RenderingRounds> log) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, clock, stoppingToken);
        await Rounds.OnceAsync(log, async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RenderAnew>().ExecuteAsync(stoppingToken);
        }, nameof(RenderAnew), stoppingToken);
        await Rounds.EveryAsync<RenderAnew>(Pace, scopes, clock, log, anew => anew.ExecuteAsync(stoppingToken), stoppingToken);
    }
}
