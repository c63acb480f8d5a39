using Microsoft.AspNetCore.Identity;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Accounts.OpenId;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;

namespace Participation.Web.Accounts;

/// <summary>Shuts someone out, or lets them in again. Every session and every token of theirs ends; a new password does not open the account.</summary>
public sealed class BlockPerson(ParticipationDbContext db, UserManager<Account> users, EndSessions end, RevokeTokens revoke, TimeProvider clock)
{
    /// <param name="email">Whose account.</param>
    /// <param name="blocked">Whether it is to be blocked. A second time changes nothing.</param>
    /// <param name="actor">Who does it, or null for an operator on the machine.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Whether there is such an account.</returns>
    public async Task<bool> ExecuteAsync(string email, bool blocked, Actor? actor, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await users.FindByEmailAsync(email) is not { } account) return false;
        if (blocked == account.BlockedAt is not null) return true;
        account.BlockedAt = blocked ? clock.GetUtcNow() : null;
        db.AuditEntries.Add(AuditEntry.Of(blocked ? "person.block" : "person.unblock", Subject.Of(account.PersonId), actor?.Person, clock.GetUtcNow()));
        await users.UpdateSecurityStampAsync(account);
        await revoke.ExecuteAsync(account.PersonId, cancel);
        var ended = await end.DeleteOthersAsync(account.Id, null, cancel);
        await transaction.CommitAsync(cancel);
        end.Forget(ended);
        return true;
    }
}
