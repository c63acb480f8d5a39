using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Accounts.OpenId;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Factors;

/// <summary>
/// Takes all second factors off an account whose person lost them; an operator does it on the machine, after making sure who asks.
/// </summary>
public sealed class ResetFactors(ParticipationDbContext db, UserManager<Account> users, EndSessions end, RevokeTokens revoke, SecurityMails mails, TimeProvider clock)
{
    /// <returns>Whether there is such an account.</returns>
    public async Task<bool> ExecuteAsync(string email, CancellationToken cancel)
    {
        if (await users.FindByEmailAsync(email) is not { } account) return false;
        IReadOnlyList<string> ended;
        await using (var transaction = await db.BeginWriteAsync(cancel))
        {
            (account.CodeSecret, account.TwoFactorEnabled) = (null, false);
            await db.RecoveryCodes.Where(code => code.AccountId == account.Id).ExecuteDeleteAsync(cancel);
            foreach (var passkey in await users.GetPasskeysAsync(account)) await users.RemovePasskeyAsync(account, passkey.CredentialId);
            db.AuditEntries.Add(AuditEntry.Of("person.factors", Subject.Of(account.PersonId), null, clock.GetUtcNow()));
            await users.UpdateSecurityStampAsync(account);
            await revoke.ExecuteAsync(account.PersonId, cancel);
            ended = await end.DeleteOthersAsync(account.Id, null, cancel);
            await transaction.CommitAsync(cancel);
        }

        end.Forget(ended);
        await mails.CodesOffAsync(account, cancel);
        return true;
    }
}
