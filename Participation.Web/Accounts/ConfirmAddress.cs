using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts;

/// <summary>Someone followed the link in a mail: the mailbox is theirs.</summary>
public sealed class ConfirmAddress(ParticipationDbContext db, UserManager<Account> users)
{
    /// <returns>The refusal, or null when the address is confirmed. The same link twice is fine.</returns>
    public async Task<Refusal?> ExecuteAsync(Guid accountId, string token, CancellationToken cancel)
    {
        // Outside the transaction: checking a token may write a key with a connection of its own.
        if (await users.FindByIdAsync(accountId.ToString()) is not { } account
            || !await users.VerifyUserTokenAsync(account, users.Options.Tokens.EmailConfirmationTokenProvider, UserManager<Account>.ConfirmEmailTokenPurpose, token))
        {
            return new LinkHasExpired();
        }

        await using var transaction = await db.BeginWriteAsync(cancel);
        await NoteAsync(account, cancel);
        if (!(await users.UpdateAsync(account)).Succeeded) return new LinkHasExpired();
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Notes that the mailbox is proven, and what was declared until then. The caller saves the account.</summary>
    internal async Task NoteAsync(Account account, CancellationToken cancel)
    {
        account.EmailConfirmed = true;
        var person = await db.People.SingleAsync(candidate => candidate.Id == account.PersonId, cancel);
        var declared = await db.UserClaims.Where(claim => claim.UserId == account.Id && claim.ClaimType == CreatePerson.DeclaredClaim).ToListAsync(cancel);
        person.Confirm(declared.Count > 0 ? Verification.SelfDeclaredResident : Verification.Email);
        db.UserClaims.RemoveRange(declared);
    }
}
