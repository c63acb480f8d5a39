using Microsoft.AspNetCore.Identity;
using Participation.Web.Accounts.Authorities;
using Participation.Web.Accounts.Factors;
using Participation.Web.Accounts.Sessions;

namespace Participation.Web.Accounts;

/// <summary>What came of a password.</summary>
public enum PasswordStep
{
    /// <summary>Unknown, unconfirmed, locked, blocked or wrong: nobody learns which.</summary>
    Refused,

    /// <summary>It was right, and a code is owed.</summary>
    CodeNeeded,

    /// <summary>The person is signed in.</summary>
    SignedIn,
}

/// <summary>Signs someone in. Unknown, unconfirmed, locked and wrong are one answer after the same work.</summary>
public sealed class SignInWithPassword(UserManager<Account> users, AccountSignIn signIn, SignInAttempts attempts, PendingSignIn pending, WaysIn ways)
{
    /// <summary>Hashed once, to spend the same time on an address without account.</summary>
    private static readonly string Decoy = new PasswordHasher<Account>().HashPassword(new Account(), nameof(Decoy));

    public async Task<PasswordStep> ExecuteAsync(string email, string password, bool stay, CancellationToken cancel)
    {
        var account = await users.FindByEmailAsync(email);
        var hasTry = await attempts.TakeAsync(account?.Id ?? Guid.Empty, cancel);
        if (account?.PasswordHash is null || !hasTry)
        {
            users.PasswordHasher.VerifyHashedPassword(account ?? new Account(), Decoy, password);
            return PasswordStep.Refused;
        }

        if (!await users.CheckPasswordAsync(account, password) || !await signIn.CanSignInAsync(account) || !await ways.MayUsePasswordAsync(account, cancel)) return PasswordStep.Refused;
        if (account.TwoFactorEnabled)
        {
            // The tries stay taken until the code is right too: else each password would bring new guesses at the code.
            await pending.BeginAsync(account, stay);
            return PasswordStep.CodeNeeded;
        }

        await attempts.ForgetAsync(account.Id, cancel);
        await signIn.EnterAsync(account, stay, SessionClaims.Password);
        return PasswordStep.SignedIn;
    }
}
