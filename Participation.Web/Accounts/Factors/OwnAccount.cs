using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Factors;

/// <summary>How the signed-in person's account is protected.</summary>
public sealed class OwnAccount(ParticipationDbContext db, UserManager<Account> users, StaffFactor staff)
{
    /// <summary>The account, tracked.</summary>
    public Task<Account> LoadAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        var person = user.Actor().Person;
        return db.Users.SingleAsync(account => account.PersonId == person, cancel);
    }

    /// <summary>What can be asked of the person.</summary>
    public async Task<Protection> ProtectionAsync(Account account, CancellationToken cancel)
    {
        var role = await db.People.Where(person => person.Id == account.PersonId).Select(person => person.Role).SingleAsync(cancel);
        var passkeys = (await users.GetPasskeysAsync(account)).Count;
        var left = account.TwoFactorEnabled ? await db.RecoveryCodes.CountAsync(code => code.AccountId == account.Id, cancel) : 0;
        return new Protection(account.PasswordHash is not null, account.TwoFactorEnabled, left, passkeys, staff.IsNeededFor(role));
    }
}

/// <summary>How an account is protected.</summary>
/// <param name="HasPassword">Whether there is a password.</param>
/// <param name="HasCodes">Whether codes of an app are asked for.</param>
/// <param name="RecoveryCodes">How many recovery codes are left.</param>
/// <param name="Passkeys">How many passkeys there are.</param>
/// <param name="NeedsSecondFactor">Whether the role needs a second factor here.</param>
public sealed record Protection(bool HasPassword, bool HasCodes, int RecoveryCodes, int Passkeys, bool NeedsSecondFactor)
{
    /// <summary>
    /// Whether a password alone is too little to change factors: else whoever knows it would put a factor of their own
    /// beside the one that is to protect the account.
    /// </summary>
    public bool ChangeNeedsFactor => HasCodes || (NeedsSecondFactor && Passkeys > 0);

    /// <summary>Whether a session may change factors.</summary>
    public bool MayChange(ClaimsPrincipal user) => !ChangeNeedsFactor || user.HasSecondFactor();
}
