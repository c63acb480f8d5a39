using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Web.Accounts.OpenId;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;

namespace Participation.Web.Accounts;

/// <summary>Sets a new password with the link from a mail. It ends every session, lifts a lock, and proves the mailbox.</summary>
public sealed class ResetPassword(ParticipationDbContext db, UserManager<Account> users, ConfirmAddress confirm, EndSessions end, RevokeTokens revoke, SecurityMails mails)
{
    /// <param name="accountId">Whose.</param>
    /// <param name="token">The sign in the mail's link.</param>
    /// <param name="password">The new password.</param>
    /// <param name="isOwn">Whether this very account is signed in, which sets its first password this way.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The refusal, or null when the password is set. A link works once.</returns>
    public async Task<Refusal?> ExecuteAsync(Guid accountId, string token, string password, bool isOwn, CancellationToken cancel)
    {
        var hash = users.PasswordHasher.HashPassword(new Account(), password);
        if (await users.FindByIdAsync(accountId.ToString()) is not { } account
            || !await users.VerifyUserTokenAsync(account, users.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, token))
        {
            return new LinkHasExpired();
        }

        await using var transaction = await db.BeginWriteAsync(cancel);
        // Whoever registered with an address that was not theirs, and had its owner confirm it, must not keep a way in once the owner takes the account over.
        if (!isOwn) await db.Identities.Where(identity => identity.AccountId == account.Id).ExecuteDeleteAsync(cancel);
        account.PasswordHash = hash;
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        await confirm.NoteAsync(account, cancel);
        // A new stamp voids this link and all cookies; a second reset at the same time meets the concurrency stamp.
        if (!(await users.UpdateSecurityStampAsync(account)).Succeeded) return new LinkHasExpired();
        await revoke.ExecuteAsync(account.PersonId, cancel);
        var ended = await end.DeleteOthersAsync(account.Id, null, cancel);
        await transaction.CommitAsync(cancel);
        end.Forget(ended);
        await mails.PasswordChangedAsync(account, cancel);
        return null;
    }
}
