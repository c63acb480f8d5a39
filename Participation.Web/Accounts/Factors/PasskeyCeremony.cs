using Microsoft.AspNetCore.Identity;
using Participation.Web.Accounts.Sessions;

namespace Participation.Web.Accounts.Factors;

/// <summary>Reads what a browser answers with a passkey. An answer that nobody asked for, or that does not fit, is no answer.</summary>
public sealed class PasskeyCeremony(AccountSignIn signIn, UserManager<Account> users)
{
    /// <summary>Longest answer that is read, in characters.</summary>
    public const int MaxLength = 20_000;

    /// <summary>What the browser is asked to make a passkey for an account.</summary>
    public Task<string> OfferAsync(Account account, string name) =>
        signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email ?? name, DisplayName = name });

    /// <summary>What the browser is asked to sign in with a passkey: any of this site, or one of an account's.</summary>
    public Task<string> AskAsync(Account? account) => signIn.MakePasskeyRequestOptionsAsync(account!);

    /// <summary>A new passkey of this account, or null.</summary>
    public async Task<UserPasskeyInfo?> MadeAsync(Account account, string answer)
    {
        if (answer.Length is 0 or > MaxLength) return null;
        try
        {
            var result = await signIn.PerformPasskeyAttestationAsync(answer);
            return result.Succeeded && result.UserEntity.Id == account.Id.ToString() && result.Passkey.IsUserVerified ? result.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            return null; // Nothing was asked, or too long ago.
        }
    }

    /// <summary>Whose passkey answered, or null. The use is written down, so that a copied passkey is noticed by its counter.</summary>
    public async Task<Account?> UsedAsync(string answer)
    {
        if (answer.Length is 0 or > MaxLength) return null;
        try
        {
            var result = await signIn.PerformPasskeyAssertionAsync(answer);
            if (!result.Succeeded || !result.Passkey.IsUserVerified || !await signIn.CanSignInAsync(result.User) || await users.IsLockedOutAsync(result.User)) return null;
            return (await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded ? result.User : null;
        }
        catch (InvalidOperationException)
        {
            return null; // Nothing was asked, or too long ago.
        }
    }
}
