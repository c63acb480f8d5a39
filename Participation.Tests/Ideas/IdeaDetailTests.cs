using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Tests.Support;
using Participation.Web.Data;

namespace Participation.Tests.Ideas;

/// <summary>What an idea's page says beside its text: who speaks, what happened when, who takes care and until when.</summary>
public sealed class IdeaDetailTests
{
    private readonly FakeTimeProvider _time = new(A.Moment);

    [Fact]
    public async Task An_organisation_speaks_with_its_badge_and_a_place_has_its_coordinates()
    {
        await using var site = await StartAsync();
        var number = await AddAsync(site, (idea, _) => { }, named: true);
        var page = await ReadAsync(site, number);
        Assert.Equal("Kletterrose, Stadtwerke Ratingen", Words(page.QuerySelector(".byline span")!));
        Assert.Equal("Ort: Marktplatz", page.QuerySelector("[data-place] span")!.TextContent);
        Assert.Equal("51,2967° N, 6,8494° O", page.QuerySelector("[data-place] .num")!.TextContent);
        Assert.Contains("Stadtwerke Ratingen", (await Browsing.Visitor(site).GetAsync("/ideen")).QuerySelector($"article[aria-labelledby=idee-{number}]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeline_has_each_step_with_its_day_and_the_next_one_with_the_days_left()
    {
        await using var site = await StartAsync();
        var number = await AddAsync(site, (idea, _) => Assert.Null(idea.BeginReview(A.Moderator, A.Moment.AddDays(2))));
        _time.Advance(TimeSpan.FromDays(3));
        var steps = Steps(await ReadAsync(site, number));
        Assert.Equal(["Eingereicht 2. März 2026", "Veröffentlicht 2. März 2026", "Prüfung begonnen 4. März 2026", "Nächste Rückmeldung bis 27. April 2026noch 53 Tage"], steps);
    }

    [Fact]
    public async Task A_date_that_passed_is_said_to_be_late_on_the_page_and_in_the_list()
    {
        await using var site = await StartAsync();
        var number = await AddAsync(site, (_, _) => { });
        _time.Advance(TimeSpan.FromDays(57));
        Assert.Equal("Nächste Rückmeldung bis 27. April 2026Dieser Termin ist verstrichen.", Steps(await ReadAsync(site, number))[^1]);
        Assert.Contains("27. April 2026", (await Browsing.Visitor(site).GetAsync("/ideen")).QuerySelector(".idea-row__fact--late")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_answer_stands_open_with_who_takes_care_and_earlier_ones_stay_readable()
    {
        await using var site = await StartAsync();
        var number = await AddAsync(site, (idea, works) =>
        {
            Assert.Null(idea.Answer(new AnswerDraft(AnswerOutcome.Interim, Bold("Wir prüfen"), null, null, null), idea.AuthorId, A.Moment.AddDays(1)));
            Assert.Null(idea.Answer(new AnswerDraft(AnswerOutcome.Accepted, Bold("Wir bauen"), works, "Netze", new DateOnly(2026, 9, 30)), idea.AuthorId, A.Moment.AddDays(9)));
        });
        _time.Advance(TimeSpan.FromDays(10));
        var page = await ReadAsync(site, number);
        var answer = page.QuerySelector(".official")!;
        Assert.Equal("Angenommen: Stadtwerke Ratingen", answer.QuerySelector("#antwort")!.TextContent);
        Assert.Equal("11. März 2026", answer.QuerySelector(".official__head .fine")!.TextContent);
        Assert.Equal("Wir bauen", answer.QuerySelector(":scope > .prose strong")!.TextContent);
        Assert.Equal(["Stadtwerke Ratingen, Netze", "bis 30. September 2026"], answer.QuerySelectorAll(".official__foot dd").Select(Words));
        Assert.Equal("Wir prüfen", answer.QuerySelector("details .prose strong")!.TextContent);
        Assert.Equal("Zwischenstand: der Stadt, 3. März 2026", answer.QuerySelector("details h3")!.TextContent);
        Assert.Equal("Stadtwerke Ratingen, Netze", Words(page.QuerySelector("section[aria-labelledby=wer] dd")!));
    }

    [Fact]
    public async Task A_short_address_can_be_shared_and_leads_back_and_a_changed_text_links_its_history()
    {
        await using var site = await StartAsync();
        var number = await AddAsync(site, (idea, _) => Assert.Null(idea.Revise(A.IdeaText("Noch mehr Bänke am Markt", topic: idea.TopicKey), idea.AuthorId, A.Moment)));
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync($"/ideen/{number}");
        var page = await visitor.FollowAsync();
        var shared = ((IHtmlInputElement)page.QuerySelector(".share input")!).Value;
        Assert.Equal($"https://localhost/ideen/{number}", shared);
        await visitor.GetAsync(shared);
        Assert.Equal($"/ideen/{number}/noch-mehr-baenke-am-markt", visitor.Last.Headers.Location?.ToString());
        var history = page.QuerySelector(".byline a")!;
        Assert.Contains("Fassung 2", history.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await visitor.GetAsync(history.GetAttribute("href")!)).QuerySelector("#fassung-2 ~ *, [aria-labelledby=fassung-2]"));
    }

    private static FormattedText Bold(string text) => new($"**{text}**", $"<p><strong>{text}</strong></p>", Web.Markdown.MarkdownText.PipelineVersion);

    private static List<string> Steps(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("section[aria-labelledby=stand] .phases__item").Select(step => $"{step.QuerySelector(".phases__name")!.TextContent} {step.QuerySelector(".phases__when")!.TextContent}".Replace('\u00A0', ' '))];

    private static async Task<IHtmlDocument> ReadAsync(TestSite site, int number)
    {
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync($"/ideen/{number}");
        return await visitor.FollowAsync();
    }

    private Task<TestSite> StartAsync() => TestSite.StartAsync(services: services => services.AddSingleton<TimeProvider>(_time));

    /// <summary>A public idea with a place, to which something happened before it was stored.</summary>
    private static async Task<int> AddAsync(TestSite site, Action<Idea, OrganisationId> happen, bool named = false)
    {
        var process = await new Given(site).ProcessAsync();
        return await site.WithDbAsync(async db =>
        {
            var works = Organisation.Found(OrganisationId.New(A.Moment), "stadtwerke", "Stadtwerke Ratingen", "utility", null, Domain.FormattedText.Empty);
            var (author, topic) = (A.Person(), await db.Topics.OrderBy(candidate => candidate.Order).Select(candidate => candidate.Key).FirstAsync());
            db.AddRange(works, author);
            await db.SaveChangesAsync();
            var text = A.IdeaText(topic: topic) with { Place = "Marktplatz", Latitude = 51.29668, Longitude = 6.84938 };
            var idea = Idea.Draft(IdeaId.New(A.Moment), process.Id, author.Id, named ? works.Id : null, text, "detail", A.Moment);
            Assert.Null(idea.Submit(await db.NextNumberAsync(Counter.Ideas, CancellationToken.None), process, author, A.Moment));
            happen(idea, works.Id);
            db.Ideas.Add(idea);
            await db.SaveChangesAsync();
            return idea.Number!.Value;
        });
    }

    /// <summary>The text as a browser shows it: runs of white space are one space.</summary>
    private static string Words(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
