using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Uploads;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Uploads;

/// <summary>
/// Removes images that no text has used for a day: a bounded number per round. Safe to repeat, on every node, and while a text is being saved: the condition is
/// asked again of the row that is deleted, and a text that takes an image makes the row younger than a day.
/// </summary>
public sealed class RemoveUnused(ParticipationDbContext db, TimeProvider clock)
{
    /// <summary>Most images in one round.</summary>
    public const int Batch = 200;

    /// <returns>How many were removed.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancel)
    {
        var unused = Unused(clock.GetUtcNow().AddHours(-Upload.HoursUnused));
        var ids = await db.Uploads.AsNoTracking().Where(unused).OrderBy(upload => upload.ChangedAt).Select(upload => upload.Id).Take(Batch).ToListAsync(cancel);
        if (ids.Count == 0) return 0;
        await using var transaction = await db.BeginWriteAsync(cancel);
        var removed = await db.Uploads.Where(unused).Where(upload => ids.Contains(upload.Id)).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return removed;
    }

    /// <summary>Used by nothing, or by a text that is not there any more or has been emptied; what was reported is kept until nothing can come of it.</summary>
    private Expression<Func<Upload, bool>> Unused(DateTimeOffset before) => upload => upload.ChangedAt < before && !db.Set<ReportedImage>().Any(image => image.UploadId == upload.Id)
        && (upload.UsedById == null
            || (upload.UsedByKind == SubjectKind.Idea && !db.Ideas.Any(idea => (Guid)(object)idea.Id == upload.UsedById && idea.ErasedAt == null))
            || (upload.UsedByKind == SubjectKind.Comment && !db.Comments.Any(comment => (Guid)(object)comment.Id == upload.UsedById && comment.Status != CommentStatus.Deleted)));
}

/// <summary>Does so every hour.</summary>
internal sealed class UnusedRound(IServiceScopeFactory scopes, TimeProvider clock, ILogger<UnusedRound> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync<RemoveUnused>(Pace, scopes, clock, log, remove => remove.ExecuteAsync(stoppingToken), stoppingToken);
}
