using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Tests.Accounts;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Accounts;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Moderation.Undoing;

namespace Participation.Tests.Moderation;

public sealed class DecisionMailTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Authors_get_one_mail_when_a_restriction_cannot_be_undone_any_more(string database)
    {
        var clock = new FakeTimeProvider(A.Moment);
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var given = new Given(site);
        var (author, silent, moderator, idea) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        await AccountAsync(site, author, "autorin@example.org", confirmed: true);
        await AccountAsync(site, silent, "nie-bestaetigt@example.org", confirmed: false);
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, await site.CommentAsync(idea, author), moderator));
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, await site.CommentAsync(idea, silent, "Ein anderer Beitrag."), moderator));
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, await site.CommentAsync(idea, author, "Noch ein Beitrag."), moderator));
        Assert.Equal(0, await RoundAsync(site));
        Assert.Null(await site.UseAsync<UndoDecision, Refusal?>(undo => undo.ExecuteAsync(3, moderator, default)));

        clock.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync(site); // The site's own round may be faster.
        Assert.Equal(0, await RoundAsync(site));
        var mail = Assert.Single(await new Mailbox(site).WaitAsync("autorin@example.org"));
        Assert.Contains("Nr.\u00a01", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("/entscheidungen/1", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("wertet jemanden ab", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal([true, false], await site.WithDbAsync(db => db.Decisions.OrderBy(decision => decision.Number).Join(db.DecisionMails, decision => decision.Id, told => told.DecisionId, (_, told) => told.Sent).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_wave_of_decisions_is_five_mails_a_day_and_good_news_is_none(string database)
    {
        var clock = new FakeTimeProvider(A.Moment);
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var given = new Given(site);
        var (author, moderator, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        await AccountAsync(site, author, "autorin@example.org", confirmed: true);
        for (var i = 0; i < MailDecisions.MostPerDay + 2; i++) Assert.Null(await site.StepAsync(CaseStep.Hide, idea, await site.CommentAsync(idea, author, $"Beitrag {i}"), moderator));
        Assert.Null(await site.StepAsync(CaseStep.Restore, idea, 1, moderator));
        clock.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync(site);
        var told = await site.WithDbAsync(db => db.DecisionMails.ToListAsync());
        Assert.Equal((MailDecisions.MostPerDay + 2, MailDecisions.MostPerDay), (told.Count, told.Count(mail => mail.Sent)));
    }

    private static Task<int> RoundAsync(TestSite site) => site.UseAsync<MailDecisions, int>(mails => mails.ExecuteAsync(default));

    private static Task<int> AccountAsync(TestSite site, Actor person, string address, bool confirmed) => site.WithDbAsync(db =>
    {
        db.Users.Add(new Account { Id = person.Person.Value, PersonId = person.Person, UserName = address, NormalizedUserName = address.ToUpperInvariant(), Email = address, NormalizedEmail = address.ToUpperInvariant(), EmailConfirmed = confirmed });
        return db.SaveChangesAsync();
    });
}
