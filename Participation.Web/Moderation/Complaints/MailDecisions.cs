using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Complaints;

/// <summary>
/// Tells authors by e-mail that something of theirs was restricted (Digital Services Act, Art. 17(2)): once, when it cannot be undone any more, and without
/// saying what it is about; that stands behind the link. One node at a time; what was taken up by one that died is not sent twice.
/// </summary>
public sealed class MailDecisions(ParticipationDbContext db, Outbox outbox, SiteAddress site, IOptions<CityOptions> city, TimeProvider clock)
{
    /// <summary>Most mails to one author in a day; a wave of decisions fills the inbox on the site, not the one at home.</summary>
    public const int MostPerDay = 5;

    private const string Work = "decision-mails";
    private const int Batch = 100;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly List<Measure> Restricting = [.. Enum.GetValues<Measure>().Where(Decision.Restricts)];
    private readonly string _holder = DecisionId.New(clock.GetUtcNow()).Value.ToString("N");

    /// <returns>How many decisions were taken up.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancel)
    {
        if (!await db.TakeLeaseAsync(Work, _holder, clock.GetUtcNow(), Lease, cancel)) return 0;
        var now = clock.GetUtcNow();
        var (since, until) = (now - Day, now - Decision.CertainAfter);
        var due = await (
            from decision in db.Decisions.AsNoTracking()
            where decision.DecidedAt > since && decision.DecidedAt <= until && decision.Ground != Ground.Imported && Restricting.Contains(decision.Measure) && !db.DecisionMails.Any(mail => mail.DecisionId == decision.Id)
            join account in db.Users on decision.AuthorId equals account.PersonId into accounts
            from account in accounts.DefaultIfEmpty()
            orderby decision.Number
            select new DueMail(decision.Id, decision.Number, decision.AuthorId, account != null && account.EmailConfirmed ? account.Email : null)).Take(Batch).ToListAsync(cancel);
        var sent = await SentAsync([.. due.Select(mail => mail.Author).Distinct()], since, cancel);
        List<DueMail> told = [];
        foreach (var mail in due)
        {
            var sends = mail.Address is not null && sent.GetValueOrDefault(mail.Author) < MostPerDay;
            db.DecisionMails.Add(DecisionMail.Of(mail.Decision, now, sends));
            if (!sends) continue;
            sent[mail.Author] = sent.GetValueOrDefault(mail.Author) + 1;
            told.Add(mail);
        }

        await db.SaveChangesAsync(cancel);
        foreach (var mail in told) outbox.Enqueue(Written(mail));
        await db.TakeLeaseAsync(Work, _holder, clock.GetUtcNow(), -TimeSpan.FromSeconds(1), cancel);
        return due.Count;
    }

    private Task<Dictionary<PersonId, int>> SentAsync(List<PersonId> authors, DateTimeOffset since, CancellationToken cancel) => (
        from mail in db.DecisionMails
        join decision in db.Decisions on mail.DecisionId equals decision.Id
        where mail.Sent && mail.At > since && authors.Contains(decision.AuthorId)
        group mail by decision.AuthorId into ofAuthor
        select new { ofAuthor.Key, Count = ofAuthor.Count() }).ToDictionaryAsync(ofAuthor => ofAuthor.Key, ofAuthor => ofAuthor.Count, cancel);

    private Mail Written(DueMail mail) => new(mail.Address!,
        ContentLanguage.Say(ComplaintsTexts.ResourceManager, nameof(ComplaintsTexts.MailSubject), mail.Number),
        ContentLanguage.Say(ComplaintsTexts.ResourceManager, nameof(ComplaintsTexts.MailText), $"{city.Value.Brand} {city.Value.BrandPlace}", mail.Number, site.Of(Links.Decision(mail.Number)), Complaint.Months));

    private sealed record DueMail(DecisionId Decision, int Number, PersonId Author, string? Address);
}

/// <summary>Does so every minute.</summary>
internal sealed class DecisionMailRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DecisionMailRounds> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync<MailDecisions>(Pace, scopes, clock, log, mails => mails.ExecuteAsync(stoppingToken), stoppingToken);
}
