using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Moderation.Undoing;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Notices;

/// <summary>A complaint about a decision that somebody changes elsewhere, and who may judge one.</summary>
public sealed class GrantedComplaintTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Bringing_back_what_was_hidden_grants_the_authors_complaint_until_it_is_undone(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, moderator, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author);
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, moderator));
        Assert.Null(await site.UseAsync<FileComplaint, Refusal?>(file => file.ByAuthorAsync(1, "Das war Kritik.", author, default)));

        // Also who hid it: correcting oneself is no judgement about oneself.
        Assert.Null(await site.StepAsync(CaseStep.Restore, idea, comment, moderator));
        var granted = await site.WithDbAsync(db => db.Complaints.SingleAsync());
        Assert.Equal(ComplaintOutcome.Reversed, granted.Outcome);
        Assert.Contains("Nr. 2", granted.Reasons, StringComparison.Ordinal);
        Assert.Contains(NotificationKind.ComplaintReversed, await KindsAsync(site, author));
        var statement = await (await Browsing.AsAsync(site, author)).GetAsync(Links.Decision(1));
        Assert.Contains("gilt nicht mehr", statement.QuerySelector("#massnahme")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Links.Decision(2), statement.QuerySelector($"a[href='{Links.Decision(2)}']")!.GetAttribute("href"));
        // What was taken back says nothing about anyone.
        Assert.Null((await (await Browsing.AsAsync(site, moderator)).GetAsync(Links.ModerateComment(idea, comment))).QuerySelector($"aside a[href='{Links.Decision(1)}']"));

        Assert.Null(await site.UseAsync<UndoDecision, Refusal?>(undo => undo.ExecuteAsync(2, moderator, default)));
        Assert.Equal(ComplaintOutcome.Open, await site.WithDbAsync(db => db.Complaints.Select(complaint => complaint.Outcome).SingleAsync()));
        Assert.DoesNotContain(NotificationKind.ComplaintReversed, await KindsAsync(site, author));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Hiding_grants_every_complaint_of_those_who_reported_and_tells_each_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (anna, bernd, idea) = (await given.PersonAsync(), await given.PersonAsync(), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, await given.PersonAsync());
        foreach (var notifier in new[] { anna, bernd }) await site.ReportAsync(idea, comment, notifier);
        Assert.Null(await site.StepAsync(CaseStep.Keep, idea, comment, await given.PersonAsync(Role.Moderator)));
        foreach (var notice in await site.WithDbAsync(db => db.Notices.Select(notice => notice.Id).ToListAsync()))
            Assert.Null(await site.UseAsync<FileComplaint, Refusal?>(file => file.ByNotifierAsync(notice, "Doch.", default)));

        Assert.Null(await site.DecideComplaintAsync(1, ComplaintOutcome.Reversed, await given.PersonAsync(Role.Moderator)));
        Assert.Equal([ComplaintOutcome.Reversed, ComplaintOutcome.Reversed], await site.WithDbAsync(db => db.Complaints.Select(complaint => complaint.Outcome).ToListAsync()));
        foreach (var notifier in new[] { anna, bernd }) Assert.Single(await KindsAsync(site, notifier), NotificationKind.NoticeComplaintReversed);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Confirming_needs_the_contribution_as_it_was_looked_at(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, idea) = (await given.PersonAsync(), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author);
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, await given.PersonAsync(Role.Moderator)));
        Assert.Null(await site.UseAsync<FileComplaint, Refusal?>(file => file.ByAuthorAsync(1, "Das war Kritik.", author, default)));
        var judge = await given.PersonAsync(Role.Moderator);
        var of = await site.UseAsync<ComplaintQueries, ComplaintCase?>(queries => queries.FindAsync(1, default));
        var stale = new ComplaintDecision(of!.About.Version - 1, ComplaintOutcome.Confirmed, Ground.None, "Bleibt so.");
        Assert.IsType<ChangedMeanwhile>(await site.UseAsync<DecideComplaint, Refusal?>(decide => decide.ExecuteAsync(stale, of, judge, default)));
        Assert.Null(await site.UseAsync<DecideComplaint, Refusal?>(decide => decide.ExecuteAsync(stale with { Version = of.About.Version }, of, judge, default)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_moderator_who_reported_does_not_judge_the_authors_complaint(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, reporter, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author);
        await site.ReportAsync(idea, comment, reporter);
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, await given.PersonAsync(Role.Moderator)));
        Assert.Null(await site.UseAsync<FileComplaint, Refusal?>(file => file.ByAuthorAsync(1, "Das war Kritik.", author, default)));
        Assert.IsType<NotAllowed>(await site.DecideComplaintAsync(1, ComplaintOutcome.Confirmed, reporter));
        Assert.NotNull((await (await Browsing.AsAsync(site, reporter)).GetAsync(Links.DecideComplaint(1))).QuerySelector("#befangen"));
        Assert.Null(await site.DecideComplaintAsync(1, ComplaintOutcome.Confirmed, await given.PersonAsync(Role.Moderator)));
    }

    private static Task<List<NotificationKind>> KindsAsync(TestSite site, Actor who) => site.WithDbAsync(db => db.Notifications.Where(told => told.PersonId == who.Person).Select(told => told.Kind).ToListAsync());
}
