using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Tests.Council.Oparl;
using Participation.Tests.News;
using Participation.Tests.Support;
using Participation.Tests.Uploads;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Outcomes;
using Participation.Web.Shared;
using UglyToad.PdfPig;

namespace Participation.Tests.Outcomes;

/// <summary>What everybody reads on the page of a result: the day of the sign-off, what became of each idea, the figures and the documents.</summary>
public sealed class ResultPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_result_says_when_it_was_signed_off_what_became_of_each_idea_and_what_was_counted(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var moderator = await given.PersonAsync(Role.Moderator);
        var (open, accepted, hidden, elsewhere) = (await given.IdeaAsync(title: "Mehr Bänke"), await given.IdeaAsync(title: "Mehr Licht"), await given.IdeaAsync(title: "Viel Werbung"), await given.IdeaAsync(process: "anderswo", title: "Anderswo"));
        foreach (var kind in new[] { StanceKind.For, StanceKind.For, StanceKind.For, StanceKind.Neutral, StanceKind.Against, StanceKind.Against }) await StandAsync(open, kind);
        await StandAsync(elsewhere, StanceKind.Against);
        foreach (var (idea, body) in new[] { (open, "Gut so."), (open, "Noch besser."), (accepted, "Ja, bitte."), (elsewhere, "Hier nicht.") })
            Assert.True((await site.UseAsync<PostComment, Outcome<PostedComment>>(async post => await post.ExecuteAsync(new CommentInput(idea, null, CommentLabel.None, body, body), await given.PersonAsync(), default))).Done);
        await site.WithDbAsync(async db =>
        {
            var organisation = Organisation.Found(OrganisationId.New(A.Moment), "stadtwerke", "Stadtwerke Ratingen", "utility", null, A.Text("Strom und Wasser."));
            db.Organisations.Add(organisation);
            Assert.Null((await db.Ideas.SingleAsync(idea => idea.Number == accepted)).Answer(An.Answer(next: new DateOnly(2031, 5, 20)) with { ResponsibleOrganisation = organisation.Id }, moderator.Person, A.Moment));
            Assert.Null((await db.Ideas.SingleAsync(idea => idea.Number == hidden)).Hide("Werbung.", A.Moment));
            Assert.Null((await db.Comments.SingleAsync(comment => comment.Number == 2 && db.Ideas.Any(idea => idea.Number == open && (Guid)(object)idea.Id == comment.SubjectId))).Hide("Beleidigung.", A.Moment));
            return await db.SaveChangesAsync();
        });
        var staff = await Browsing.AsAsync(site, moderator);
        await staff.SubmitAsync(Links.NewResult, "#ergebnis", Filled);
        Assert.Equal(302, (int)staff.Last.StatusCode);

        var page = await Browsing.Visitor(site).GetAsync(Links.Result(1, "Bänke für alle"));
        Assert.Equal("Abgenommen am 1. März 2026: Rat", Plain(page.QuerySelector(".byline span")!.TextContent));
        var outcomes = page.QuerySelector("section[aria-labelledby=daraus]")!;
        Assert.Equal("Was wurde daraus?", outcomes.QuerySelector("h2")!.TextContent);
        Assert.Equal([Links.Idea(accepted, "Mehr Licht"), Links.Idea(open, "Mehr Bänke")], outcomes.QuerySelectorAll(".rows a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["angenommen", "offen"], outcomes.QuerySelectorAll(".rows .idea-row__meta").Select(status => Plain(status.TextContent).ToLowerInvariant()));
        Assert.Equal(["Zuständig: Stadtwerke Ratingen", "Nächste Rückmeldung: 20. Mai 2031"], outcomes.QuerySelectorAll(".rows li:first-child .dots span").Select(fact => Plain(fact.TextContent)));

        var figures = page.QuerySelectorAll("section[aria-labelledby=zahlen] tbody tr").ToDictionary(row => Plain(row.QuerySelector("th")!.TextContent), row => row.QuerySelector("td")!.TextContent);
        Assert.Equal(["3", "1", "2"], new[] { "dafür", "neutral", "dagegen" }.Select(kind => figures[$"Haltungen: {kind}"]));
        Assert.Equal(("2", "2", "1", "2"), (figures["Öffentliche Ideen"], figures["Beiträge"], figures["Ideen mit Antwort"], figures["Von der Moderation ausgeblendet"]));
        Assert.Equal(["11", "2", "6", "2"], page.QuerySelectorAll(".figures dd").Select(figure => figure.TextContent));
        Assert.Matches("3 .*1 .*2 ", Plain(page.QuerySelector(".stance-bar figcaption")!.TextContent) + " ");

        async Task StandAsync(int idea, StanceKind kind) =>
            Assert.True((await site.UseAsync<TakeStance, Outcome<StanceCounts>>(async take => await take.ExecuteAsync(idea, kind, await given.PersonAsync(), default))).Done);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_document_stands_beside_a_result_and_a_day_alone_is_a_sign_off(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.ProcessAsync();
        var (staff, visitor) = (await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)), Browsing.Visitor(site));
        var fields = NewsSteps.Sent(await staff.GetAsync(Links.NewResult), "#ergebnis");
        foreach (var (name, value) in Filled) fields[name] = value;
        (fields["Input.SignedOffBy"], fields["Input.Documents.Title"]) = ("", "Der Bericht");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        using var pdf = new ByteArrayContent(PdfBytes.Of());
        pdf.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(pdf, "Input.Documents.File", "bericht.pdf");
        await staff.SendFormAsync(Links.NewResult, form);
        Assert.Equal(302, (int)staff.Last.StatusCode);

        var page = await visitor.GetAsync(Links.Result(1, "Bänke für alle"));
        Assert.Equal("Abgenommen am 1. März 2026", Plain(page.QuerySelector(".byline span")!.TextContent));
        Assert.NotNull(page.QuerySelector("section[aria-labelledby=daraus] .empty"));
        var document = page.QuerySelector("section[aria-labelledby=dokumente] .attachments a")!;
        Assert.Equal(("Der Bericht", "/dokumente/1/der-bericht.pdf"), (document.TextContent, document.GetAttribute("href")));
        Assert.Matches("PDF, [0-9]+ KB", Plain(document.ParentElement!.TextContent));
        Assert.Equal(PdfBytes.Of(), await visitor.Client.GetByteArrayAsync("/dokumente/1/der-bericht.pdf"));
        await staff.SubmitAsync(Links.EditResult(1), "#ergebnis", new() { ["Input.SignedOffOn"] = "" });
        page = await visitor.GetAsync(Links.Result(1, "Bänke für alle"));
        Assert.Equal("Noch nicht abgenommen", page.QuerySelector(".byline span")!.TextContent);
        Assert.NotNull(page.QuerySelector("section[aria-labelledby=dokumente] .attachments a"));
    }

    /// <summary>A list that is cut says so and leads to the whole one, on the page and in the file; one that just fits says nothing.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_more_ideas_than_a_page_holds_the_rest_is_linked(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (process, moderator, visitor) = (await given.ProcessAsync(), await given.PersonAsync(Role.Moderator), Browsing.Visitor(site));
        await AddAsync(1, ResultQueries.MostIdeas);
        await (await Browsing.AsAsync(site, moderator)).SubmitAsync(Links.NewResult, "#ergebnis", Filled);
        Assert.Equal((ResultQueries.MostIdeas, 0, false), await ShownAsync());
        await AddAsync(ResultQueries.MostIdeas + 1, 1);
        await site.ForgetPagesAsync();
        Assert.Equal((ResultQueries.MostIdeas, 1, true), await ShownAsync());

        async Task<(int Rows, int Links, bool InFile)> ShownAsync()
        {
            var outcomes = (await visitor.GetAsync(Links.Result(1, "Bänke für alle"))).QuerySelector("section[aria-labelledby=daraus]")!;
            await visitor.GetAsync(Links.ResultPdf(1));
            using var file = PdfDocument.Open(await visitor.Last.Content.ReadAsByteArrayAsync());
            var words = string.Concat(file.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
            return (outcomes.QuerySelectorAll(".rows > li").Length, outcomes.QuerySelectorAll($"a[href='{Links.IdeasOf(process.Slug)}']").Length, words.Contains(Links.IdeasOf(process.Slug), StringComparison.Ordinal));
        }

        Task<int> AddAsync(int first, int count) => site.WithDbAsync(async db =>
        {
            var (topic, author) = (db.Topics.First().Key, A.Person(name: $"Mensch {first}"));
            db.People.Add(author);
            for (var number = first; number < first + count; number++)
            {
                var idea = Idea.Draft(IdeaId.New(A.Moment), process.Id, author.Id, null, A.IdeaText($"Eine Idee für Platz {number}", topic: topic), $"viele-{number}", A.Moment);
                Assert.Null(idea.Submit(number, A.Process(Domain.Processes.ModerationMode.PostModerate), author, A.Moment));
                db.Ideas.Add(idea);
            }

            return await db.SaveChangesAsync();
        });
    }

    private static readonly Dictionary<string, string> Filled = new()
    {
        ["Input.Process"] = "smart-city", ["Input.Title"] = "Bänke für alle", ["Input.Summary"] = "Zehn Bänke kommen.", ["Input.Adopted"] = "**Zehn** Bänke.", ["Input.SignedOffOn"] = "2026-03-01", ["Input.SignedOffBy"] = "Rat", ["Input.Publish.Step"] = "Publish",
    };

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
