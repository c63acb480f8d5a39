using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Authorities;

/// <summary>Which sessions were begun at an authority. The id_token stays on the server, sealed: a cookie would grow by it in every request.</summary>
public sealed class AuthoritySessions(ParticipationDbContext db, IDataProtectionProvider protection, ArrivalTickets tickets, IHttpContextAccessor http)
{
    private readonly IDataProtector _seal = protection.CreateProtector("Participation.Authorities.Hint");

    /// <summary>Notes that the session that was just opened came from an authority; the arrival is used up.</summary>
    public async Task AttachAsync(Arrival arrival, CancellationToken cancel)
    {
        if (http.HttpContext?.User.Sid() is { } sid)
        {
            db.AuthoritySessions.Add(AuthoritySession.Of(AccountSession.KeyOf(sid), arrival, arrival.IdToken is { } token ? _seal.Protect(token) : null));
            await db.SaveChangesAsync(cancel);
        }

        await tickets.ForgetAsync();
    }

    /// <summary>The same after a second step, if this browser's arrival is the account's.</summary>
    public async Task AttachAsync(Account account, CancellationToken cancel)
    {
        if (await tickets.FindAsync() is not { } arrival) return;
        var key = ConnectedIdentity.KeyOf(arrival.Identity);
        if (await db.Identities.AnyAsync(identity => identity.Key == key && identity.AccountId == account.Id, cancel)) await AttachAsync(arrival, cancel);
    }

    /// <summary>At which authority a session was begun, and the id_token to end it there; null for any other session.</summary>
    public async Task<(string Authority, string? IdToken)?> FindAsync(string sid, CancellationToken cancel)
    {
        var key = AccountSession.KeyOf(sid);
        if (await db.AuthoritySessions.AsNoTracking().SingleOrDefaultAsync(session => session.SessionKey == key, cancel) is not { } found) return null;
        return (found.Authority, Open(found.Hint));
    }

    /// <summary>Without its key the token is lost; the authority then asks the person itself.</summary>
    private string? Open(string? hint)
    {
        try
        {
            return hint is null ? null : _seal.Unprotect(hint);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
