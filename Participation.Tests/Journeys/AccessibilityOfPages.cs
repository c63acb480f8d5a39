using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Moderation;
using Participation.Domain.Strategy.Services;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Outcomes;
using Participation.Web.Shared;

namespace Participation.Tests.Journeys;

/// <summary>
/// Judges pages, light on a wide screen and dark on a phone: no violation, no contrast that could not be judged; and no sideways scrolling on
/// a phone, a tablet and a wide screen.
/// </summary>
public abstract class AccessibilityOfPages(LiveSite live)
{
    private static readonly int[] Widths = [1280, 768, 390];
    private static int _count;

    private protected LiveSite Live { get; } = live;

    /// <summary>Where moderators write what the committee publishes.</summary>
    private protected static IReadOnlyList<string> PagesOfTheDesk { get; } =
    [
        Links.ManageResults, Links.NewResult, Links.EditResult(1), Links.ManageCouncil, Links.NewTerm, Links.EditTerm(1), Links.NewBody, Links.EditBody(1), Links.NewCouncilPerson, Links.EditCouncilPerson(1), Links.NewMeeting, Links.EditMeeting(15), Links.EditPlace(1), Links.EditAgenda(9), Links.NewPaper, Links.EditPaper(9), Links.EditResolution(26), Links.EditResolution(44),
        Links.Manage, Links.ManageNews, Links.ManageNewsWith(PublicationState.Draft, 1), Links.NewArticle, Links.EditArticle(6), Links.DiscardDraft(Links.EditArticle(6)), Links.ManagePages, Links.NewPage, Links.EditPage("netiquette"), Links.EditPage("was-sind-offene-daten"),
        Links.ManageTexts, Links.NewText, Links.EditText(1), Links.ManageDocuments, Links.EditStrategy, Links.ManageMeasures, Links.NewMeasure, Links.EditMeasure(1), Links.ManageServices, Links.NewService, Links.EditService(1), Links.ImportServices,
    ];

    /// <summary>What everybody may see.</summary>
    internal async Task<IReadOnlyList<string>> PagesOfVisitorsAsync()
    {
        var (hidden, slugs) = (await HiddenIdeaAsync(), await Live.Site.WithDbAsync(db => db.Pages.Select(text => text.Slug).ToListAsync()));
        var ((root, idea), result) = (await ThreadAsync(), await ResultInTwoVersionsAsync());
        return
        [
            Links.Home, Links.Ideas, "/ideen?q=gibtesnicht", Links.Idea(1), Links.IdeaHistory(2), Links.NewIdea, Links.Thread(idea, root), Links.CommentHistory(idea, root),
            Links.Processes, Links.Process("smart-city-ratingen"), Links.Process("buergerbudget-lintorf-probelauf-2027"), Links.Search, "/suche?q=Bank", "/suche?q=gibtesnicht",
            Links.News, Links.NewsWith("lintorf", null, null, 1), Links.NewsWith("gibt-es-nicht", null, null, 1), Links.Article(1), Links.Article(6), Links.Keyword("lintorf"), Links.Knowledge, Links.KnowledgeFor("ausschuss"), Links.KnowledgeFor("xyzzy"), Links.PageVersions("netiquette"),
            Links.Proposals, Links.Proposal(1), Links.Proposal(6), Links.ProposalPrint(1), Links.ProposalRevisions(6), Links.WhoWrote(6, 0), Links.CompareRevisions(6, 1, 0), Links.ReadProposal(6), Links.Suggestions(6), Links.SuggestionsDecided(6), Links.Suggestion(6, 2), Links.LiveMeeting(13), Links.LiveMeeting(15), Links.MeetingQuestion(13, 2),
            Links.Transparency, Links.TransparencyHow, Links.Report, Links.ReportOf(Links.Idea(1)), Links.TrackNotice(await ReportAsync()), Links.SignIn, Links.Register, Links.Registered, Links.ForgotPassword, Links.ResendConfirmation, Links.ResetPassword(Guid.Empty, "x"), Links.AuthorityProblem("abgebrochen", null, null), Links.ConfirmAddress(Guid.Empty, "x", "/"),
            Links.Results, Links.Result(1), Links.ResultVersions(1), Links.ResultVersions(result), Links.ResultComparison(result, 2), Links.ResultCard(1), Links.Bodies, Links.Body(1), Links.Body(2), Links.Meetings, Links.MeetingsOf(null, past: true, 1), Links.Meeting(9), Links.Meeting(14), Links.MeetingPrint(9), Links.Papers, Links.PapersOf("gibtesnicht", null, 1), Links.Paper(1), Links.Paper(9),
            Links.Texts, Links.Text(1), Links.TextVersions(1), Links.Passage(2), Links.Strategy, Links.Measures, Links.MeasuresOverdue, "/massnahmen?feld=99", Links.Measure(10), Links.Measure(17), Links.Measure(15), Links.Services, "/dienste?q=gibtesnicht", Links.Service(1), Links.ServicesAt(LastQuarter),
            "/organisationen", "/organisationen/stadt-ratingen", "/organisationen/einladung?zeichen=falsch", "/gibt-es-nicht", Links.Idea(hidden), .. slugs.Select(Links.Page),
        ];
    }

    /// <summary>A result whose text was changed; its number.</summary>
    private async Task<int> ResultInTwoVersionsAsync()
    {
        var moderator = await new Given(Live.Site).PersonAsync(Role.Moderator);
        var plan = A.ResultPlan($"Ein Ergebnis mit zwei Fassungen {Interlocked.Increment(ref _count)}");
        var number = (await Live.Site.UseAsync<SaveResult, Outcome<int>>(save => save.ExecuteAsync(null, "smart-city-ratingen", plan, new(PublicationStep.Publish), null, [], 0, moderator, default))).Value;
        var version = await Live.Site.WithDbAsync(db => db.Results.Where(result => result.Number == number).Select(result => result.Version).SingleAsync());
        Assert.True((await Live.Site.UseAsync<SaveResult, Outcome<int>>(save => save.ExecuteAsync(number, null, plan with { Summary = "Elf Bänke kommen." }, new(PublicationStep.Keep), "Eine mehr", [], version, moderator, default))).Done);
        return number;
    }

    private protected static Quarter LastQuarter => Quarter.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)).Previous;

    /// <summary>Judges what somebody sees.</summary>
    private protected async Task CheckAsync(Visit visit)
    {
        var page = await Live.OpenAsync();
        await Live.SignInByCookieAsync(page, visit.Who);
        await CheckAsync(page, visit.Pages);
    }

    private protected static async Task CheckAsync(IPage page, IEnumerable<string> addresses)
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
    private protected static async Task JudgeAsync(IPage page, List<string> problems)
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
        problems.AddRange((await LiveSite.AccessibilityProblemsAsync(page, onlyColours: true)).Select(problem => "dark: " + problem));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>A notice without an account; its secret.</summary>
    private async Task<string> ReportAsync()
    {
        var key = GivenNotices.Key();
        Assert.True((await Live.Site.ReportAsync(1, null, null, key: key)).Done);
        return key;
    }

    private async Task<int> HiddenIdeaAsync()
    {
        var given = new Given(Live.Site);
        var (number, moderator) = (await given.IdeaAsync(title: "Eine Idee mit Werbung"), await given.PersonAsync(Role.Moderator));
        var version = await Live.Site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == number).Select(idea => idea.Version).SingleAsync());
        Assert.Null(await Live.Site.UseAsync<HideIdea, Refusal?>(hide => hide.ExecuteAsync(new CaseOrder(number, version, moderator), Ground.OffTopic, "Enthält Werbung.", default)));
        return number;
    }

    /// <summary>A thread of the demo city with replies.</summary>
    private Task<(int Root, int Idea)> ThreadAsync() => Live.Site.WithDbAsync(async db =>
    {
        var root = await db.Comments.Where(comment => comment.Depth == 0 && comment.ReplyCount > 1 && comment.Status == CommentStatus.Published).OrderBy(comment => comment.Number).FirstAsync();
        var home = Domain.Ideas.IdeaId.From(root.SubjectId);
        return (root.Number, await db.Ideas.Where(idea => idea.Id == home).Select(idea => idea.Number!.Value).SingleAsync());
    });
}

/// <summary>Pages and who looks at them.</summary>
internal sealed record Visit(Actor Who, IReadOnlyList<string> Pages);
