using Microsoft.AspNetCore.Identity;
using Participation.Domain;
using Participation.Web.Accounts.Sessions;

namespace Participation.Web.Accounts.Factors;

/// <summary>A signed-in person proves once more who they are: with the password, and with a code where codes are on.</summary>
public sealed class ProveYourself(UserManager<Account> users, SignInAttempts attempts, CodeCheck codes, AccountSignIn signIn)
{
    /// <returns>The refusal, or null. Wrong tries count as on the sign-in page.</returns>
    public async Task<Refusal?> ExecuteAsync(Account account, string password, string code, CancellationToken cancel)
    {
        if (!await attempts.TakeAsync(account.Id, cancel)) return new WrongPassword();
        if (account.PasswordHash is null || !await users.CheckPasswordAsync(account, password)) return new WrongPassword();
        if (account.TwoFactorEnabled && !await codes.UseAsync(account, code, cancel)) return new WrongCode();
        await attempts.ForgetAsync(account.Id, cancel);
        await signIn.ProveAsync(account, account.TwoFactorEnabled ? [SessionClaims.Password, SessionClaims.Code] : [SessionClaims.Password]);
        return null;
    }
}
