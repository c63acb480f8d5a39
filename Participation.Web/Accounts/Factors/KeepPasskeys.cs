using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Participation.Domain;
using Participation.Web.Accounts.Authorities;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Factors;

/// <summary>Adds passkeys to one's account and removes them.</summary>
public sealed class KeepPasskeys(PasskeyCeremony passkeys, UserManager<Account> users, AccountSignIn signIn, SecurityMails mails, WaysIn ways)
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

    /// <returns>The refusal, or null when it is removed.</returns>
    public async Task<Refusal?> RemoveAsync(Account account, string id, CancellationToken cancel)
    {
        if ((await users.GetPasskeysAsync(account)).FirstOrDefault(one => WebEncoders.Base64UrlEncode(one.CredentialId) == id) is not { } passkey) throw new NotFoundException();
        if (await ways.CountAsync(account, cancel) <= 1) return new LastWayIn();
        if (!(await users.RemovePasskeyAsync(account, passkey.CredentialId)).Succeeded) return new ChangedMeanwhile();
        await mails.PasskeyRemovedAsync(account, passkey.Name ?? "", cancel);
        return null;
    }
}

/// <summary>An account has as many passkeys as one may have.</summary>
public sealed record TooManyPasskeys(int Most) : Refusal;
