using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Moderation;
using Participation.Domain.Proposals;
using Participation.Domain.Strategy.Services;
using Participation.Tests.Accounts.Levels;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Accounts.Levels;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Ideas.Assisted;
using Participation.Web.Moderation;
using Participation.Web.Outcomes;
using Participation.Web.Shared;

namespace Participation.Tests.Journeys;

/// <summary>
/// Every page, light on a wide screen and dark on a phone: no violation, no contrast that could not be judged; and no sideways scrolling on
/// a phone, a tablet and a wide screen.
/// </summary>
public sealed class AccessibilityTests(LiveSite live) : IClassFixture<LiveSite>
{
    private static readonly int[] Widths = [1280, 768, 390];
    private static int _count;

    [Fact]
    public async Task Pages_of_visitors_are_accessible() => await CheckAsync(await live.OpenAsync(), [.. await PagesOfVisitorsAsync(), Links.Projector(13), Links.Projector(13, "dunkel")]);

    /// <summary>As a reader without script finds them. A wall without script is loaded again and again, which nobody reads at a desk.</summary>
    [Fact]
    public async Task Pages_of_visitors_are_accessible_without_script()
    {
        var page = await live.OpenAsync(script: false);
        await page.GotoAsync(Links.Process("smart-city-ratingen"));
        Assert.Equal("none", await page.EvaluateAsync<string>("matchMedia('(scripting: none)').matches ? 'none' : 'enabled'"));
        await CheckAsync(page, [.. await PagesOfVisitorsAsync(), Links.Api]);
        Assert.True(await page.Locator("main li").CountAsync() > 20);
    }

    private async Task<IReadOnlyList<string>> PagesOfVisitorsAsync()
    {
        var (hidden, slugs) = (await HiddenIdeaAsync(), await live.Site.WithDbAsync(db => db.Pages.Select(text => text.Slug).ToListAsync()));
        var ((root, idea), result) = (await ThreadAsync(), await ResultInTwoVersionsAsync());
        return
        [
            Links.Home, Links.Ideas, "/ideen?q=gibtesnicht", Links.Idea(1), Links.IdeaHistory(2), Links.NewIdea, Links.Thread(idea, root), Links.CommentHistory(idea, root),
            Links.Processes, Links.Process("smart-city-ratingen"), Links.Process("buergerbudget-lintorf-probelauf-2027"), Links.Search, "/suche?q=Bank", "/suche?q=gibtesnicht",
            Links.News, Links.NewsWith("lintorf", null, null, 1), Links.NewsWith("gibt-es-nicht", null, null, 1), Links.Article(1), Links.Article(6), Links.Keyword("lintorf"), Links.Knowledge, Links.KnowledgeFor("ausschuss"), Links.KnowledgeFor("xyzzy"), Links.PageVersions("netiquette"),
            Links.Proposals, Links.Proposal(1), Links.Proposal(6), Links.ProposalPrint(1), Links.ProposalRevisions(6), Links.WhoWrote(6, 0), Links.CompareRevisions(6, 1, 0), Links.ReadProposal(6), Links.Suggestions(6), Links.SuggestionsDecided(6), Links.Suggestion(6, 2), Links.LiveMeeting(13), Links.LiveMeeting(15), Links.MeetingQuestion(13, 2),
            Links.Transparency, Links.TransparencyHow, Links.Report, Links.ReportOf(Links.Idea(1)), Links.TrackNotice(await ReportAsync()), Links.SignIn, Links.Register, Links.Registered, Links.ForgotPassword, Links.ResendConfirmation, Links.ResetPassword(Guid.Empty, "x"), Links.AuthorityProblem("abgebrochen", null, null), Links.ConfirmAddress(Guid.Empty, "x", "/"),
            Links.Results, Links.Result(1), Links.ResultVersions(1), Links.ResultVersions(result), Links.ResultComparison(result, 2), Links.ResultCard(1), Links.Bodies, Links.Body(1), Links.Body(2), Links.Meetings, Links.MeetingsOf(null, past: true, 1), Links.Meeting(9), Links.Meeting(14), Links.MeetingPrint(9), Links.Papers, Links.PapersOf("gibtesnicht", null, 1), Links.Paper(1), Links.Paper(9),
            Links.Texts, Links.Text(1), Links.Strategy, Links.Measures, Links.MeasuresOverdue, "/massnahmen?feld=99", Links.Measure(10), Links.Measure(17), Links.Measure(15), Links.Services, "/dienste?q=gibtesnicht", Links.Service(1), Links.ServicesAt(LastQuarter),
            "/organisationen", "/organisationen/stadt-ratingen", "/organisationen/einladung?zeichen=falsch", "/gibt-es-nicht", Links.Idea(hidden), .. slugs.Select(Links.Page),
        ];
    }

    /// <summary>A result whose text was changed; its number.</summary>
    private async Task<int> ResultInTwoVersionsAsync()
    {
        var moderator = await new Given(live.Site).PersonAsync(Role.Moderator);
        var plan = A.ResultPlan($"Ein Ergebnis mit zwei Fassungen {Interlocked.Increment(ref _count)}");
        var number = (await live.Site.UseAsync<SaveResult, Outcome<int>>(save => save.ExecuteAsync(null, "smart-city-ratingen", plan, new(PublicationStep.Publish), null, [], 0, moderator, default))).Value;
        var version = await live.Site.WithDbAsync(db => db.Results.Where(result => result.Number == number).Select(result => result.Version).SingleAsync());
        Assert.True((await live.Site.UseAsync<SaveResult, Outcome<int>>(save => save.ExecuteAsync(number, null, plan with { Summary = "Elf Bänke kommen." }, new(PublicationStep.Keep), "Eine mehr", [], version, moderator, default))).Done);
        return number;
    }

    private static Quarter LastQuarter => Quarter.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)).Previous;

    [Fact]
    public async Task Pages_of_those_who_write_a_proposal_are_accessible()
    {
        var page = await live.OpenAsync();
        await LiveSite.SignInAsync(page, "partner2@demo.example");
        await CheckAsync(page, [Links.Proposals, Links.NewProposalFrom(1), Links.Proposal(6), Links.ProposalDetails(6), Links.ProposalAuthors(6), Links.SignProposal(6), Links.ProposalRevisions(6), Links.ProposalRevision(6, 1), Links.WhoWrote(6, 1), Links.CompareRevisions(6, 1, 0), Links.CompareRevisions(6, 1, 0) + "&ansicht=nebeneinander", Links.Passage(6, SectionKind.Goal, 1, 0, 29), Links.Suggestion(6, 2), Links.Remarks(6), Links.Remark(6, 1)]);
    }

    [Fact]
    public async Task Pages_of_a_citizen_are_accessible()
    {
        var given = new Given(live.Site);
        var citizen = await given.PersonAsync();
        var idea = await given.IdeaAsync(citizen, title: "Eine Uhr am Marktplatz");
        var posted = await live.Site.UseAsync<PostComment, Outcome<PostedComment>>(post => post.ExecuteAsync(new CommentInput(idea, null, CommentLabel.Question, "Wann?", "wann"), citizen, default));
        var comment = posted.Value!.Number;
        var page = await live.OpenAsync();
        await live.SignInByCookieAsync(page, citizen);
        await CheckAsync(page,
        [
            Links.Idea(idea), Links.Idea(1), Links.NewIdea, await OpenMeetingAsync(), Links.AskMeeting(15), Links.EditIdea(idea), Links.WithdrawIdea(idea), Links.Comments(idea), Links.ReplyTo(idea, comment), Links.EditComment(idea, comment),
            Links.DeleteComment(idea, comment), Links.MyIdeas, Links.MyOrganisations, Links.Account, Links.OwnData, Links.EraseAccount, Links.ClaimIdea, Links.ChangePassword, Links.WaysIn, Links.SignOut, Links.Inbox, Links.Moderation, Links.Decision(await HiddenCommentAsync(citizen)),
        ]);
    }

    [Fact]
    public async Task Pages_of_moderators_are_accessible()
    {
        var given = new Given(live.Site);
        var (one, other) = (await given.IdeaAsync(title: "Eine Bank am Blauen See"), await given.IdeaAsync(title: "Noch eine Bank am Blauen See"));
        var moderator = await given.PersonAsync(Role.Moderator);
        var assisted = (await live.Site.UseAsync<EnterIdea, Outcome<SubmittedIdea>>(enter => enter.ExecuteAsync(
            new IdeaInput("smart-city-ratingen", "Eine Uhr für den Blauen See", "", "Am Blauen See weiß niemand, wie spät es ist.", "soziales", null, null, null, null), "Frau M.", "bedienung", moderator, default))).Value!.Number;
        var complaint = await ComplaintAsync();
        var page = await live.OpenAsync();
        await live.SignInByCookieAsync(page, moderator);
        await CheckAsync(page,
        [
            Links.Moderation, Links.HandOverProposal(2), Links.Decisions, Links.ModerateIdea(one), Links.AnswerIdea(one), Links.MergeIdea(one), Links.MergeIdea(one, other), Links.ModerateComment(1, 1), Links.Sanction(CaseRef.OfComment(1, 1)), Links.ShortenText(1, 1), Links.Idea(1),
            Links.ManageResults, Links.NewResult, Links.EditResult(1), Links.ManageCouncil, Links.NewTerm, Links.EditTerm(1), Links.NewBody, Links.EditBody(1), Links.EditCouncilPerson(1), Links.NewMeeting, Links.EditMeeting(15), Links.EditAgenda(9), Links.NewPaper, Links.EditPaper(9), Links.EditResolution(26), Links.EditResolution(44),
            Links.Manage, Links.ManageNews, Links.ManageNewsWith(Domain.Editing.PublicationState.Draft, 1), Links.NewArticle, Links.EditArticle(6), Links.ManagePages, Links.NewPage, Links.EditPage("netiquette"), Links.EditPage("was-sind-offene-daten"),
            Links.ManageDocuments, Links.EditStrategy, Links.ManageMeasures, Links.NewMeasure, Links.EditMeasure(1), Links.ManageServices, Links.NewService, Links.EditService(1), Links.ImportServices, Links.AssistedIdea, Links.AssistedReceipt(assisted), Links.ManageProcesses, Links.NewProcess, Links.EditProcess("smart-city-ratingen"), Links.Inbox, Links.ModerationArea(Links.AreaComplaints), Links.DecideComplaint(complaint),
            Links.ClaimOf(CaseRef.OfIdea(one)), Links.BulkOfAuthor(CaseRef.OfIdea(one)), Links.BulkDecision, Links.ReasonTemplates, Links.NewReasonTemplate, Links.ReasonTemplate(1), Links.CaseNotesOf(CaseRef.OfIdea(one)), Links.ModerateProposal(6), Links.ModerateSuggestion(6, 2), Links.ModerateRemark(6, 1), Links.MeetingDesk(13), Links.MeetingDesk(15), Links.MeetingDeskQuestion(13, 2), Links.ModerateQuestion(13, 2), .. await ReportedCasesAsync(),
        ]);
    }

    /// <summary>The next meeting with an item called, a question and the form for one.</summary>
    private async Task<string> OpenMeetingAsync()
    {
        var meeting = await Council.Live.GivenMeeting.InAsync(live.Site);
        await meeting.OpenAsync();
        await meeting.CallAsync(2);
        await meeting.AskAsync(await new Given(live.Site).PersonAsync());
        return Links.LiveMeeting(meeting.Number);
    }

    [Fact]
    public async Task Forms_with_errors_and_what_a_reader_chose_are_accessible()
    {
        var page = await live.OpenAsync();
        await page.GotoAsync(Links.Register);
        await page.Locator("#registrieren button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("#fehler")).ToBeVisibleAsync();
        var problems = new List<string>();
        await JudgeAsync(page, problems);

        await live.SignInByCookieAsync(page, await new Given(live.Site).PersonAsync());
        await page.GotoAsync(Links.NewIdea);
        await page.Locator("button[value=einreichen]").ClickAsync();
        await Assertions.Expect(page.Locator("#fehler")).ToBeVisibleAsync();
        await JudgeAsync(page, problems);
        foreach (var choice in new[] { Links.Theme("dark", Links.Idea(1)), Links.Language("en", Links.Idea(1)), Links.Theme("light", Links.Home) })
        {
            await page.GotoAsync(choice);
            await JudgeAsync(page, problems);
        }

        Assert.Equal(("en", "light"), (await page.Locator("html").GetAttributeAsync("lang"), await page.Locator("html").GetAttributeAsync("data-kern-theme")));
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    [Fact]
    public async Task Pages_of_administrators_are_accessible()
    {
        var administrator = await new Given(live.Site).PersonAsync(Role.Administrator);
        await live.Site.WithDbAsync(async db =>
        {
            var organisation = db.Organisations.Single(candidate => candidate.Slug == "stadt-ratingen").Id;
            db.Memberships.Add(Membership.Grant(organisation, administrator.Person, MembershipRole.Owner));
            db.Invitations.Add(Invitation.Send(
                organisation, "vorname.nachname.mit.langem.namen@abteilung.stadt-ratingen.example", MembershipRole.Owner, administrator.Person.Value.ToString("N"), TimeProvider.System.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        await HiddenCommentAsync(administrator);
        var page = await live.OpenAsync();
        await live.SignInByCookieAsync(page, administrator);
        await CheckAsync(page, [Links.AuditLog, "/konto/organisationen", "/konto/organisationen/stadt-ratingen", "/verwaltung/organisationen", "/verwaltung/organisationen/stadt-ratingen", "/verwaltung/organisationen/neu", "/verwaltung/anwendungen", "/konto/anwendungen"]);
        await CheckAsync(page, ["/konto/organisationen", "/konto/organisationen/stadt-ratingen", "/verwaltung/organisationen", "/verwaltung/organisationen/stadt-ratingen", "/verwaltung/organisationen/neu", "/verwaltung/regeln", "/verwaltung/anwendungen", "/konto/anwendungen"]);
    }

    [Fact]
    public async Task Pages_about_residence_are_accessible_for_citizens_and_staff()
    {
        var given = new Given(live.Site);
        var (citizen, printed, staff) = (await given.PersonAsync(), await given.PersonAsync(verification: Verification.SelfDeclaredResident), await given.PersonAsync(Role.Administrator));
        await live.Site.LetterAsync(printed);
        await live.Site.AskAsync(await given.PersonAsync(), GivenLevels.Recipient("Warten"));
        await live.Site.UseAsync<ShowDeskCode, Refusal?>(show => show.ExecuteAsync(printed, default));
        (Actor Who, string[] Pages)[] visits =
        [
            (citizen, [Links.Residence, Links.ResidenceLetter, Links.Process("buergerbudget-lintorf-probelauf-2027"), "/ideen?verfahren=buergerbudget-lintorf-probelauf-2027"]),
            (printed, [Links.Residence]), (await given.PersonAsync(verification: Verification.VerifiedResident), [Links.Residence]), (staff, [Links.Letters, Links.ConfirmAtDesk]),
        ];
        foreach (var (who, pages) in visits)
        {
            var page = await live.OpenAsync();
            await live.SignInByCookieAsync(page, who);
            await CheckAsync(page, pages);
        }
    }

    [Theory, InlineData(ColorScheme.Light), InlineData(ColorScheme.Dark)]
    public async Task The_reference_of_the_API_can_be_read(ColorScheme theme)
    {
        var page = await live.OpenAsync(theme: theme);
        await page.GotoAsync(Links.Api);
        await Assertions.Expect(page.Locator("h1").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".endpoint-method").Nth(5)).ToBeAttachedAsync();
        Assert.Empty(await LiveSite.AccessibilityProblemsAsync(page));
    }

    [Fact]
    public async Task The_readable_copy_of_ones_data_is_accessible()
    {
        var html = await live.Site.InScopeAsync(async services =>
        {
            // As where it is made: in the person's own language.
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
            var author = await services.GetRequiredService<ParticipationDbContext>().Comments.GroupBy(comment => comment.AuthorId).OrderByDescending(group => group.Count()).Select(group => group.Key).FirstAsync();
            var sections = new List<ExportSection>();
            foreach (var part in services.GetServices<IPersonalData>().OrderBy(part => part.Order)) sections.AddRange(await part.ExportAsync(author, default));
            await using var text = new StringWriter();
            services.GetRequiredService<ExportPage>().Write(text, sections, A.Moment);
            return text.ToString();
        });
        var page = await live.OpenAsync();
        await page.SetContentAsync(html);
        var problems = new List<string>();
        await JudgeAsync(page, problems);
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    private static async Task CheckAsync(IPage page, IEnumerable<string> addresses)
    {
        var problems = new List<string>();
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            if (await page.Locator("main h1").CountAsync() != 1) problems.Add($"{address} has not one heading");
            await JudgeAsync(page, problems);
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    /// <summary>Judges the page as it stands, without loading it again.</summary>
    private static async Task JudgeAsync(IPage page, List<string> problems)
    {
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth")) problems.Add($"{page.Url} scrolls sideways at {width}");
            if (width == Widths[0]) problems.AddRange(await LiveSite.AccessibilityProblemsAsync(page));
        }

        // A table that scrolls within itself is cut off on a phone, and what is cut off has no contrast to judge.
        if (await page.Locator("main table").CountAsync() > 0) await page.SetViewportSizeAsync(Widths[0], 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        problems.AddRange((await LiveSite.AccessibilityProblemsAsync(page)).Select(problem => "dark: " + problem));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>A notice without an account; its secret.</summary>
    private async Task<string> ReportAsync()
    {
        var key = GivenNotices.Key();
        Assert.True((await live.Site.ReportAsync(1, null, null, key: key)).Done);
        return key;
    }

    /// <summary>A comment that was hidden; the number of the decision.</summary>
    private async Task<int> HiddenCommentAsync(Actor author)
    {
        var idea = await new Given(live.Site).IdeaAsync(title: $"Streit um eine Uhr {Interlocked.Increment(ref _count)}");
        var comment = await live.Site.CommentAsync(idea, author);
        var moderator = await new Given(live.Site).PersonAsync(Role.Moderator);
        Assert.Null(await live.Site.UseAsync<HideComment, Refusal?>(hide => hide.ExecuteAsync(new CaseOrder(idea, 0, moderator), comment, Ground.Respect, "Wertet jemanden ab.", default)));
        return await live.Site.WithDbAsync(db => db.Decisions.MaxAsync(decision => decision.Number));
    }

    private async Task<int> ComplaintAsync()
    {
        var author = await new Given(live.Site).PersonAsync();
        Assert.Null(await live.Site.UseAsync<Web.Moderation.Complaints.FileComplaint, Refusal?>(async complain => await complain.ByAuthorAsync(await HiddenCommentAsync(author), "Das war Kritik.", author, default)));
        return await live.Site.WithDbAsync(db => db.Complaints.MaxAsync(filed => filed.Number));
    }

    /// <summary>A reported idea and a reported comment as moderators see them.</summary>
    private async Task<string[]> ReportedCasesAsync()
    {
        var given = new Given(live.Site);
        var idea = await given.IdeaAsync(title: $"Gemeldete Uhr {Interlocked.Increment(ref _count)}");
        var comment = await live.Site.CommentAsync(idea, await given.PersonAsync());
        await live.Site.ReportAsync(idea, null, null);
        await live.Site.ReportAsync(idea, comment, await given.PersonAsync());
        return [Links.ModerateIdea(idea), Links.ModerateComment(idea, comment)];
    }

    private async Task<int> HiddenIdeaAsync()
    {
        var given = new Given(live.Site);
        var (number, moderator) = (await given.IdeaAsync(title: "Eine Idee mit Werbung"), await given.PersonAsync(Role.Moderator));
        var version = await live.Site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == number).Select(idea => idea.Version).SingleAsync());
        Assert.Null(await live.Site.UseAsync<HideIdea, Refusal?>(hide => hide.ExecuteAsync(new CaseOrder(number, version, moderator), Ground.OffTopic, "Enthält Werbung.", default)));
        return number;
    }

    /// <summary>A thread of the demo city with replies.</summary>
    private Task<(int Root, int Idea)> ThreadAsync() => live.Site.WithDbAsync(async db =>
    {
        var root = await db.Comments.Where(comment => comment.Depth == 0 && comment.ReplyCount > 1 && comment.Status == CommentStatus.Published).OrderBy(comment => comment.Number).FirstAsync();
        var home = Domain.Ideas.IdeaId.From(root.SubjectId);
        return (root.Number, await db.Ideas.Where(idea => idea.Id == home).Select(idea => idea.Number!.Value).SingleAsync());
    });
}
