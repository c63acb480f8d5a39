using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Sessions;

/// <summary>A session as its owner sees it.</summary>
/// <param name="Key">Names it in the form that ends it.</param>
/// <param name="Device">Browser and system in words.</param>
/// <param name="CreatedAt">Signed in at.</param>
/// <param name="SeenAt">Last seen, coarse.</param>
/// <param name="IsCurrent">Whether it is the one that looks.</param>
public sealed record SessionView(string Key, string Device, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, bool IsCurrent);

/// <summary>Reads sessions.</summary>
public sealed class SessionQueries(ParticipationDbContext db, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>One's own sessions: the present one first, then by last use.</summary>
    public async Task<IReadOnlyList<SessionView>> OwnAsync(Guid account, ClaimsPrincipal user, CancellationToken cancel)
    {
        var dead = clock.GetUtcNow() - AccountSession.Life;
        var own = AccountSession.KeyOf(user.Sid() ?? "");
        var found = await db.Sessions.AsNoTracking().Where(session => session.AccountId == account && session.SeenAt >= dead)
            .OrderByDescending(session => session.SeenAt).Take(Most).ToListAsync(cancel);
        return [.. found.Select(session => new SessionView(session.Key, Device.InWords(session.UserAgent), session.CreatedAt, session.SeenAt, session.Key == own)).OrderByDescending(view => view.IsCurrent)];
    }
}
