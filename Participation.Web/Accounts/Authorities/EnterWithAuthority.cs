using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Web.Accounts.Factors;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Authorities;

/// <summary>What came of an arrival.</summary>
public enum EnterStep
{
    /// <summary>No account is connected with this identity.</summary>
    Unknown,

    /// <summary>The account's address is not confirmed yet.</summary>
    Unconfirmed,

    /// <summary>The account was blocked.</summary>
    Blocked,

    /// <summary>The account asks for a code, and what the authority did does not count as one.</summary>
    CodeNeeded,

    /// <summary>The person is signed in.</summary>
    SignedIn,
}

/// <summary>What came of an arrival, and why the residence that the authority confirmed does not count.</summary>
public sealed record Entered(EnterStep Step, Refusal? Residence = null);

/// <summary>Signs in whom an authority names, if an account is connected with exactly this identity. An e-mail address plays no part.</summary>
public sealed class EnterWithAuthority(ParticipationDbContext db, AccountSignIn signIn, PendingSignIn pending, ApplyAssurance apply, AuthoritySessions sessions)
{
    public async Task<Entered> ExecuteAsync(Arrival arrival, CancellationToken cancel)
    {
        var key = ConnectedIdentity.KeyOf(arrival.Identity);
        if (await db.Users.SingleOrDefaultAsync(candidate => db.Identities.Any(identity => identity.Key == key && identity.AccountId == candidate.Id), cancel) is not { } account) return new Entered(EnterStep.Unknown);
        if (!account.EmailConfirmed) return new Entered(EnterStep.Unconfirmed);
        if (!await signIn.CanSignInAsync(account)) return new Entered(EnterStep.Blocked);
        var residence = await apply.ExecuteAsync(arrival.Identity, wanted: false, cancel);
        if (account.TwoFactorEnabled && !arrival.HasSecondFactor)
        {
            await pending.BeginAsync(account, stay: false, SessionClaims.External, arrival.Identity.Level);
            return new Entered(EnterStep.CodeNeeded, residence);
        }

        // An authority that does not say when it asked may not have asked at all: nothing dangerous opens by that.
        await signIn.EnterAsync(account, stay: false, Methods(arrival), arrival.Identity.Level, arrival.ProvedAt ?? DateTimeOffset.UnixEpoch);
        await sessions.AttachAsync(arrival, cancel);
        return new Entered(EnterStep.SignedIn, residence);
    }

    /// <summary>As what an arrival counts.</summary>
    internal static string[] Methods(Arrival arrival) => arrival.HasSecondFactor ? [SessionClaims.External, SessionClaims.SecondFactor] : [SessionClaims.External];
}
