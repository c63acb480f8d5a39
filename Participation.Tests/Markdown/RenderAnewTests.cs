using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.News;
using Participation.Tests.Accounts.OwnData;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Markdown;

namespace Participation.Tests.Markdown;

/// <summary>Stored texts follow the pipeline, in the background and whatever happens meanwhile.</summary>
public sealed class RenderAnewTests
{
    private static readonly FormattedText Old = new("Ein **alter** Text", "<p>alt</p>", 1);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_kind_of_text_is_rendered_anew_once_and_its_cached_page_goes(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var author = await given.PersonAsync();
        var idea = await given.IdeaAsync(author);
        var comment = await site.PostAsync(idea, author, Old.Markdown);
        await site.WithDbAsync(async db =>
        {
            db.Organisations.Add(Organisation.Found(OrganisationId.New(A.Moment), "stadtwerke", "Stadtwerke Ratingen", "utility", null, Old));
            var page = Page.Write(PageId.New(A.Moment), "altes", new PageText("Altes", Old), A.Moment);
            Assert.Null(page.Change(new PageText("Altes", Old), new PublicationChange(PublicationStep.Publish), null, 0, A.Moment));
            db.Pages.Add(page);
            db.Articles.Add(Article.Write(ArticleId.New(A.Moment), 1, new ArticleText("Alte Meldung", "Kurz.", Old, []), null, A.Moment));
            return await db.SaveChangesAsync();
        });
        await site.ChangeAsync(idea, target => target.Answer(An.Answer(text: Old.Markdown), author.Person, A.Moment));
        await OutdateAsync(site);
        var visitor = Browsing.Visitor(site);
        Assert.Equal("alt", (await visitor.GetAsync($"/ideen/{idea}/mehr-baenke-am-markt")).QuerySelector("#beitrag-1 .comment__body")?.TextContent.Trim());
        Assert.Equal("alt", (await visitor.GetAsync("/seite/altes")).QuerySelector(".prose")?.TextContent.Trim());

        Assert.True(await RunAsync(site) >= 6);

        Assert.Equal("Ein alter Text", (await visitor.GetAsync($"/ideen/{idea}/mehr-baenke-am-markt")).QuerySelector("#beitrag-1 .comment__body")?.TextContent.Trim());
        Assert.NotNull((await visitor.GetAsync("/seite/altes")).QuerySelector(".prose strong"));
        Assert.Equal(0, await StaleAsync(site));
        Assert.Equal(0, await RunAsync(site));
        Assert.Equal(1, comment);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_a_process_that_died_left_is_done_by_the_next_and_two_at_once_come_to_the_same_end(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var author = await given.PersonAsync();
        var idea = await given.IdeaAsync(author);
        for (var i = 0; i < 5; i++) await site.PostAsync(idea, author, Old.Markdown + i);
        await OutdateAsync(site);
        // One process did one text and died.
        Assert.Equal(1, await site.InScopeAsync(async services =>
        {
            var store = services.GetServices<IStoredTexts>().OfType<StoredComments>().Single();
            var first = (await store.OlderThanAsync(MarkdownText.PipelineVersion, 1, default)).Single();
            return await store.ReplaceAsync(first, await services.GetRequiredService<TextFormatter>().AgainAsync(first.Source, default), default);
        }));

        var done = await Task.WhenAll(RunAsync(site), RunAsync(site), RunAsync(site));

        if (await StaleAsync(site) > 0) await RunAsync(site); // Whoever came first may have looked before the others gave up.
        Assert.Equal(0, await StaleAsync(site));
        Assert.Contains(done, count => count > 0);
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"<p>Ein <strong>alter</strong> Text{i}</p>"), (await site.WithDbAsync(db => db.Comments.OrderBy(comment => comment.Number).Select(comment => comment.Body.Html).ToListAsync())).Select(html => html.Trim()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_text_that_was_changed_meanwhile_keeps_its_own_rendering(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var author = await given.PersonAsync();
        var idea = await given.IdeaAsync(author);
        await site.PostAsync(idea, author, Old.Markdown);
        await OutdateAsync(site);
        await site.InScopeAsync(async services =>
        {
            var store = services.GetServices<IStoredTexts>().OfType<StoredComments>().Single();
            var read = (await store.OlderThanAsync(MarkdownText.PipelineVersion, 10, default)).Single();
            Assert.Null(await site.UseAsync<EditComment, Refusal?>(edit => edit.ExecuteAsync(new CommentEdit(idea, 1, "Ein neuer Text", CommentLabel.None, 1), author, default)));
            Assert.Equal(0, await store.ReplaceAsync(read, new FormattedText(read.Source, "<p>zu spät</p>", MarkdownText.PipelineVersion), default));
            return true;
        });
        Assert.Equal("<p>Ein neuer Text</p>", (await site.WithDbAsync(db => db.Comments.Select(comment => comment.Body.Html).SingleAsync())).Trim());
        Assert.Equal(MarkdownText.PipelineVersion, await site.WithDbAsync(db => db.Comments.Select(comment => comment.Body.PipelineVersion).SingleAsync()));
    }

    [Fact]
    public async Task A_stored_text_that_would_be_refused_today_is_shown_as_typed()
    {
        await using var site = await TestSite.StartAsync();
        var idea = await new Given(site).IdeaAsync(body: new string('>', 5_000) + " <x>");
        await OutdateAsync(site);
        await RunAsync(site);
        Assert.EndsWith("&lt;x&gt;</p>", await site.WithDbAsync(db => db.Ideas.Where(one => one.Number == idea).Select(one => one.Body.Html).SingleAsync()), StringComparison.Ordinal);
        Assert.Equal(0, await StaleAsync(site));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_left_is_not_marked_as_a_person_any_more(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (leaving, writer) = (await given.PersonAsync(name: "Rose & Co"), await given.PersonAsync());
        var idea = await given.IdeaAsync(writer);
        await site.PostAsync(idea, leaving, "Guten Tag.");
        await site.PostAsync(idea, writer, "Danke, @\"Rose & Co\"!");
        async Task<string> HtmlAsync() => (await site.WithDbAsync(db => db.Comments.Where(comment => comment.Number == 2).Select(comment => comment.Body.Html).SingleAsync())).Trim();
        Assert.Equal("<p>Danke, <span class=\"mention\">@Rose &amp; Co</span>!</p>", await HtmlAsync());
        await Browsing.AsAsync(site, leaving);
        await site.GoneAsync(leaving, ErasureChoice.Anonymise);
        await RunAsync(site);
        Assert.Equal("<p>Danke, @\"Rose &amp; Co\"!</p>", await HtmlAsync());
    }

    private static Task<int?> RunAsync(TestSite site) => site.UseAsync<RenderAnew, int?>(anew => anew.ExecuteAsync(default));

    /// <summary>As if an older pipeline had made everything.</summary>
    private static Task<int> OutdateAsync(TestSite site) => site.WithDbAsync(async db =>
    {
        await db.Comments.ExecuteUpdateAsync(set => set.SetProperty(comment => comment.Body.PipelineVersion, 1).SetProperty(comment => comment.Body.Html, Old.Html));
        await db.Ideas.ExecuteUpdateAsync(set => set.SetProperty(idea => idea.Body.PipelineVersion, 1));
        await db.Processes.ExecuteUpdateAsync(set => set.SetProperty(process => process.Rules.PipelineVersion, 1));
        await db.Pages.ExecuteUpdateAsync(set => set.SetProperty(page => page.Body.PipelineVersion, 1));
        return await db.Set<OfficialAnswer>().ExecuteUpdateAsync(set => set.SetProperty(answer => answer.Text.PipelineVersion, 1));
    });

    private static Task<int> StaleAsync(TestSite site) => site.WithDbAsync(async db =>
        await db.Comments.CountAsync(comment => comment.Body.PipelineVersion < MarkdownText.PipelineVersion && comment.Body.Markdown != "")
        + await db.Ideas.CountAsync(idea => idea.Body.PipelineVersion < MarkdownText.PipelineVersion && idea.Body.Markdown != "")
        + await db.Processes.CountAsync(process => process.Rules.PipelineVersion < MarkdownText.PipelineVersion && process.Rules.Markdown != "")
        + await db.Pages.CountAsync(page => page.Body.PipelineVersion < MarkdownText.PipelineVersion && page.Body.Markdown != "")
        + await db.Articles.CountAsync(article => article.Body.PipelineVersion < MarkdownText.PipelineVersion && article.Body.Markdown != "")
        + await db.Organisations.CountAsync(organisation => organisation.About.PipelineVersion < MarkdownText.PipelineVersion && organisation.About.Markdown != "")
        + await db.Set<OfficialAnswer>().CountAsync(answer => answer.Text.PipelineVersion < MarkdownText.PipelineVersion && answer.Text.Markdown != ""));
}
