using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Tests.Support;
using Participation.Web.Moderation;

namespace Participation.Tests.Moderation.Notices;

/// <summary>When reports hold a contribution back by themselves.</summary>
public sealed class HoldTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Enough_people_hold_a_comment_back_and_its_author_is_told(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, author) = (await given.IdeaAsync(), await given.PersonAsync());
        var comment = await site.CommentAsync(idea, author);
        foreach (var expected in new[] { CommentStatus.Published, CommentStatus.Published, CommentStatus.Hidden })
        {
            Assert.True((await site.ReportAsync(idea, comment, await given.PersonAsync(verification: Verification.VerifiedResident))).Done);
            Assert.Equal(expected, await site.StatusAsync(comment));
        }

        var decision = await site.WithDbAsync(db => db.Decisions.SingleAsync());
        Assert.Equal((Measure.Hold, true, null, DecisionSource.Notice), (decision.Measure, decision.Automated, decision.DecidedBy, decision.Source));
        var told = await site.WithDbAsync(db => db.Notifications.SingleAsync(notification => notification.PersonId == author.Person && notification.Kind == NotificationKind.CommentHeld));
        Assert.Equal(decision.Number, told.CaseNumber);
        Assert.Equal(3, await site.WithDbAsync(db => db.Notices.CountAsync(notice => notice.Outcome == NoticeOutcome.Open)));
        Assert.Equal(0, await site.WithDbAsync(db => db.Ideas.Where(i => i.Number == idea).Select(i => i.CommentCount).SingleAsync()));

        Assert.Null(await site.StepAsync(CaseStep.Restore, idea, comment, await given.PersonAsync(Role.Moderator)));
        Assert.Equal(CommentStatus.Published, await site.StatusAsync(comment));
        Assert.Equal(1, await site.WithDbAsync(db => db.Ideas.Where(i => i.Number == idea).Select(i => i.CommentCount).SingleAsync()));
        Assert.Equal(3, await site.WithDbAsync(db => db.Notices.CountAsync(notice => notice.Outcome == NoticeOutcome.NotActedOn)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_held_back_stays_hidden_by_a_persons_decision_and_is_counted_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var comment = await site.CommentAsync(idea, await given.PersonAsync());
        for (var i = 0; i < 3; i++) await site.ReportAsync(idea, comment, await given.PersonAsync(verification: Verification.VerifiedResident));
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, await given.PersonAsync(Role.Moderator)));
        Assert.Equal(0, await site.WithDbAsync(db => db.Ideas.Where(i => i.Number == idea).Select(i => i.CommentCount).SingleAsync()));
        Assert.Equal((false, "Der Beitrag wertet jemanden ab."), await site.WithDbAsync(db => db.Comments.Where(c => c.Number == comment).Select(c => new ValueTuple<bool, string?>(c.IsHeld, c.RemovalReason)).SingleAsync()));
        Assert.Equal(3, await site.WithDbAsync(db => db.Notices.CountAsync(notice => notice.Outcome == NoticeOutcome.ActedOn)));
    }

    [Fact]
    public async Task A_crowd_does_not_take_down_what_a_moderator_found_in_order()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var comment = await site.CommentAsync(idea, await given.PersonAsync());
        await site.ReportAsync(idea, comment, await given.PersonAsync());
        Assert.Null(await site.StepAsync(CaseStep.Keep, idea, comment, await given.PersonAsync(Role.Moderator)));
        for (var i = 0; i < 6; i++) await site.ReportAsync(idea, comment, await given.PersonAsync(verification: Verification.VerifiedResident));
        Assert.Equal(CommentStatus.Published, await site.StatusAsync(comment));
    }

    [Fact]
    public async Task Reports_without_an_account_and_about_the_law_hold_nothing_back()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var comment = await site.CommentAsync(idea, await given.PersonAsync());
        for (var i = 0; i < 8; i++) await site.ReportAsync(idea, comment, null);
        for (var i = 0; i < 4; i++) await site.ReportAsync(idea, comment, await given.PersonAsync(verification: Verification.VerifiedResident), NoticeReason.Unlawful);
        Assert.Equal(CommentStatus.Published, await site.StatusAsync(comment));
    }

    [Fact]
    public async Task What_the_moderation_writes_is_not_held_back_by_reports()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var idea = await given.IdeaAsync(await given.PersonAsync(Role.Moderator));
        await site.WithDbAsync(db => db.Ideas.ExecuteUpdateAsync(set => set.SetProperty(i => i.NeedsLook, true)));
        for (var i = 0; i < 5; i++) await site.ReportAsync(idea, null, await given.PersonAsync(verification: Verification.VerifiedResident));
        Assert.Null(await site.WithDbAsync(db => db.Ideas.Select(i => i.HiddenAt).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_idea_is_held_back_too_and_reports_at_once_hold_it_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        await site.WithDbAsync(db => db.Ideas.ExecuteUpdateAsync(set => set.SetProperty(i => i.NeedsLook, true)));
        var people = new List<Actor>();
        for (var i = 0; i < 8; i++) people.Add(await given.PersonAsync(verification: Verification.VerifiedResident));
        await Task.WhenAll(people.Select(person => site.ReportAsync(idea, null, person)));
        Assert.True(await site.WithDbAsync(db => db.Ideas.Select(i => i.IsHeld).SingleAsync()));
        Assert.Equal(1, await site.WithDbAsync(db => db.Decisions.CountAsync()));
        var author = await site.WithDbAsync(db => db.Ideas.Select(i => i.AuthorId).SingleAsync());
        Assert.Equal([NotificationKind.IdeaHeld], await site.WithDbAsync(db => db.Notifications.Where(told => told.PersonId == author).Select(told => told.Kind).ToListAsync()));
    }
}
