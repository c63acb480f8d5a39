using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Accounts.OpenId;
using Participation.Web.Data;

namespace Participation.Web.Accounts;

/// <summary>Gives someone another role. The new security stamp makes it count within a minute, also in sessions that are open.</summary>
public sealed class AssignRole(ParticipationDbContext db, UserManager<Account> users, RevokeTokens revoke, TimeProvider clock)
{
    /// <param name="email">Whose.</param>
    /// <param name="role">The role.</param>
    /// <param name="actor">Who does it, or null for an operator on the machine.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Whether there is such an account.</returns>
    public async Task<bool> ExecuteAsync(string email, Role role, Actor? actor, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await users.FindByEmailAsync(email) is not { } account) return false;
        var person = await db.People.SingleAsync(candidate => candidate.Id == account.PersonId, cancel);
        person.Assign(role);
        db.AuditEntries.Add(AuditEntry.Of("person.role", Subject.Of(person.Id), actor?.Person, clock.GetUtcNow(), role.ToString()));
        await users.UpdateSecurityStampAsync(account);
        await revoke.ExecuteAsync(person.Id, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
