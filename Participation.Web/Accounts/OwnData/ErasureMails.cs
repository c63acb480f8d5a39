using System.Globalization;
using Participation.Domain.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.OwnData;

/// <summary>The mails about one's own data.</summary>
public sealed class ErasureMails(AccountMails mails, CityClock clock)
{
    /// <summary>The days to reconsider have begun.</summary>
    public Task RequestedAsync(Account account, CancellationToken cancel) =>
        mails.SendAsync(account, Links.EraseAccount, () => (OwnDataMailTexts.RequestedSubject, OwnDataMailTexts.RequestedText), cancel, Day(clock.Now.AddDays(Erasure.DaysToReconsider)));

    /// <summary>Only a few days are left.</summary>
    public Task ReminderAsync(Account account, DateTimeOffset due, CancellationToken cancel) =>
        mails.SendAsync(account, Links.EraseAccount, () => (OwnDataMailTexts.ReminderSubject, OwnDataMailTexts.ReminderText), cancel, Day(due));

    /// <summary>The account stays.</summary>
    public Task KeptAsync(Account account, CancellationToken cancel) =>
        mails.SendAsync(account, Links.Account, () => (OwnDataMailTexts.KeptSubject, OwnDataMailTexts.KeptText), cancel);

    /// <summary>Everything is erased; this is the last mail, and it names nobody.</summary>
    public Task ErasedAsync(Account account, CancellationToken cancel) =>
        mails.SendAsync(account, Links.Home, () => (OwnDataMailTexts.ErasedSubject, OwnDataMailTexts.ErasedText), cancel);

    /// <summary>The copy can be fetched.</summary>
    public Task ExportReadyAsync(Account account, DateTimeOffset until, CancellationToken cancel) =>
        mails.SendAsync(account, Links.OwnData, () => (OwnDataMailTexts.ExportSubject, OwnDataMailTexts.ExportText), cancel, Day(until));

    private string Day(DateTimeOffset instant) => clock.Local(instant).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
