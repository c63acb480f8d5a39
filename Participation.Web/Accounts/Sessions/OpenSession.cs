using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Sessions;

/// <summary>Writes down that someone signed in, and forgets sessions of theirs that nobody used any more.</summary>
public sealed class OpenSession(ParticipationDbContext db, TimeProvider clock)
{
    /// <param name="account">Who.</param>
    /// <param name="methods">By which ways, as in <see cref="SessionClaims.Methods"/>.</param>
    /// <param name="provedAt">When the person proved who they are; null for now.</param>
    /// <param name="userAgent">What the browser said it is.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The claims for the cookie.</returns>
    public async Task<IReadOnlyList<Claim>> ExecuteAsync(Guid account, IEnumerable<string> methods, DateTimeOffset? provedAt, string userAgent, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var sid = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
        await using var transaction = await db.BeginWriteAsync(cancel);
        var dead = now - AccountSession.Life;
        await db.Sessions.Where(session => session.AccountId == account && session.SeenAt < dead).ExecuteDeleteAsync(cancel);
        await db.Users.Where(candidate => candidate.Id == account).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastSignInAt, (DateTimeOffset?)now), cancel);
        db.Sessions.Add(AccountSession.Open(sid, account, userAgent, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return [.. SessionClaims.Of(sid, provedAt < now ? provedAt.Value : now, methods)];
    }
}
