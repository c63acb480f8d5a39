using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.OwnData;

/// <summary>Asks for a copy of one's data, or throws a finished one away. One copy per person: asking while one is made, or just was, changes nothing.</summary>
public sealed class RequestExport(ParticipationDbContext db, TimeProvider clock, OwnDataBell bell)
{
    /// <summary>How soon after a copy another one is made.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    public async Task ExecuteAsync(Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var pause = now - Pause;
        try
        {
            await using var transaction = await db.BeginWriteAsync(cancel);
            await db.DataExports.Where(export => export.PersonId == actor.Person
                && (export.Status == DataExportStatus.Failed || (export.Status == DataExportStatus.Ready && export.FinishedAt < pause))).ExecuteDeleteAsync(cancel);
            if (await db.DataExports.AnyAsync(export => export.PersonId == actor.Person, cancel)) return;
            db.DataExports.Add(DataExport.Request(actor.Person, now));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            // The same button, pressed twice: the other one asked.
            return;
        }

        bell.Ring();
    }

    /// <summary>Throws a finished copy away before its time.</summary>
    public async Task DeleteAsync(Actor actor, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.DataExports.Where(export => export.PersonId == actor.Person && (export.Status == DataExportStatus.Ready || export.Status == DataExportStatus.Failed)).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
