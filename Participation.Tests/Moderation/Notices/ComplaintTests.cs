using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Notices;

/// <summary>From a notice over a decision and a complaint to its reversal by somebody else.</summary>
public sealed class ComplaintTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_hidden_comment_comes_back_with_its_replies_when_somebody_else_reverses(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, first, second) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        var idea = await given.IdeaAsync();
        var comment = await site.CommentAsync(idea, author);
        await site.CommentAsync(idea, await given.PersonAsync(), "Doch.", comment);
        await site.ReportAsync(idea, comment, null);
        var desk = await Browsing.AsAsync(site, first);
        var page = Links.ModerateComment(idea, comment);
        await desk.SubmitAsync(page, "#entscheidung", new() { ["Input.Ground"] = nameof(Ground.Respect), ["Input.Facts"] = "Wertet jemanden ab." }, "button[value=Hide]");
        Assert.Equal(CommentStatus.Hidden, await site.StatusAsync(comment));

        var writer = await Browsing.AsAsync(site, author);
        var statement = await writer.GetAsync(Links.Decision(1));
        Assert.Contains("nicht mehr öffentlich", statement.QuerySelector("#massnahme")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Netiquette: Respekt", statement.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Eine Meldung", statement.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ein Mensch hat entschieden", statement.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("den Gerichten offen", statement.Body.TextContent, StringComparison.Ordinal);
        await writer.SubmitAsync(Links.Decision(1), "#beschweren", new() { ["Input.Text"] = "Das war Kritik an der Sache." });
        Assert.Null((await writer.GetAsync(Links.Decision(1))).QuerySelector("#beschweren"));
        Assert.Equal(1, await site.WithDbAsync(db => db.Complaints.CountAsync()));

        Assert.NotNull((await desk.GetAsync(Links.DecideComplaint(1))).QuerySelector("#befangen"));
        Assert.IsType<OwnDecision>(await site.DecideComplaintAsync(1, ComplaintOutcome.Reversed, first));
        Assert.IsType<OwnDecision>(await site.DecideComplaintAsync(1, ComplaintOutcome.Confirmed, first));
        Assert.Equal(CommentStatus.Hidden, await site.StatusAsync(comment));

        var other = await Browsing.AsAsync(site, second);
        await other.SubmitAsync(Links.DecideComplaint(1), "#entscheidung", new() { ["Input.Reasons"] = "Das ist erlaubte Kritik." }, "button[value=Reversed]");
        Assert.Equal(HttpStatusCode.Redirect, other.Last.StatusCode);
        Assert.Equal(CommentStatus.Published, await site.StatusAsync(comment));
        Assert.Equal("1: Das ist erlaubte Kritik.", await site.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Action == "complaint.reverse").Select(entry => entry.Detail).SingleAsync()));
        Assert.Equal(2, await site.WithDbAsync(db => db.Ideas.Where(i => i.Number == idea).Select(i => i.CommentCount).SingleAsync()));
        Assert.Equal(1, await site.WithDbAsync(db => db.Comments.Where(c => c.Number == comment).Select(c => c.ReplyCount).SingleAsync()));
        Assert.Contains(NotificationKind.ComplaintReversed, await site.WithDbAsync(db => db.Notifications.Where(n => n.PersonId == author.Person).Select(n => n.Kind).ToListAsync()));
        Assert.Equal((Measure.Restore, DecisionSource.Complaint), await site.WithDbAsync(db => db.Decisions.Where(d => d.Number == 2).Select(d => new ValueTuple<Measure, DecisionSource>(d.Measure, d.Source)).SingleAsync()));
        Assert.IsType<ChangedMeanwhile>(await site.DecideComplaintAsync(1, ComplaintOutcome.Confirmed, second));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_reported_complains_too_and_the_content_is_hidden_by_somebody_else(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (anna, author, first, second) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        var idea = await given.IdeaAsync();
        var comment = await site.CommentAsync(idea, author);
        await site.ReportAsync(idea, comment, anna);
        Assert.Null(await site.StepAsync(CaseStep.Keep, idea, comment, first));
        var reader = await Browsing.AsAsync(site, anna);
        await reader.SubmitAsync(Links.MyNotice(1), "#beschweren", new() { ["Input.Text"] = "Das ist doch eine Beleidigung." });
        Assert.Equal(HttpStatusCode.Redirect, reader.Last.StatusCode);
        Assert.IsType<NotAllowed>(await site.DecideComplaintAsync(1, ComplaintOutcome.Reversed, author));
        Assert.Null(await site.DecideComplaintAsync(1, ComplaintOutcome.Reversed, second));
        Assert.Equal(CommentStatus.Hidden, await site.StatusAsync(comment));
        var told = await site.WithDbAsync(db => db.Notifications.Where(n => n.Kind == NotificationKind.CommentHidden && n.PersonId == author.Person).SingleAsync());
        Assert.Equal("Noch einmal angesehen.", told.Detail);
        Assert.NotNull((await reader.GetAsync(Links.Inbox)).QuerySelector($"a[href='{Links.MyNotice(1)}']"));
        await reader.GetAsync(Links.MyNotice(1));
        Assert.Equal(HttpStatusCode.OK, reader.Last.StatusCode);
    }

    [Fact]
    public async Task Who_upheld_an_automatic_step_does_not_decide_on_the_complaint_against_it()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (author, first, second) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        var idea = await given.IdeaAsync();
        var comment = await site.CommentAsync(idea, author);
        for (var i = 0; i < 3; i++) await site.ReportAsync(idea, comment, await given.PersonAsync(verification: Verification.VerifiedResident));
        await (await Browsing.AsAsync(site, author)).SubmitAsync(Links.Decision(1), "#beschweren", new() { ["Input.Text"] = "Das war Kritik." });
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, first));
        Assert.IsType<OwnDecision>(await site.DecideComplaintAsync(1, ComplaintOutcome.Confirmed, first));
        Assert.IsType<OwnDecision>(await site.DecideComplaintAsync(1, ComplaintOutcome.Reversed, first));
        Assert.NotNull((await (await Browsing.AsAsync(site, first)).GetAsync(Links.DecideComplaint(1))).QuerySelector("#befangen"));
        Assert.Null(await site.DecideComplaintAsync(1, ComplaintOutcome.Reversed, second));
        Assert.Equal(CommentStatus.Published, await site.StatusAsync(comment));
    }

    [Fact]
    public async Task A_moderator_who_reported_does_not_decide_on_their_own_complaint()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (first, second) = (await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        var idea = await given.IdeaAsync();
        var comment = await site.CommentAsync(idea, await given.PersonAsync());
        await site.ReportAsync(idea, comment, second);
        Assert.Null(await site.StepAsync(CaseStep.Keep, idea, comment, first));
        await (await Browsing.AsAsync(site, second)).SubmitAsync(Links.MyNotice(1), "#beschweren", new() { ["Input.Text"] = "Doch." });
        Assert.IsType<NotAllowed>(await site.DecideComplaintAsync(1, ComplaintOutcome.Confirmed, second));
    }

    [Fact]
    public async Task A_statement_is_read_by_its_author_and_by_moderators_only()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (idea, author) = (await given.IdeaAsync(), await given.PersonAsync());
        var comment = await site.CommentAsync(idea, author);
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, await given.PersonAsync(Role.Moderator)));
        var stranger = await Browsing.AsAsync(site, await given.PersonAsync());
        await stranger.GetAsync(Links.Decision(1));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Last.StatusCode);
        var moderator = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        Assert.Null((await moderator.GetAsync(Links.Decision(1))).QuerySelector("#beschweren"));
    }

    [Fact]
    public void One_can_complain_for_six_months_and_about_what_restricts()
    {
        var decided = new DateTimeOffset(2026, 8, 31, 12, 0, 0, TimeSpan.Zero);
        Decision Of(Measure measure) => Decision.Make(1, new Subject(SubjectKind.Comment, Guid.Empty), PersonId.New(decided), measure, Ground.Respect, "Grund", PersonId.New(decided), decided);
        Assert.Null(Complaint.Check(Of(Measure.Hide), ofAuthor: true, new DateTimeOffset(2027, 2, 28, 12, 0, 0, TimeSpan.Zero)));
        Assert.IsType<ComplaintIsTooLate>(Complaint.Check(Of(Measure.Hide), ofAuthor: true, new DateTimeOffset(2027, 2, 28, 12, 0, 1, TimeSpan.Zero)));
        Assert.IsType<NothingToComplainAbout>(Complaint.Check(Of(Measure.Keep), ofAuthor: true, decided));
        Assert.IsType<NothingToComplainAbout>(Complaint.Check(Of(Measure.Hide), ofAuthor: false, decided));
        Assert.Null(Complaint.Check(Of(Measure.Keep), ofAuthor: false, decided));
    }
}
