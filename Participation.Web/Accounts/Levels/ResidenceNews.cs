using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Web.Data;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Levels;

/// <summary>Tells people that their residence was confirmed, so that they notice what they did not do themselves.</summary>
public sealed class ResidenceNews(ParticipationDbContext db, Notifier notifier, AccountMails mails)
{
    /// <summary>Puts it into the inbox, in the transaction of the change.</summary>
    public Task TellAsync(PersonId person, DateTimeOffset now, CancellationToken cancel) =>
        notifier.TellAsync(person, new Happening(NotificationKind.ResidenceConfirmed, 0, "", $"{NotificationKind.ResidenceConfirmed}-{now.UtcTicks}"), now, cancel);

    /// <summary>Writes a mail, if there is an address.</summary>
    public async Task MailAsync(PersonId person, ResidenceMethod method, CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.PersonId == person, cancel) is not { Email.Length: > 0, EmailConfirmed: true } account) return;
        await mails.SendAsync(account, Links.Residence, () => (AccountMailTexts.ResidenceSubject, AccountMailTexts.ResidenceText.Replace("{3}", LevelWords.Of(method), StringComparison.Ordinal)), cancel);
    }
}
