using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Participation.Domain;
using Participation.Web.Accounts.Sessions;

namespace Participation.Web.Accounts.Factors;

/// <summary>Adds passkeys to one's account and removes them.</summary>
public sealed class KeepPasskeys(PasskeyCeremony passkeys, UserManager<Account> users, AccountSignIn signIn, SecurityMails mails)
{
    /// <summary>Longest name of a passkey, in characters.</summary>
    public const int NameMaxLength = 60;

    /// <summary>Most passkeys of one account.</summary>
    public const int Most = 20;

    /// <returns>The refusal, or null when it is kept.</returns>
    public async Task<Refusal?> AddAsync(Account account, string name, string answer, CancellationToken cancel)
    {
        if ((await users.GetPasskeysAsync(account)).Count >= Most) return new TooManyPasskeys(Most);
        if (await passkeys.MadeAsync(account, answer) is not { } passkey) return new WrongPasskey();
        passkey.Name = name;
        if (!(await users.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded) return new ChangedMeanwhile();
        await signIn.ProveAsync(account, SessionClaims.Key);
        await mails.PasskeyAddedAsync(account, name, cancel);
        return null;
    }

    /// <returns>Whether there was one with this id among one's own.</returns>
    public async Task<bool> RemoveAsync(Account account, string id, CancellationToken cancel)
    {
        if ((await users.GetPasskeysAsync(account)).FirstOrDefault(one => WebEncoders.Base64UrlEncode(one.CredentialId) == id) is not { } passkey) return false;
        if (!(await users.RemovePasskeyAsync(account, passkey.CredentialId)).Succeeded) return false;
        await mails.PasskeyRemovedAsync(account, passkey.Name ?? "", cancel);
        return true;
    }
}

/// <summary>An account has as many passkeys as one may have.</summary>
public sealed record TooManyPasskeys(int Most) : Refusal;
