using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation.Transparency;

/// <summary>
/// Counts the people of the running month and keeps the reports of half-years that are over. Safe to repeat, and on every node: a month's number only
/// grows, and a report is kept once.
/// </summary>
public sealed class KeepReports(ParticipationDbContext db, ReportFigures figures, TransparencyQueries queries, CityClock clock)
{
    /// <summary>How long after its end a half-year is taken as over: what began before may commit a little later.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    public async Task ExecuteAsync(CancellationToken cancel)
    {
        await CountActiveAsync(cancel);
        var kept = await db.TransparencyRecords.Select(record => record.Period).ToListAsync(cancel);
        foreach (var half in (await queries.PeriodsAsync(cancel)).Where(half => clock.StartOf(half.Next.First) + Settled <= clock.Now && !kept.Contains(half.ToString())))
            await KeepAsync(half, cancel);
    }

    /// <summary>
    /// Whoever signed in this month, or used a session in it. Sessions end and are deleted, so it is counted again and again, and the highest number stays.
    /// </summary>
    private async Task CountActiveAsync(CancellationToken cancel)
    {
        var month = new DateOnly(clock.Today.Year, clock.Today.Month, 1);
        var since = clock.StartOf(month);
        var people = await db.Users.CountAsync(account => account.LastSignInAt >= since || db.Sessions.Any(session => session.AccountId == account.Id && session.SeenAt >= since), cancel);
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO active_months (month, people) VALUES ({month}, {people}) ON CONFLICT (month) DO UPDATE SET people = excluded.people WHERE active_months.people < excluded.people", cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task KeepAsync(HalfYear half, CancellationToken cancel)
    {
        var json = JsonSerializer.Serialize(await figures.ComputeAsync(half, cancel), TransparencyFiles.Json);
        db.TransparencyRecords.Add(TransparencyRecord.Keep(half, json, clock.Now));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            db.ChangeTracker.Clear(); // Another node was faster, with the same figures.
        }
    }
}

/// <summary>Does so every hour.</summary>
internal sealed class ReportRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReportRounds> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync<KeepReports>(Pace, scopes, clock, log, keep => keep.ExecuteAsync(stoppingToken), stoppingToken);
}
