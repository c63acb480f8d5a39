using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Authorities;

/// <summary>Connects a signed-in person's account with the identity they came back with.</summary>
public sealed class ConnectAuthority(ParticipationDbContext db, TimeProvider clock, ApplyAssurance apply, AuthorityList authorities, SecurityMails mails)
{
    /// <returns>The refusal, or null when both are connected. A second time changes nothing. A residence that does not count is no reason not to be connected.</returns>
    public async Task<Refusal?> ExecuteAsync(Account account, Arrival arrival, CancellationToken cancel)
    {
        var outcome = await TryAsync(account, arrival, cancel);
        if (outcome.Done && outcome.Value) await mails.AuthorityConnectedAsync(account, authorities.NameOf(arrival.Authority, arrival.Identity.Issuer), cancel);
        return outcome.Done ? await apply.ExecuteAsync(arrival.Identity, wanted: true, cancel) : outcome.Refusal;
    }

    /// <returns>Whether they were not connected before.</returns>
    private async Task<Outcome<bool>> TryAsync(Account account, Arrival arrival, CancellationToken cancel)
    {
        if (await FindAsync(account, arrival, cancel) is { } known) return known;
        var connected = ConnectedIdentity.Connect(arrival.Identity, arrival.Authority, account.Id, clock.GetUtcNow());
        db.Identities.Add(connected);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            // Somebody was faster; their row is visible now.
            db.Entry(connected).State = EntityState.Detached;
            return await FindAsync(account, arrival, cancel) ?? new ChangedMeanwhile();
        }
    }

    private async Task<Outcome<bool>?> FindAsync(Account account, Arrival arrival, CancellationToken cancel)
    {
        var (key, issuer) = (ConnectedIdentity.KeyOf(arrival.Identity), arrival.Identity.Issuer);
        var known = await db.Identities.AsNoTracking().Where(identity => identity.Key == key || (identity.AccountId == account.Id && identity.Issuer == issuer)).ToListAsync(cancel);
        if (known.Count == 0) return null;
        if (known.Exists(identity => identity.Key == key && identity.AccountId == account.Id)) return false;
        return known.Exists(identity => identity.Key == key) ? new IdentityHasOtherAccount() : new AuthorityIsConnected();
    }
}

/// <summary>The identity signs in to another account.</summary>
public sealed record IdentityHasOtherAccount : Refusal;

/// <summary>The account is connected with another identity of the same authority.</summary>
public sealed record AuthorityIsConnected : Refusal;
