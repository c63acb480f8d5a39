using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Authorities;

/// <summary>An identity signs in to an account no longer; every other session ends, because it may have come that way.</summary>
public sealed class DisconnectAuthority(ParticipationDbContext db, UserManager<Account> users, WaysIn ways, AccountSignIn signIn, EndSessions end, AuthorityList authorities, SecurityMails mails)
{
    /// <returns>The refusal, or null when it is disconnected.</returns>
    public async Task<Refusal?> ExecuteAsync(Account account, string key, CancellationToken cancel)
    {
        var identity = await db.Identities.SingleOrDefaultAsync(candidate => candidate.AccountId == account.Id && candidate.Key == key, cancel) ?? throw new NotFoundException();
        if (authorities.Find(identity.Authority) is not null && await ways.CountAsync(account, cancel) <= 1) return new LastWayIn();
        db.Identities.Remove(identity);
        // The account's concurrency stamp guards the count: of two that take away the last two ways at once, one fails.
        if (!(await users.UpdateSecurityStampAsync(account)).Succeeded) return new ChangedMeanwhile();
        await end.OthersAsync(account.Id, signIn.Context.User.Sid(), cancel);
        await signIn.RefreshSignInAsync(account);
        await mails.AuthorityDisconnectedAsync(account, authorities.NameOf(identity.Authority, identity.Issuer), cancel);
        return null;
    }
}
