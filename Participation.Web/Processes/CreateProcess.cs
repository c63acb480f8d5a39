using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Processes;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Processes;

/// <summary>A moderator sets up a process. Its address is made once and stays.</summary>
public sealed class CreateProcess(ParticipationDbContext db, Changes changes)
{
    /// <summary>The address of the form; no process can have it.</summary>
    public const string ReservedSlug = "neu";

    /// <param name="slug">The address, already in the form of <see cref="Domain.Slug"/>.</param>
    /// <param name="plan">Everything else.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The process's address, or why not.</returns>
    public async Task<Outcome<string>> ExecuteAsync(string slug, ProcessPlan plan, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        if (plan.Check() is { } refusal) return refusal;
        // Under this lock no second process can take the address in between.
        await using var change = await changes.BeginAsync([Channel.Ideas], cancel);
        if (slug is ReservedSlug or "-" || await db.Processes.AnyAsync(process => process.Slug == slug, cancel)) return new AddressIsTaken(slug);
        var process = Process.Create(ProcessId.New(change.Now), slug, plan, change.Now);
        db.Processes.Add(process);
        change.Audit("process.create", Subject.Of(process.Id), actor, plan.Title);
        change.Evict(CacheTags.Processes);
        await change.CommitAsync(cancel);
        return slug;
    }
}
