using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Sessions;

/// <summary>Whether the session of a request was ended meanwhile: asked once a minute, so that it costs nothing in between.</summary>
public sealed class SessionCheck(ParticipationDbContext db, SeenSessions seen, TimeProvider clock)
{
    /// <summary>A cookie without a session is none of ours.</summary>
    public async Task<bool> IsOpenAsync(ClaimsPrincipal? user, CancellationToken cancel) =>
        user?.Sid() is { } sid && await IsOpenAsync(AccountSession.KeyOf(sid), cancel);

    /// <summary>Whether the session with this key is open.</summary>
    public async Task<bool> IsOpenAsync(string key, CancellationToken cancel)
    {
        if (seen.Knows(key)) return true;
        var now = clock.GetUtcNow();
        var dead = now - AccountSession.Life;
        var found = await db.Sessions.AsNoTracking().Where(session => session.Key == key && session.SeenAt >= dead).Select(session => new { session.SeenAt }).SingleOrDefaultAsync(cancel);
        if (found is null) return false;
        if (now - found.SeenAt >= AccountSession.Coarseness) await NoteAsync(key, now, cancel);
        seen.Remember(key);
        return true;
    }

    private async Task NoteAsync(string key, DateTimeOffset now, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.Sessions.Where(session => session.Key == key).ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now), cancel);
        await transaction.CommitAsync(cancel);
    }
}

/// <summary>Sessions that were open a moment ago. Ending one forgets it here at once; another node learns of it within a minute.</summary>
public sealed class SeenSessions : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _keys = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    public bool Knows(string key) => _keys.TryGetValue(key, out _);

    public void Remember(string key) => _keys.Set(key, true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Moment });

    public void Forget(string key) => _keys.Remove(key);

    public void Dispose() => _keys.Dispose();
}
