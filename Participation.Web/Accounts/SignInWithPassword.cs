using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Participation.Web.Accounts;

/// <summary>Signs someone in. Unknown, unconfirmed, locked and wrong are one answer after the same work.</summary>
public sealed class SignInWithPassword(UserManager<Account> users, SignInManager<Account> signIn, SignInAttempts attempts)
{
    /// <summary>Hashed once, to spend the same time on an address without account.</summary>
    private static readonly string Decoy = new PasswordHasher<Account>().HashPassword(new Account(), nameof(Decoy));

    /// <returns>Whether the person is signed in now.</returns>
    public async Task<bool> ExecuteAsync(string email, string password, bool stay, CancellationToken cancel)
    {
        var account = await users.FindByEmailAsync(email);
        var hasTry = await attempts.TakeAsync(account?.Id ?? Guid.Empty, cancel);
        if (account is null || !hasTry)
        {
            users.PasswordHasher.VerifyHashedPassword(account ?? new Account(), Decoy, password);
            return false;
        }

        if (!await users.CheckPasswordAsync(account, password) || !account.EmailConfirmed) return false;
        await attempts.ForgetAsync(account.Id, cancel);
        await signIn.SignInAsync(account, new AuthenticationProperties { IsPersistent = stay });
        return true;
    }
}
