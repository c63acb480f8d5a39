using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.OwnData;

/// <summary>
/// One round of the background work: copies, reminders, erasures. One process at a time does it; it keeps its lease as long as it works, and
/// one that dies loses it after some minutes.
/// </summary>
public sealed class OwnDataRound(ParticipationDbContext db, IServiceScopeFactory scopes, ErasureMails mails, TimeProvider clock, ILogger<OwnDataRound> log)
{
    private const string Work = "own-data";
    private const int Most = 20;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private readonly string _holder = PersonId.New(clock.GetUtcNow()).Value.ToString("N");

    /// <returns>Whether this process had the turn.</returns>
    public async Task<bool> ExecuteAsync(CancellationToken cancel)
    {
        if (!await HasTurnAsync(cancel)) return false;
        foreach (var person in await db.DataExports.AsNoTracking().Where(export => export.Status == DataExportStatus.Waiting || export.Status == DataExportStatus.Running)
            .OrderBy(export => export.RequestedAt).Take(Most).Select(export => export.PersonId).ToListAsync(cancel))
            await TryAsync<MakeExport>("A copy of someone's data was not made", make => make.ExecuteAsync(person, cancel), cancel);
        await RemindAsync(cancel);
        var now = clock.GetUtcNow();
        foreach (var person in await db.Erasures.AsNoTracking().Where(erasure => erasure.DueAt <= now).OrderBy(erasure => erasure.DueAt).Take(Most).Select(erasure => erasure.PersonId).ToListAsync(cancel))
            await TryAsync<ErasePerson>("An account was not erased", erase => erase.ExecuteAsync(person, () => HasTurnAsync(cancel), cancel), cancel);
        // Given back by making it end now.
        await db.TakeLeaseAsync(Work, _holder, clock.GetUtcNow(), -TimeSpan.FromSeconds(1), cancel);
        return true;
    }

    private Task<bool> HasTurnAsync(CancellationToken cancel) => db.TakeLeaseAsync(Work, _holder, clock.GetUtcNow(), Lease, cancel);

    /// <summary>What fails for one person is tried again in the next round and does not keep others waiting.</summary>
    private async Task TryAsync<T>(string what, Func<T, Task> work, CancellationToken cancel) where T : notnull
    {
        if (!await HasTurnAsync(cancel)) return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<T>());
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "{What}; it is tried again", what);
        }
    }

    private async Task RemindAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var soon = now.AddDays(Erasure.ReminderDaysBefore);
        foreach (var erasure in await db.Erasures.Where(erasure => erasure.RemindedAt == null && erasure.DueAt <= soon && erasure.DueAt > now).OrderBy(erasure => erasure.DueAt).Take(Most).ToListAsync(cancel))
        {
            if (!erasure.Remind(now)) continue;
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear(); // Changed their mind in this moment.
                return;
            }

            if (await db.Users.AsNoTracking().SingleOrDefaultAsync(account => account.PersonId == erasure.PersonId, cancel) is { } account) await mails.ReminderAsync(account, erasure.DueAt, cancel);
        }
    }
}
