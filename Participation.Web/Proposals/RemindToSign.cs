using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>
/// Reminds the owners of organisations that have not signed, a few days before the last day and when it is over; then the lead is told too, because it can
/// give more time or give up. In the inbox and by e-mail, once each: what was told stands in the same transaction, under the lock of the proposal. A node
/// that dies between the two has told the inbox and sends no mail.
/// </summary>
public sealed class RemindToSign(ParticipationDbContext db, Changes changes, Notifier notifier, Outbox outbox, SiteAddress site, IOptions<CityOptions> city, CityClock clock)
{
    private const string Work = "sign-reminders";
    private const int Batch = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private readonly string _holder = ProposalId.New(clock.Now).Value.ToString("N");

    /// <returns>How many proposals were reminded of.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancel)
    {
        if (!await db.TakeLeaseAsync(Work, _holder, clock.Now, Lease, cancel)) return 0;
        var (today, near) = (clock.Today, clock.Today.AddDays(Proposal.RemindDaysBefore));
        var due = await db.Proposals.AsNoTracking()
            .Where(proposal => proposal.Status == ProposalStatus.SignOff && proposal.SignBy <= near
                && !db.SignReminders.Any(told => told.ProposalId == proposal.Id && told.Round == proposal.Round && told.SignBy == proposal.SignBy && (told.Kind == SignReminderKind.Over || proposal.SignBy >= today)))
            .OrderBy(proposal => proposal.SignBy).Select(proposal => proposal.Number).Take(Batch).ToListAsync(cancel);
        var reminded = 0;
        foreach (var number in due) reminded += await RemindAsync(number, cancel) ? 1 : 0;
        await db.TakeLeaseAsync(Work, _holder, clock.Now, -TimeSpan.FromSeconds(1), cancel);
        return reminded;
    }

    private async Task<bool> RemindAsync(int number, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Proposal(number)], cancel);
        var proposal = await db.Proposals.AsNoTracking().AsSplitQuery().Include(p => p.Authors).Include(p => p.SignOffs).SingleAsync(p => p.Number == number, cancel);
        if (proposal.ReminderOn(clock.Today) is not { } kind || proposal.SignBy is not { } last) return false;
        if (await db.SignReminders.AnyAsync(told => told.ProposalId == proposal.Id && told.Round == proposal.Round && told.SignBy == last && told.Kind == kind, cancel)) return false;
        db.SignReminders.Add(SignReminder.Of(proposal, last, kind, change.Now));
        var organisations = proposal.Awaited.Select(author => author.OrganisationId).ToList();
        if (kind is SignReminderKind.Over) organisations.Add(proposal.Lead);
        var owners = await OwnersAsync(organisations, cancel);
        var happening = Told(proposal, last, kind);
        await notifier.TellEachAsync([.. owners.Select(owner => (owner.Owner, happening))], change.Now, cancel);
        foreach (var address in owners.Select(owner => owner.Address).OfType<string>()) change.Then(() => outbox.Enqueue(Written(proposal, last, kind, address)));

        // Pages of visitors say that the day is over.
        change.Evict(CacheTags.Proposals);
        await change.CommitAsync(cancel);
        return true;
    }

    private async Task<List<(PersonId Owner, string? Address)>> OwnersAsync(List<OrganisationId> organisations, CancellationToken cancel)
    {
        var owners = await db.Memberships.Where(membership => organisations.Contains(membership.OrganisationId) && membership.Role == MembershipRole.Owner).Select(membership => membership.PersonId).Distinct().ToListAsync(cancel);
        var addresses = await db.Users.Where(account => owners.Contains(account.PersonId) && account.EmailConfirmed).Select(account => new { account.PersonId, account.Email }).ToDictionaryAsync(account => account.PersonId, account => account.Email, cancel);
        return [.. owners.Select(owner => (owner, addresses.GetValueOrDefault(owner)))];
    }

    private static Happening Told(Proposal proposal, DateOnly last, SignReminderKind kind)
    {
        var day = last.ToString(InboxText.DayFormat, CultureInfo.InvariantCulture);
        return new Happening(
            kind is SignReminderKind.Soon ? NotificationKind.ProposalSignSoon : NotificationKind.ProposalSignOver, 0, proposal.Title,
            $"proposal-{proposal.Number}-{kind}-{proposal.Round}-{day}", Detail: day, CaseNumber: proposal.Number);
    }

    /// <summary>In the language in which people write here, as all mails to several people are.</summary>
    private Mail Written(Proposal proposal, DateOnly last, SignReminderKind kind, string address)
    {
        var day = last.ToString(ContentLanguage.Say(SharedTexts.ResourceManager, nameof(SharedTexts.DateFormat)), CultureInfo.GetCultureInfo(Languages.All[0]));
        var text = kind is SignReminderKind.Soon ? nameof(ProposalsTexts.SignSoonMail) : nameof(ProposalsTexts.SignOverMail);
        return new Mail(address,
            ContentLanguage.Say(ProposalsTexts.ResourceManager, kind is SignReminderKind.Soon ? nameof(ProposalsTexts.SignSoonSubject) : nameof(ProposalsTexts.SignOverSubject), proposal.Number),
            ContentLanguage.Say(ProposalsTexts.ResourceManager, text, proposal.Title, day, site.Of(Links.SignProposal(proposal.Number)), $"{city.Value.Brand} {city.Value.BrandPlace}"));
    }
}

/// <summary>Does so every ten minutes.</summary>
internal sealed class SignReminderRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SignReminderRounds> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync<RemindToSign>(Pace, scopes, clock, log, remind => remind.ExecuteAsync(stoppingToken), stoppingToken);
}
