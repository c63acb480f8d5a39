using Microsoft.EntityFrameworkCore;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation.Guards;

/// <summary>Forgets what limits counted, a day later, and what was found, half a year later. Safe to repeat, and on every node.</summary>
public sealed class ForgetWritings(ParticipationDbContext db, TimeProvider clock)
{
    /// <summary>How long it stays readable why a contribution waited, as long as its author can complain.</summary>
    private const int FindingMonths = 6;

    /// <returns>How many rows went.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancel)
    {
        var (day, months) = (clock.GetUtcNow() - Writing.Kept, clock.GetUtcNow().AddMonths(-FindingMonths));
        return await db.Writings.Where(writing => writing.At <= day).ExecuteDeleteAsync(cancel) + await db.Findings.Where(finding => finding.FoundAt <= months).ExecuteDeleteAsync(cancel);
    }
}

/// <summary>Does so every hour.</summary>
internal sealed class GuardRetention(IServiceScopeFactory scopes, TimeProvider clock, ILogger<GuardRetention> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync<ForgetWritings>(Pace, scopes, clock, log, forget => forget.ExecuteAsync(stoppingToken), stoppingToken);
}
