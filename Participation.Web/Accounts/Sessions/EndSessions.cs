using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Sessions;

/// <summary>Ends sessions: their cookies are refused from the next request on.</summary>
public sealed class EndSessions(ParticipationDbContext db, SeenSessions seen)
{
    /// <summary>Ends one session of an account.</summary>
    /// <returns>Whether there was one; somebody else's is as if there were none.</returns>
    public async Task<bool> OneAsync(Guid account, string key, CancellationToken cancel) => await EndAsync(db.Sessions.Where(session => session.AccountId == account && session.Key == key), cancel) == 1;

    /// <summary>Ends all sessions of an account except the one with this <c>sid</c>.</summary>
    /// <returns>How many ended.</returns>
    public Task<int> OthersAsync(Guid account, string? sid, CancellationToken cancel)
    {
        var kept = sid is null ? "" : AccountSession.KeyOf(sid);
        return EndAsync(db.Sessions.Where(session => session.AccountId == account && session.Key != kept), cancel);
    }

    /// <summary>The same inside the caller's transaction, so that a password that changed and a session that goes on with the old one are never both true.</summary>
    /// <returns>What to give to <see cref="Forget"/> after the commit.</returns>
    public async Task<IReadOnlyList<string>> DeleteOthersAsync(Guid account, string? sid, CancellationToken cancel)
    {
        var kept = sid is null ? "" : AccountSession.KeyOf(sid);
        var keys = await db.Sessions.Where(session => session.AccountId == account && session.Key != kept).Select(session => session.Key).ToListAsync(cancel);
        await db.Sessions.Where(session => keys.Contains(session.Key)).ExecuteDeleteAsync(cancel);
        return keys;
    }

    /// <summary>This node learns at once that sessions ended.</summary>
    public void Forget(IEnumerable<string> keys)
    {
        foreach (var key in keys) seen.Forget(key);
    }

    private async Task<int> EndAsync(IQueryable<AccountSession> sessions, CancellationToken cancel)
    {
        var keys = await sessions.Select(session => session.Key).ToListAsync(cancel);
        if (keys.Count == 0) return 0;
        await using (var transaction = await db.BeginWriteAsync(cancel))
        {
            await db.Sessions.Where(session => keys.Contains(session.Key)).ExecuteDeleteAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        keys.ForEach(seen.Forget);
        return keys.Count;
    }
}
