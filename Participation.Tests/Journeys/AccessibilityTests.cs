using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Proposals;
using Participation.Tests.Accounts.Levels;
using Participation.Tests.Moderation.Guards;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Accounts.Levels;
using Participation.Web.Accounts.Organisations;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Ideas.Assisted;
using Participation.Web.Moderation;
using Participation.Web.Shared;

namespace Participation.Tests.Journeys;

/// <summary>
/// Every page, light on a wide screen and dark on a phone: no violation, no contrast that could not be judged; and no sideways scrolling on
/// a phone, a tablet and a wide screen.
/// </summary>
public sealed class AccessibilityTests(LiveSite live) : AccessibilityOfPages(live), IClassFixture<LiveSite>
{
    private static int _count;

    [Fact]
    public async Task Pages_of_those_who_write_a_proposal_are_accessible() => await CheckAsync(await PagesOfWritersAsync());

    [Fact]
    public async Task Pages_of_a_citizen_are_accessible() => await CheckAsync(await PagesOfACitizenAsync());

    [Fact]
    public async Task Pages_of_moderators_are_accessible() => await CheckAsync(await PagesOfModeratorsAsync());

    [Fact]
    public async Task Pages_of_administrators_are_accessible() => await CheckAsync(await PagesOfAdministratorsAsync());

    [Fact]
    public async Task Pages_about_residence_are_accessible_for_citizens_and_staff()
    {
        foreach (var visit in await PagesAboutResidenceAsync()) await CheckAsync(visit);
    }

    /// <summary>Every page of the lists here, with whoever looks at it.</summary>
    internal async Task<IReadOnlyList<Visit>> VisitsAsync() =>
        [await PagesOfWritersAsync(), await PagesOfACitizenAsync(), await PagesOfModeratorsAsync(), await PagesOfAdministratorsAsync(), .. await PagesAboutResidenceAsync()];

    private async Task<Visit> PagesOfWritersAsync()
    {
        var writer = await Live.Site.WithDbAsync(db => db.Users.Where(account => account.Email == "partner2@demo.example").Select(account => account.PersonId).SingleAsync());
        return new(new Actor(writer, Role.Partner), [Links.Proposals, Links.NewProposalFrom(1), Links.Proposal(6), Links.ProposalDetails(6), Links.ProposalAuthors(6), Links.SignProposal(6), Links.ProposalRevisions(6), Links.ProposalRevision(6, 1), Links.WhoWrote(6, 1), Links.CompareRevisions(6, 1, 0), Links.CompareRevisions(6, 1, 0) + "&ansicht=nebeneinander", Links.Passage(6, SectionKind.Goal, 1, 0, 29), Links.Suggestion(6, 2), Links.Remarks(6), Links.Remark(6, 1)]);
    }

    private async Task<Visit> PagesOfACitizenAsync()
    {
        var given = new Given(Live.Site);
        var citizen = await given.PersonAsync();
        var idea = await given.IdeaAsync(citizen, title: "Eine Uhr am Marktplatz");
        var posted = await Live.Site.UseAsync<PostComment, Outcome<PostedComment>>(post => post.ExecuteAsync(new CommentInput(idea, null, CommentLabel.Question, "Wann?", "wann"), citizen, default));
        var comment = posted.Value!.Number;
        return new(citizen,
        [
            Links.Idea(idea), Links.Idea(1), Links.NewIdea, await OpenMeetingAsync(), Links.AskMeeting(15), Links.EditIdea(idea), Links.WithdrawIdea(idea), Links.Comments(idea), Links.ReplyTo(idea, comment), Links.EditComment(idea, comment),
            Links.DeleteComment(idea, comment), Links.MyIdeas, Links.MyOrganisations, Links.Account, Links.OwnData, Links.EraseAccount, Links.ClaimIdea, Links.ChangePassword, Links.WaysIn, Links.SignOut, Links.LogoutDecide, Links.Inbox, Links.Moderation, Links.Decision(await HiddenCommentAsync(citizen)),
        ]);
    }

    private async Task<Visit> PagesOfModeratorsAsync()
    {
        var given = new Given(Live.Site);
        var (one, other) = (await given.IdeaAsync(title: "Eine Bank am Blauen See"), await given.IdeaAsync(title: "Noch eine Bank am Blauen See"));
        var moderator = await given.PersonAsync(Role.Moderator);
        var assisted = (await Live.Site.UseAsync<EnterIdea, Outcome<SubmittedIdea>>(enter => enter.ExecuteAsync(
            new IdeaInput("smart-city-ratingen", "Eine Uhr für den Blauen See", "", "Am Blauen See weiß niemand, wie spät es ist.", "soziales", null, null, null, null), "Frau M.", "bedienung", moderator, default))).Value!.Number;
        var complaint = await ComplaintAsync();
        await Live.Site.WithDbAsync(async db =>
        {
            var item = await db.AgendaItems.SingleAsync(candidate => candidate.Number == 26);
            db.PlannedResolutions.Add(PlannedResolution.Plan(item.Id, "{}", TimeProvider.System.GetUtcNow().AddDays(3), moderator.Person, TimeProvider.System.GetUtcNow()));
            // Two that come from another council system.
            db.Add(CouncilPerson.Add(900, new("Anna Anderswo", "Anderswo", "Anna"), A.Moment, "https://rat.example/person/1"));
            db.Add(Paper.Introduce(900, new("Bänke von anderswo", "9/2026", null, "Vorlage", null, FormattedText.Empty), Domain.Editing.Publication.Draft, A.Moment, "https://rat.example/paper/1"));
            return await db.SaveChangesAsync();
        });
        return new(moderator,
        [
            Links.EditCouncilPerson(900), Links.EditPaper(900), Links.ShowImported(DeskArea.Papers, 900), Links.Moderation, Links.HandOverProposal(2), Links.Decisions, Links.ModerateIdea(one), Links.AnswerIdea(one), Links.MergeIdea(one), Links.MergeIdea(one, other), Links.ModerateComment(1, 1), Links.Sanction(CaseRef.OfComment(1, 1)), Links.ShortenText(1, 1), Links.Idea(1),
            .. PagesOfTheDesk, Links.AssistedIdea, Links.AssistedReceipt(assisted), Links.ManageProcesses, Links.NewProcess, Links.EditProcess("smart-city-ratingen"), Links.Inbox, Links.ModerationArea(Links.AreaComplaints), Links.DecideComplaint(complaint),
            Links.ClaimOf(CaseRef.OfIdea(one)), Links.BulkOfAuthor(CaseRef.OfIdea(one)), Links.BulkDecision, Links.ReasonTemplates, Links.NewReasonTemplate, Links.ReasonTemplate(1), Links.CaseNotesOf(CaseRef.OfIdea(one)), Links.ModerateProposal(6), Links.ModerateSuggestion(6, 2), Links.ModerateRemark(6, 1), Links.MeetingDesk(13), Links.MeetingDesk(15), Links.MeetingDeskQuestion(13, 2), Links.ModerateQuestion(13, 2), .. await ReportedCasesAsync(),
        ]);
    }

    /// <summary>The next meeting with an item called, a question and the form for one.</summary>
    private async Task<string> OpenMeetingAsync()
    {
        var meeting = await Council.Live.GivenMeeting.InAsync(Live.Site);
        await meeting.OpenAsync();
        await meeting.CallAsync(2);
        await meeting.AskAsync(await new Given(Live.Site).PersonAsync());
        return Links.LiveMeeting(meeting.Number);
    }

    [Fact]
    public async Task Forms_with_errors_and_what_a_reader_chose_are_accessible()
    {
        var page = await Live.OpenAsync();
        await page.GotoAsync(Links.Register);
        await page.Locator("#registrieren button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("#fehler")).ToBeVisibleAsync();
        var problems = new List<string>();
        await JudgeAsync(page, problems);

        await Live.SignInByCookieAsync(page, await new Given(Live.Site).PersonAsync());
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

    private async Task<Visit> PagesOfAdministratorsAsync()
    {
        var administrator = await new Given(Live.Site).PersonAsync(Role.Administrator);
        var token = administrator.Person.Value.ToString("N");
        await Live.Site.WithDbAsync(async db =>
        {
            var organisation = db.Organisations.Single(candidate => candidate.Slug == "stadt-ratingen").Id;
            db.Memberships.Add(Membership.Grant(organisation, administrator.Person, MembershipRole.Owner));
            db.Invitations.Add(Invitation.Send(
                organisation, "vorname.nachname.mit.langem.namen@abteilung.stadt-ratingen.example", MembershipRole.Owner, InvitationToken.Hash(token), TimeProvider.System.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        await Live.Site.WithoutPausesAsync();
        await HiddenCommentAsync(administrator);
        return new(administrator, [Links.AuditLog, "/konto/organisationen", "/konto/organisationen/stadt-ratingen", "/verwaltung/organisationen", "/verwaltung/organisationen/stadt-ratingen", "/verwaltung/organisationen/neu", "/verwaltung/regeln", Links.RulesVersion(1), "/verwaltung/anwendungen", Links.NewApplication, "/konto/anwendungen", Links.Invitation(token)]);
    }

    private async Task<IReadOnlyList<Visit>> PagesAboutResidenceAsync()
    {
        var given = new Given(Live.Site);
        var (citizen, printed, staff) = (await given.PersonAsync(), await given.PersonAsync(verification: Verification.SelfDeclaredResident), await given.PersonAsync(Role.Administrator));
        await Live.Site.LetterAsync(printed);
        await Live.Site.AskAsync(await given.PersonAsync(), GivenLevels.Recipient("Warten"));
        await Live.Site.UseAsync<ShowDeskCode, Refusal?>(show => show.ExecuteAsync(printed, default));
        return
        [
            new(citizen, [Links.Residence, Links.ResidenceLetter, Links.Process("buergerbudget-lintorf-probelauf-2027"), "/ideen?verfahren=buergerbudget-lintorf-probelauf-2027"]),
            new(printed, [Links.Residence]), new(await given.PersonAsync(verification: Verification.VerifiedResident), [Links.Residence]), new(staff, [Links.Letters, Links.ConfirmAtDesk]),
        ];
    }

    [Theory, InlineData(ColorScheme.Light), InlineData(ColorScheme.Dark)]
    public async Task The_reference_of_the_API_can_be_read(ColorScheme theme)
    {
        var page = await Live.OpenAsync(theme: theme);
        await page.GotoAsync(Links.Api);
        await Assertions.Expect(page.Locator("h1").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".endpoint-method").Nth(5)).ToBeAttachedAsync();
        Assert.Empty(await LiveSite.AccessibilityProblemsAsync(page));
    }

    [Fact]
    public async Task The_readable_copy_of_ones_data_is_accessible()
    {
        var html = await Live.Site.InScopeAsync(async services =>
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
        var page = await Live.OpenAsync();
        await page.SetContentAsync(html);
        var problems = new List<string>();
        await JudgeAsync(page, problems);
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    /// <summary>A comment that was hidden; the number of the decision.</summary>
    private async Task<int> HiddenCommentAsync(Actor author)
    {
        var idea = await new Given(Live.Site).IdeaAsync(title: $"Streit um eine Uhr {Interlocked.Increment(ref _count)}");
        var comment = await Live.Site.CommentAsync(idea, author);
        var moderator = await new Given(Live.Site).PersonAsync(Role.Moderator);
        Assert.Null(await Live.Site.UseAsync<HideComment, Refusal?>(hide => hide.ExecuteAsync(new CaseOrder(idea, 0, moderator), comment, Ground.Respect, "Wertet jemanden ab.", default)));
        return await Live.Site.WithDbAsync(db => db.Decisions.MaxAsync(decision => decision.Number));
    }

    private async Task<int> ComplaintAsync()
    {
        var author = await new Given(Live.Site).PersonAsync();
        Assert.Null(await Live.Site.UseAsync<Web.Moderation.Complaints.FileComplaint, Refusal?>(async complain => await complain.ByAuthorAsync(await HiddenCommentAsync(author), "Das war Kritik.", author, default)));
        return await Live.Site.WithDbAsync(db => db.Complaints.MaxAsync(filed => filed.Number));
    }

    /// <summary>A reported idea and a reported comment as moderators see them.</summary>
    private async Task<string[]> ReportedCasesAsync()
    {
        var given = new Given(Live.Site);
        var idea = await given.IdeaAsync(title: $"Gemeldete Uhr {Interlocked.Increment(ref _count)}");
        var comment = await Live.Site.CommentAsync(idea, await given.PersonAsync());
        await Live.Site.ReportAsync(idea, null, null);
        await Live.Site.ReportAsync(idea, comment, await given.PersonAsync());
        return [Links.ModerateIdea(idea), Links.ModerateComment(idea, comment)];
    }
}
