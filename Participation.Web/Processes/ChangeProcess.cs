using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Processes;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Processes;

/// <summary>A moderator changes a process: its texts, its timeline, its windows. Everyone who writes there is bound by it at once.</summary>
public sealed class ChangeProcess(ParticipationDbContext db, Changes changes)
{
    /// <param name="slug">The process.</param>
    /// <param name="plan">Everything but the address.</param>
    /// <param name="expectedVersion">The version the moderator saw.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The refusal, or null when it is done.</returns>
    public async Task<Refusal?> ExecuteAsync(string slug, ProcessPlan plan, int expectedVersion, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Ideas], cancel);
        var process = await db.Processes.SingleOrDefaultAsync(candidate => candidate.Slug == slug, cancel) ?? throw new NotFoundException();
        if (process.Change(plan, expectedVersion) is { } refusal) return refusal;
        change.Audit("process.change", Subject.Of(process.Id), actor, plan.Title);
        change.Evict(CacheTags.Processes);
        change.Evict(CacheTags.Ideas);
        await change.CommitAsync(cancel);
        return null;
    }
}
