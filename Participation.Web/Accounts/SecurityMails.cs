using System.Globalization;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Demo;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts;

/// <summary>Tells people by mail what changed about the safety of their account, so that they notice what they did not do themselves.</summary>
public sealed class SecurityMails(AccountMails mails, CityClock clock, DemoState demo)
{
    /// <summary>Somebody signed in from a browser in which the account was never used.</summary>
    public Task NewDeviceAsync(Account account, string userAgent, CancellationToken cancel) =>
        SendAsync(account, () => (AccountMailTexts.DeviceSubject, AccountMailTexts.DeviceText.Replace("{3}", Device.InWords(userAgent), StringComparison.Ordinal)), "", cancel);

    /// <summary>The password was changed or set anew.</summary>
    public Task PasswordChangedAsync(Account account, CancellationToken cancel) =>
        SendAsync(account, () => (AccountMailTexts.PasswordSubject, AccountMailTexts.PasswordText), "", cancel);

    /// <summary>Codes are asked for from now on.</summary>
    public Task CodesOnAsync(Account account, CancellationToken cancel) => SendAsync(account, () => (AccountMailTexts.CodesOnSubject, AccountMailTexts.CodesOnText), "", cancel);

    /// <summary>Codes are no longer asked for.</summary>
    public Task CodesOffAsync(Account account, CancellationToken cancel) => SendAsync(account, () => (AccountMailTexts.CodesOffSubject, AccountMailTexts.CodesOffText), "", cancel);

    /// <summary>A passkey was added.</summary>
    public Task PasskeyAddedAsync(Account account, string name, CancellationToken cancel) => SendAsync(account, () => (AccountMailTexts.PasskeyAddedSubject, AccountMailTexts.PasskeyAddedText), name, cancel);

    /// <summary>A passkey was removed.</summary>
    public Task PasskeyRemovedAsync(Account account, string name, CancellationToken cancel) => SendAsync(account, () => (AccountMailTexts.PasskeyRemovedSubject, AccountMailTexts.PasskeyRemovedText), name, cancel);

    /// <summary>An authority signs in to the account from now on.</summary>
    public Task AuthorityConnectedAsync(Account account, string name, CancellationToken cancel) => SendAsync(account, () => (AccountMailTexts.AuthorityConnectedSubject, AccountMailTexts.AuthorityConnectedText), name, cancel);

    /// <summary>An authority signs in to the account no longer.</summary>
    public Task AuthorityDisconnectedAsync(Account account, string name, CancellationToken cancel) => SendAsync(account, () => (AccountMailTexts.AuthorityDisconnectedSubject, AccountMailTexts.AuthorityDisconnectedText), name, cancel);

    /// <summary>The texts are formatted with name, brand, link to the sessions, what it is about, and when.</summary>
    private async Task SendAsync(Account account, Func<(string, string)> texts, string what, CancellationToken cancel)
    {
        // Everybody is everybody in the demo city; nobody reads its mailboxes.
        if (demo.IsLoaded && DemoAccounts.All.Any(one => string.Equals(one.Email, account.Email, StringComparison.OrdinalIgnoreCase))) return;
        await mails.SendAsync(account, Links.Sessions, texts, cancel, what, clock.Local(clock.Now).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture));
    }
}
