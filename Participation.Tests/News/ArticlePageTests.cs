using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.Editing;
using Participation.Web.Shared;

namespace Participation.Tests.News;

/// <summary>Articles through their pages, from the form to the reader.</summary>
public sealed class ArticlePageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_moderator_publishes_an_article_and_everybody_finds_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var (browsing, visitor) = (await Browsing.AsAsync(site, moderator), Browsing.Visitor(site));
        Assert.NotNull((await visitor.GetAsync(Links.News)).QuerySelector(".empty"));
        await visitor.GetAsync(Links.Home);

        await browsing.SubmitAsync(Links.NewArticle, NewsSteps.ArticleForm, NewsSteps.Filled());
        Assert.Equal((302, "/neuigkeiten/1/ein-neuer-brunnen"), ((int)browsing.Last.StatusCode, browsing.Last.Headers.Location!.ToString()));

        var page = await visitor.GetAsync("/neuigkeiten/1/ein-neuer-brunnen");
        Assert.Equal(("Ein neuer Brunnen", "Am Markt sprudelt es."), (page.QuerySelector("h1")!.TextContent, page.QuerySelector(".lead")!.TextContent));
        Assert.Equal("Samstag", page.QuerySelector(".prose strong")!.TextContent);
        Assert.Equal(["/stichwort/lintorf", "/stichwort/mobilitaet"], page.QuerySelectorAll(".keywords a").Select(link => link.GetAttribute("href")));
        foreach (var list in new[] { Links.News, Links.Home, Links.Keyword("lintorf"), "/neuigkeiten?stichwort=mobilitaet", "/suche?q=brunnen" })
            Assert.NotNull((await visitor.GetAsync(list)).QuerySelector("a[href='/neuigkeiten/1/ein-neuer-brunnen']"));
        Assert.Null((await visitor.GetAsync("/neuigkeiten?stichwort=anderes")).QuerySelector("a[href='/neuigkeiten/1/ein-neuer-brunnen']"));
        Assert.Equal(("article.publish", moderator.Person), await site.WithDbAsync(db => db.AuditEntries.Select(entry => new ValueTuple<string, PersonId>(entry.Action, entry.ActorId!.Value)).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Drafts_are_for_the_staff_and_a_withdrawn_article_says_why_it_is_gone(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var moderator = await given.PersonAsync(Role.Moderator);
        var (browsing, citizen, visitor) = (await Browsing.AsAsync(site, moderator), await Browsing.AsAsync(site, await given.PersonAsync()), Browsing.Visitor(site));
        var number = await site.ArticleAsync(moderator, step: new PublicationChange(PublicationStep.Keep));
        var address = Links.Article(number, "Ein neuer Brunnen");
        foreach (var (who, status) in new[] { (visitor, 404), (citizen, 404), (browsing, 200) })
        {
            await who.GetAsync(address);
            Assert.Equal(status, (int)who.Last.StatusCode);
        }

        Assert.Equal(404, (int)(await visitor.Client.GetAsync(Links.Keyword("lintorf"))).StatusCode);
        await browsing.SubmitAsync(Links.EditArticle(number), NewsSteps.ArticleForm, new() { ["Input.Publish.Step"] = "Publish" });
        await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, visitor.Last.StatusCode);

        var refused = await browsing.SubmitAsync(Links.EditArticle(number), NewsSteps.ArticleForm, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = " " });
        Assert.Equal(400, (int)browsing.Last.StatusCode);
        Assert.NotNull(refused.QuerySelector(".error-list"));
        await browsing.SubmitAsync(Links.EditArticle(number), NewsSteps.ArticleForm, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Der <b>Brunnen</b> kommt nicht." });
        var gone = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        Assert.Contains("Der <b>Brunnen</b> kommt nicht.", gone.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await visitor.GetAsync(Links.News)).QuerySelector($"a[href='{address}']"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_planned_article_appears_by_itself_also_in_what_was_cached(string database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var (browsing, visitor) = (await Browsing.AsAsync(site, moderator), Browsing.Visitor(site));
        await site.UseAsync<PublishDue>(due => due.ExecuteAsync(default));

        // 10 o'clock in Ratingen is 9 o'clock in UTC.
        await browsing.SubmitAsync(Links.NewArticle, NewsSteps.ArticleForm, NewsSteps.Filled(new() { ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = "2026-11-27T10:00" }));
        Assert.Equal(302, (int)browsing.Last.StatusCode);
        Assert.NotNull((await visitor.GetAsync(Links.News)).QuerySelector(".empty"));
        Assert.Equal(404, (int)(await visitor.Client.GetAsync("/neuigkeiten/1/ein-neuer-brunnen")).StatusCode);

        clock.Advance(TimeSpan.FromMinutes(61));
        await site.UseAsync<PublishDue>(due => due.ExecuteAsync(default));
        Assert.NotNull((await visitor.GetAsync(Links.News)).QuerySelector("a[href='/neuigkeiten/1/ein-neuer-brunnen']"));
        Assert.Equal(200, (int)(await visitor.Client.GetAsync("/neuigkeiten/1/ein-neuer-brunnen")).StatusCode);
    }

    [Fact]
    public async Task Addresses_lead_to_the_one_that_is_right()
    {
        await using var site = await TestSite.StartAsync();
        var number = await site.ArticleAsync(await new Given(site).PersonAsync(Role.Moderator), NewsSteps.Text("Größe ändert sich", "Smart City"));
        var visitor = Browsing.Visitor(site);
        foreach (var (asked, right) in new[] { ($"/neuigkeiten/{number}", "/neuigkeiten/1/groesse-aendert-sich"), ($"/neuigkeiten/{number}/alt", "/neuigkeiten/1/groesse-aendert-sich"), ("/stichwort/Smart%20City", "/stichwort/smart-city") })
        {
            await visitor.GetAsync(asked);
            Assert.Equal((HttpStatusCode.MovedPermanently, right), (visitor.Last.StatusCode, visitor.Last.Headers.Location?.ToString()));
        }

        foreach (var nothing in new[] { "/neuigkeiten/99", "/stichwort/gibt-es-nicht", "/stichwort/%2d%2d", "/neuigkeiten/0/x" }) Assert.Equal(404, (int)(await visitor.Client.GetAsync(nothing)).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Lists_turn_page_by_page_newest_first(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        for (var i = 1; i <= 22; i++) await site.ArticleAsync(moderator, NewsSteps.Text($"Meldung {i}"));
        var visitor = Browsing.Visitor(site);
        foreach (var list in new[] { Links.News, Links.Keyword("lintorf") })
        {
            var first = await visitor.GetAsync(list);
            Assert.Equal(20, first.QuerySelectorAll(".news-row").Length);
            Assert.Equal("Meldung 22", first.QuerySelector(".news-row a")!.TextContent);
            Assert.Contains("22", first.QuerySelector("#anzahl")!.TextContent, StringComparison.Ordinal);
            var second = await visitor.GetAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
            Assert.Equal(["Meldung 2", "Meldung 1"], second.QuerySelectorAll(".news-row .idea-row__title").Select(title => title.TextContent));
            Assert.Null(second.QuerySelector("a[rel=next]"));
            Assert.Equal(list, second.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        }

        foreach (var odd in new[] { "?seite=0", "?seite=-4", "?seite=2000000000", "?seite=x", "?thema=%00", "?stichwort=" + new string('a', 200) })
            Assert.Equal(200, (int)(await visitor.Client.GetAsync(Links.News + odd)).StatusCode);
    }
}
