using Microsoft.EntityFrameworkCore;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Moderation.Notices;

/// <summary>Forgets name and address of those who reported without an account, and what was reported, once nothing can come of it any more. Safe to repeat, and on every node.</summary>
public sealed class ForgetNotifiers(ParticipationDbContext db, ReportedVersions reported, TimeProvider clock)
{
    /// <returns>How many were forgotten.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow().AddMonths(-Complaint.Months);
        await reported.ForgetAsync(cancel);
        return await db.Notices
            .Where(notice => (notice.Name != null || notice.Email != null) && notice.DecidedAt < before
                && !db.Complaints.Any(complaint => complaint.NoticeId == notice.Id && (complaint.Outcome == ComplaintOutcome.Open || complaint.DecidedAt >= before)))
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.Name, (string?)null).SetProperty(notice => notice.Email, (string?)null), cancel);
    }
}

/// <summary>Does so every few hours.</summary>
internal sealed class NoticeRetention(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NoticeRetention> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(6);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync<ForgetNotifiers>(Pace, scopes, clock, log, forget => forget.ExecuteAsync(stoppingToken), stoppingToken);
}
