using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Tests.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Proposals;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals;

/// <summary>Who has not signed is reminded once before the last day and once after it; then the lead gives more time or gives up.</summary>
public sealed class RemindToSignTests
{
    private const string PartnerMail = "werke@example.org";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Owners_who_have_not_signed_are_told_once_before_the_last_day_and_once_after_it(string database)
    {
        var clock = new FakeTimeProvider(A.Moment);
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var given = await site.ProposalAsync();
        await AccountAsync(site, given.Partner, PartnerMail);
        var last = Today(site).AddDays(10);
        Assert.Null(await given.FreezeAsync(last));
        Assert.Null(await given.SignAsync(given.Lead, given.City));
        Assert.Equal(0, await RoundAsync(site));

        clock.Advance(TimeSpan.FromDays(7));
        await UntilAsync(site, 1);
        Assert.Equal((0, 0), (await RoundAsync(site), await RoundAsync(site)));
        Assert.Equal([NotificationKind.ProposalSignSoon], await ToldAsync(site, given.Partner));
        Assert.Empty(await ToldAsync(site, given.Lead));
        var mail = Assert.Single(await new Mailbox(site).WaitAsync(PartnerMail));
        Assert.Contains(Links.SignProposal(given.Number), mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Sichere Radwege", mail.TextBody, StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromDays(4));
        await UntilAsync(site, 2);
        Assert.Equal(0, await RoundAsync(site));
        Assert.Equal([NotificationKind.ProposalSignSoon, NotificationKind.ProposalSignOver], await ToldAsync(site, given.Partner));
        Assert.Equal([NotificationKind.ProposalSignOver], await ToldAsync(site, given.Lead));
        var inbox = await (await Browsing.AsAsync(site, given.Partner)).GetAsync(Links.Inbox);
        Assert.Contains(last.ToString("d. MMMM yyyy", CultureInfo.GetCultureInfo("de-DE")), inbox.Body!.TextContent, StringComparison.Ordinal);

        // Nobody signs after the last day; with more time they do, and the new last day has reminders of its own.
        Assert.IsType<TimeToSignIsOver>(await given.SignAsync(given.Partner, given.Works));
        var page = await (await Browsing.AsAsync(site, given.Lead)).GetAsync(Links.SignProposal(given.Number));
        Assert.Contains("WERKE", page.QuerySelector("#frist-vorbei")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#zeichnen"));
        Assert.IsType<NotAllowed>(await given.ExtendAsync(given.Partner, Today(site).AddDays(5)));
        Assert.IsType<WrongDayToSign>(await given.ExtendAsync(given.Lead, Today(site)));
        Assert.Null(await given.ExtendAsync(given.Lead, Today(site).AddDays(1)));
        Assert.IsType<DayToSignMustBeLater>(await given.ExtendAsync(given.Lead, Today(site).AddDays(1)));
        Assert.Equal(0, await RoundAsync(site));
        clock.Advance(TimeSpan.FromDays(1));
        await UntilAsync(site, 3);
        Assert.Null(await given.SignAsync(given.Partner, given.Works));
        Assert.Equal(ProposalStatus.Published, (await given.ReadAsync()).Status);
        clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await RoundAsync(site));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_nodes_at_once_and_one_that_died_remind_once(string database)
    {
        var clock = new FakeTimeProvider(A.Moment);
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var given = await site.ProposalAsync();
        Assert.Null(await given.FreezeAsync(Today(site).AddDays(4)));
        // A node that died holds the turn; it ends by itself.
        Assert.True(await site.WithDbAsync(db => db.TakeLeaseAsync("sign-reminders", "died", clock.GetUtcNow(), TimeSpan.FromMinutes(5), default)));
        clock.Advance(TimeSpan.FromDays(2));
        await Task.WhenAll(RoundAsync(site), RoundAsync(site), RoundAsync(site));
        await UntilAsync(site, 1);
        Assert.Equal([NotificationKind.ProposalSignSoon], await ToldAsync(site, given.Partner));
        Assert.Equal([NotificationKind.ProposalSignSoon], await ToldAsync(site, given.Lead));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(4, 2)]
    [InlineData(30, 27)]
    public void A_reminder_comes_three_days_before_or_in_the_second_half_of_the_time(int days, int onDay)
    {
        var today = new DateOnly(2026, 5, 4);
        var proposal = Proposal.Start(ProposalId.New(A.Moment), 1, "Radwege", "", OrganisationId.New(A.Moment), [], readAlong: false, "k", PersonId.New(A.Moment), A.Moment);
        Assert.Null(proposal.ReminderOn(today));
        Assert.Null(proposal.Freeze("hash", [], today.AddDays(days), today, A.Moment));
        Assert.Null(proposal.ReminderOn(today.AddDays(onDay - 1)));
        Assert.Equal(SignReminderKind.Soon, proposal.ReminderOn(today.AddDays(onDay)));
        Assert.Equal(SignReminderKind.Soon, proposal.ReminderOn(today.AddDays(days)));
        Assert.Equal(SignReminderKind.Over, proposal.ReminderOn(today.AddDays(days + 1)));
    }

    private static DateOnly Today(TestSite site) => site.Services.GetRequiredService<CityClock>().Today;

    private static Task<int> RoundAsync(TestSite site) => site.UseAsync<RemindToSign, int>(remind => remind.ExecuteAsync(default));

    private static Task<List<NotificationKind>> ToldAsync(TestSite site, Actor person) => site.WithDbAsync(db => db.Notifications
        .Where(told => told.PersonId == person.Person && (told.Kind == NotificationKind.ProposalSignSoon || told.Kind == NotificationKind.ProposalSignOver)).OrderBy(told => told.At).Select(told => told.Kind).ToListAsync());

    /// <summary>The site's own round may have the turn; whoever asks again finds it done.</summary>
    private static async Task UntilAsync(TestSite site, int reminders)
    {
        for (var i = 0; i < 200 && await site.WithDbAsync(db => db.SignReminders.CountAsync()) < reminders; i++)
        {
            await RoundAsync(site);
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        Assert.Equal(reminders, await site.WithDbAsync(db => db.SignReminders.CountAsync()));
    }

    private static Task<int> AccountAsync(TestSite site, Actor person, string address) => site.WithDbAsync(db =>
    {
        db.Users.Add(new Account { Id = person.Person.Value, PersonId = person.Person, UserName = address, NormalizedUserName = address.ToUpperInvariant(), Email = address, NormalizedEmail = address.ToUpperInvariant(), EmailConfirmed = true, SecurityStamp = "stempel" });
        return db.SaveChangesAsync();
    });
}
