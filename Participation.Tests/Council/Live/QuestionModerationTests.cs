using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Notifications;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Moderation.Guards;
using Participation.Web.Moderation.Notices;
using Participation.Web.Moderation.Questions;
using Participation.Web.Moderation.Undoing;

namespace Participation.Tests.Council.Live;

/// <summary>Questions pass through the moderation as ideas and comments do.</summary>
public sealed class QuestionModerationTests
{
    private static Task<Refusal?> StepAsync(TestSite site, GivenMeeting meeting, CaseStep step, Actor? by = null, string facts = "Die Frage beleidigt.") => site.InScopeAsync(async services =>
    {
        var version = (await meeting.QuestionAsync(1)).Version;
        return await ((QuestionSteps)services.GetService(typeof(QuestionSteps))!).TakeAsync(step, CaseRef.OfQuestion(meeting.Number, 1), new CaseOrder(meeting.Number, version, by ?? meeting.Moderator), Ground.Respect, facts, default);
    });

    private static async Task<(GivenMeeting Meeting, Actor Author)> AskedAsync(TestSite site)
    {
        var (meeting, author) = (await GivenMeeting.InAsync(site), await new Given(site).PersonAsync());
        await meeting.OpenAsync();
        Assert.True((await meeting.AskAsync(author, "Sie Lügner, wann?")).Done);
        return (meeting, author);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_hidden_question_has_a_decision_its_author_reads_the_reasons_and_a_complaint_is_granted(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, author) = await AskedAsync(site);
        Assert.Null(await StepAsync(site, meeting, CaseStep.Hide));
        var decision = await site.WithDbAsync(db => db.Decisions.AsNoTracking().SingleAsync());
        Assert.Equal((Measure.Hide, Ground.Respect, "Die Frage beleidigt.", meeting.Moderator.Person), (decision.Measure, decision.Ground, decision.Facts, decision.DecidedBy!.Value));
        var told = await site.WithDbAsync(db => db.Notifications.AsNoTracking().SingleAsync(notification => notification.PersonId == author.Person));
        Assert.Equal((NotificationKind.QuestionHidden, decision.Number, "Die Frage beleidigt."), (told.Kind, told.CaseNumber!.Value, told.Detail));
        var reads = await Browsing.AsAsync(site, author);
        var statement = await reads.GetAsync($"/entscheidungen/{decision.Number}");
        Assert.Equal(System.Net.HttpStatusCode.OK, reads.Last.StatusCode);
        Assert.Contains("Die Frage beleidigt.", statement.Body!.TextContent, StringComparison.Ordinal);

        Assert.Null(await site.UseAsync<FileComplaint, Refusal?>(file => file.ByAuthorAsync(decision.Number, "Das war eine Redewendung.", author, default)));
        var complaint = await site.WithDbAsync(db => db.Complaints.Select(filed => filed.Number).SingleAsync());
        Assert.Null(await site.DecideComplaintAsync(complaint, ComplaintOutcome.Reversed, await new Given(site).PersonAsync(Role.Moderator)));
        Assert.True((await meeting.QuestionAsync(1)).IsVisible);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_report_is_answered_by_the_decision(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, _) = await AskedAsync(site);
        var notice = await site.ReportAsync(CaseRef.OfQuestion(meeting.Number, 1), await new Given(site).PersonAsync());
        Assert.True(notice.Done, notice.Refusal?.ToString());
        Assert.Contains("Sie Lügner, wann?", (await (await Browsing.AsAsync(site, meeting.Moderator)).GetAsync("/moderation")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(await StepAsync(site, meeting, CaseStep.Hide));
        Assert.Equal(NoticeOutcome.ActedOn, await site.WithDbAsync(db => db.Notices.Select(filed => filed.Outcome).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_decision_is_undone_within_half_a_minute(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (meeting, author) = await AskedAsync(site);
        Assert.Null(await StepAsync(site, meeting, CaseStep.Hide));
        var decision = await site.WithDbAsync(db => db.Decisions.Select(made => made.Number).SingleAsync());
        Assert.Null(await site.UseAsync<UndoDecision, Refusal?>(undo => undo.ExecuteAsync(decision, meeting.Moderator, default)));
        Assert.True((await meeting.QuestionAsync(1)).IsVisible);
        Assert.False(await site.WithDbAsync(db => db.Notifications.AnyAsync(notification => notification.PersonId == author.Person)));
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_question()
    {
        await using var site = await TestSite.StartAsync();
        var meeting = await GivenMeeting.InAsync(site);
        await meeting.OpenAsync();
        Assert.True((await meeting.AskAsync(meeting.Moderator)).Done);
        Assert.IsType<NotAllowed>(await StepAsync(site, meeting, CaseStep.Hide));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_question_with_a_word_of_the_list_waits_and_is_shown_or_refused(string database)
    {
        await using var site = await TestSite.StartAsync(database, settings: settings => settings["Guards:Pace"] = "true");
        var (meeting, author) = (await GivenMeeting.InAsync(site), await new Given(site).PersonAsync());
        await meeting.OpenAsync();
        var administrator = await new Given(site).PersonAsync(Role.Administrator);
        var version = await site.WithDbAsync(db => db.GuardRules.CountAsync());
        Assert.Null(await site.UseAsync<ChangeRules, Refusal?>(change => change.ExecuteAsync(GuardRules.Default with { Words = ["lügner"] }, "Für den Test.", version, administrator, default)));
        var asked = await meeting.AskAsync(author, "Sie Lügner, wann?");
        Assert.True(asked.Value!.Held);
        Assert.DoesNotContain("Lügner", (await Browsing.Visitor(site).GetAsync(Web.Shared.Links.LiveMeeting(meeting.Number))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lügner", (await (await Browsing.AsAsync(site, author)).GetAsync(Web.Shared.Links.LiveMeeting(meeting.Number))).QuerySelector("#wartend")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lügner", (await (await Browsing.AsAsync(site, meeting.Moderator)).GetAsync("/moderation")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(await StepAsync(site, meeting, CaseStep.Publish));
        Assert.True((await meeting.QuestionAsync(1)).IsVisible);
        Assert.Equal(NotificationKind.QuestionShown, await site.WithDbAsync(db => db.Notifications.Where(notification => notification.PersonId == author.Person).Select(notification => notification.Kind).SingleAsync()));
    }

    [Theory]
    [InlineData("/sitzungen/13/fragen/4", "s13:4"), InlineData("https://localhost/sitzungen/13/fragen/4?x=1", "s13:4"), InlineData("/sitzungen/13/live?reihenfolge=neu#frage-4", "s13:4")]
    [InlineData("/sitzungen/13/live", null), InlineData("/sitzungen/13/fragen/x", null), InlineData("https://evil.example/sitzungen/13/fragen/4", null)]
    public void Addresses_of_questions_are_read(string address, string? place) => Assert.Equal(place, NoticeTarget.Read(address, "localhost")?.ToString());
}
