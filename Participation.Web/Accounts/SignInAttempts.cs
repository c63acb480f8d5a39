using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Web.Data;

namespace Participation.Web.Accounts;

/// <summary>
/// Counts tries before the password is looked at, in one statement, so that a burst of parallel guesses gets no more
/// of them than one after another.
/// </summary>
public sealed class SignInAttempts(ParticipationDbContext db, IOptions<IdentityOptions> identity, TimeProvider clock)
{
    /// <summary>Takes one try.</summary>
    /// <returns>Whether there was one left.</returns>
    public async Task<bool> TakeAsync(Guid account, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var max = identity.Value.Lockout.MaxFailedAccessAttempts;
        DateTimeOffset? until = now + identity.Value.Lockout.DefaultLockoutTimeSpan;
        await using var transaction = await db.BeginWriteAsync(cancel);
        var mine = db.Users.Where(candidate => candidate.Id == account);
        // A lock that has run out starts the count anew.
        await mine.Where(candidate => candidate.LockoutEnd <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null).SetProperty(a => a.AccessFailedCount, 0), cancel);
        var taken = await mine.Where(candidate => candidate.LockoutEnd == null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), cancel);
        await mine.Where(candidate => candidate.LockoutEnd == null && candidate.AccessFailedCount >= max)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LockoutEnd, until), cancel);
        await transaction.CommitAsync(cancel);
        return taken == 1;
    }

    /// <summary>The password was right: all tries are free again.</summary>
    public async Task ForgetAsync(Guid account, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.Users.Where(candidate => candidate.Id == account)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null).SetProperty(a => a.AccessFailedCount, 0), cancel);
        await transaction.CommitAsync(cancel);
    }
}
