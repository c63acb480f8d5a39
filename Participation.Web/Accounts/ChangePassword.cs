using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.OpenId;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;

namespace Participation.Web.Accounts;

/// <summary>Changes one's own password; every other session ends, this one goes on.</summary>
public sealed class ChangePassword(ParticipationDbContext db, UserManager<Account> users, AccountSignIn signIn, SignInAttempts attempts, EndSessions end, RevokeTokens revoke, SecurityMails mails)
{
    /// <returns>The refusal, or null when it is changed. Wrong tries count as on the sign-in page.</returns>
    public async Task<Refusal?> ExecuteAsync(string current, string wanted, Actor actor, CancellationToken cancel)
    {
        var id = await db.Users.Where(account => account.PersonId == actor.Person).Select(account => account.Id).SingleAsync(cancel);
        if (!await attempts.TakeAsync(id, cancel)) return new WrongPassword();
        var account = await db.Users.SingleAsync(candidate => candidate.Id == id, cancel);
        if (!await users.CheckPasswordAsync(account, current)) return new WrongPassword();
        account.PasswordHash = users.PasswordHasher.HashPassword(account, wanted);
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        IReadOnlyList<string> ended;
        await using (var transaction = await db.BeginWriteAsync(cancel))
        {
            if (!(await users.UpdateSecurityStampAsync(account)).Succeeded) return new ChangedMeanwhile();
            await revoke.ExecuteAsync(account.PersonId, cancel);
            ended = await end.DeleteOthersAsync(account.Id, signIn.Context.User.Sid(), cancel);
            await transaction.CommitAsync(cancel);
        }

        end.Forget(ended);
        await signIn.RefreshSignInAsync(account);
        await mails.PasswordChangedAsync(account, cancel);
        return null;
    }
}
