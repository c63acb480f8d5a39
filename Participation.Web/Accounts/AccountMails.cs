using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Accounts;

/// <summary>The mails about an account, in its person's language.</summary>
public sealed class AccountMails(ParticipationDbContext db, UserManager<Account> users, Outbox outbox, SiteAddress site, IOptions<CityOptions> city, MailThrottle throttle)
{
    /// <summary>Asks to confirm the address.</summary>
    public async Task ConfirmAsync(Account account, string next, CancellationToken cancel)
    {
        var token = await users.GenerateEmailConfirmationTokenAsync(account);
        await SendAsync(account, Links.ConfirmAddress(account.Id, token, next), () => (AccountMailTexts.ConfirmSubject, AccountMailTexts.ConfirmText), cancel);
    }

    /// <summary>Asks again, if there is an unconfirmed account with this address; else nothing happens.</summary>
    public async Task ConfirmAgainAsync(string email, string next, CancellationToken cancel)
    {
        if (await users.FindByEmailAsync(email) is { EmailConfirmed: false } account && throttle.MaySend(account.Id)) await ConfirmAsync(account, next, cancel);
    }

    /// <summary>
    /// Tells an account that somebody registered its address again. It leads to a new password rather than to confirming:
    /// an account that was never confirmed may have been made, with a password of their own, by someone else.
    /// </summary>
    public Task KnownAddressAsync(string email, CancellationToken cancel) =>
        PasswordAsync(email, () => (AccountMailTexts.KnownSubject, AccountMailTexts.KnownText), cancel);

    /// <summary>
    /// Tells an account that somebody signed in at an authority that names its address without having checked it, and wanted to join with it.
    /// </summary>
    public Task KnownToAuthorityAsync(string email, string authority, CancellationToken cancel) =>
        PasswordAsync(email, () => (AccountMailTexts.AuthorityKnownSubject, AccountMailTexts.AuthorityKnownText), cancel, authority);

    /// <summary>Sends a link to set a new password, if there is an account with this address; else nothing happens.</summary>
    public Task ResetAsync(string email, CancellationToken cancel) =>
        PasswordAsync(email, () => (AccountMailTexts.ResetSubject, AccountMailTexts.ResetText), cancel);

    private async Task PasswordAsync(string email, Func<(string, string)> texts, CancellationToken cancel, params string[] more)
    {
        if (await users.FindByEmailAsync(email) is not { } account || !throttle.MaySend(account.Id)) return;
        var token = await users.GeneratePasswordResetTokenAsync(account);
        await SendAsync(account, Links.ResetPassword(account.Id, token), texts, cancel, more);
    }

    /// <summary>
    /// Sends a mail whose texts are formatted with the public name, the brand, a link, and more values. Until the address is confirmed anybody may have typed the name,
    /// so that a mail to a stranger would carry their message: then it says good day without it.
    /// </summary>
    internal async Task SendAsync(Account account, string path, Func<(string Subject, string Text)> texts, CancellationToken cancel, params string[] more)
    {
        var person = await db.People.AsNoTracking().SingleAsync(candidate => candidate.Id == account.PersonId, cancel);
        var (subject, text) = Languages.In(person.Language, texts);
        var brand = $"{city.Value.Brand} {city.Value.BrandPlace}";
        outbox.Enqueue(new Mail(account.Email!, string.Format(CultureInfo.InvariantCulture, subject, brand),
            string.Format(CultureInfo.InvariantCulture, text, [account.EmailConfirmed ? $" {person.DisplayName}" : "", brand, site.Of(path), .. more])));
    }
}
