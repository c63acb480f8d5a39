using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation.Transparency;

/// <summary>Reads reports: a finished one as it was kept, the running one and one that is not kept yet as of now.</summary>
public sealed class TransparencyQueries(ParticipationDbContext db, ReportFigures figures, CityClock clock)
{
    /// <summary>The half-year that runs.</summary>
    public HalfYear Running => HalfYear.Of(clock.Today);

    /// <summary>The report of a half-year; null for one that lies ahead or before anything happened.</summary>
    public async Task<TransparencyReport?> FindAsync(HalfYear half, CancellationToken cancel)
    {
        if (!half.Exists || half > Running || (half < Running && half < await FirstAsync(cancel))) return null;
        var period = half.ToString();
        var kept = await db.TransparencyRecords.AsNoTracking().Where(record => record.Period == period).Select(record => record.Json).SingleOrDefaultAsync(cancel);
        return kept is null ? await figures.ComputeAsync(half, cancel) : JsonSerializer.Deserialize<TransparencyReport>(kept, TransparencyFiles.Json);
    }

    /// <summary>All half-years with figures, newest first.</summary>
    public async Task<IReadOnlyList<HalfYear>> PeriodsAsync(CancellationToken cancel)
    {
        var periods = new List<HalfYear>();
        for (var half = await FirstAsync(cancel); half <= Running; half = half.Next) periods.Insert(0, half);
        return periods;
    }

    /// <summary>The half-year in which something was first reported or decided; the running one when nothing was.</summary>
    private async Task<HalfYear> FirstAsync(CancellationToken cancel)
    {
        var reported = await db.Notices.OrderBy(notice => notice.ReceivedAt).Select(notice => (DateTimeOffset?)notice.ReceivedAt).FirstOrDefaultAsync(cancel);
        var decided = await db.Decisions.OrderBy(decision => decision.DecidedAt).Select(decision => (DateTimeOffset?)decision.DecidedAt).FirstOrDefaultAsync(cancel);
        var first = reported < decided ? reported : decided ?? reported;
        return first is { } instant ? HalfYear.Of(DateOnly.FromDateTime(clock.Local(instant).DateTime)) : Running;
    }
}
