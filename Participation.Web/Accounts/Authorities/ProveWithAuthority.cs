using Microsoft.EntityFrameworkCore;
using Participation.Web.Accounts.Factors;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Authorities;

/// <summary>What came of proving oneself at an authority.</summary>
public enum ProofStep
{
    /// <summary>Somebody else came back, or the authority did not ask anew.</summary>
    NotProven,

    /// <summary>The account asks for a code too.</summary>
    CodeNeeded,

    /// <summary>It counts as a fresh sign-in.</summary>
    Proven,
}

/// <summary>A signed-in person proves once more who they are, at the authority that their account is connected with.</summary>
public sealed class ProveWithAuthority(ParticipationDbContext db, AccountSignIn signIn, PendingSignIn pending, TimeProvider clock)
{
    /// <summary>How long ago the authority may have asked: as long as the way back takes, clocks that differ included.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(3);

    public async Task<ProofStep> ExecuteAsync(Account account, Arrival arrival, CancellationToken cancel)
    {
        var key = ConnectedIdentity.KeyOf(arrival.Identity);
        if (arrival.ProvedAt is not { } at || (clock.GetUtcNow() - at).Duration() > Recent) return ProofStep.NotProven;
        if (!await db.Identities.AnyAsync(identity => identity.Key == key && identity.AccountId == account.Id, cancel)) return ProofStep.NotProven;
        if (account.TwoFactorEnabled && !arrival.HasSecondFactor)
        {
            await pending.BeginAsync(account, stay: false, SessionClaims.External, arrival.Identity.Level);
            return ProofStep.CodeNeeded;
        }

        await signIn.ProveAsync(account, EnterWithAuthority.Methods(arrival));
        return ProofStep.Proven;
    }
}
