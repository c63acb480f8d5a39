using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.News.TextPages;
using Participation.Web.Shared;

namespace Participation.Tests.News;

/// <summary>Pages with fixed addresses: written, changed with an explanation, compared, withdrawn.</summary>
public sealed class PageEditTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_change_of_the_rules_is_dated_explained_and_comparable(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (browsing, visitor) = (await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator)), Browsing.Visitor(site));
        var old = (await visitor.GetAsync(Links.Page("netiquette"))).QuerySelector(".prose")!.TextContent;
        Assert.Single((await visitor.GetAsync(Links.PageVersions("netiquette"))).QuerySelectorAll("main .rows > li"));

        var refused = await browsing.SubmitAsync(Links.EditPage("netiquette"), NewsSteps.PageForm, new() { ["Input.Body"] = "Seien Sie **freundlich**." });
        Assert.Equal(400, (int)browsing.Last.StatusCode);
        Assert.NotNull(refused.QuerySelector(".error-list a[href='#Input_Note']"));
        await browsing.SubmitAsync(Links.EditPage("netiquette"), NewsSteps.PageForm, new() { ["Input.Body"] = "Seien Sie **freundlich**.", ["Input.Note"] = "Kürzer und <b>klarer</b>." });
        Assert.Equal((302, Links.Page("netiquette")), ((int)browsing.Last.StatusCode, browsing.Last.Headers.Location!.ToString()));

        Assert.Equal("freundlich", (await visitor.GetAsync(Links.Page("netiquette"))).QuerySelector(".prose strong")!.TextContent);
        var versions = await visitor.GetAsync(Links.PageVersions("netiquette"));
        Assert.Equal(2, versions.QuerySelectorAll("main .rows > li").Length);
        Assert.Contains("Kürzer und <b>klarer</b>.", versions.QuerySelector("main .rows > li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Seien", versions.QuerySelectorAll("ins").Select(piece => piece.TextContent).Aggregate(string.Concat), StringComparison.Ordinal);
        Assert.NotNull(versions.QuerySelector("del"));
        // Words as they were read, never signs of formatting; and the whole text below.
        Assert.DoesNotContain("**", versions.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("freundlich", versions.QuerySelector("section[aria-labelledby=wortlaut] strong")!.TextContent);
        var first = await visitor.GetAsync(Links.PageVersions("netiquette") + "?von=1&bis=1");
        Assert.Equal(old.Trim(), first.QuerySelector(".prose")!.TextContent.Trim());
        foreach (var odd in new[] { "?von=-1&bis=99", "?von=2&bis=1", "?von=x" }) Assert.Equal(200, (int)(await visitor.Client.GetAsync(Links.PageVersions("netiquette") + odd)).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Duties_cannot_be_withdrawn_whatever_is_sent_and_other_pages_say_why_they_are_gone(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var (browsing, visitor) = (await Browsing.AsAsync(site, moderator), Browsing.Visitor(site));
        Assert.Null((await browsing.GetAsync(Links.EditPage("impressum"))).QuerySelector("[value=Withdraw]"));
        await browsing.SubmitAsync(Links.EditPage("impressum"), NewsSteps.PageForm, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Weg damit." });
        Assert.Equal(400, (int)browsing.Last.StatusCode);
        Assert.Equal(200, (int)(await visitor.Client.GetAsync(Links.Page("impressum"))).StatusCode);

        await site.PageAsync(moderator, "sommerfest", "Sommerfest", "Am Markt.");
        await visitor.GetAsync(Links.Page("sommerfest"));
        Assert.Equal(HttpStatusCode.OK, visitor.Last.StatusCode);
        await browsing.SubmitAsync(Links.EditPage("sommerfest"), NewsSteps.PageForm, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Es ist vorbei." });
        Assert.Contains("Es ist vorbei.", (await visitor.GetAsync(Links.Page("sommerfest"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        Assert.Equal(410, (int)(await visitor.Client.GetAsync(Links.PageVersions("sommerfest"))).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_typed_into_a_draft_is_nobodys_business_later(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var (browsing, visitor) = (await Browsing.AsAsync(site, moderator), Browsing.Visitor(site));
        await site.PageAsync(moderator, "sommerfest", "Sommerfest", "Der Bürgermeister ist dagegen.", step: PublicationStep.Keep);
        foreach (var address in new[] { Links.Page("sommerfest"), Links.PageVersions("sommerfest") }) Assert.Equal(404, (int)(await visitor.Client.GetAsync(address)).StatusCode);
        await browsing.SubmitAsync(Links.EditPage("sommerfest"), NewsSteps.PageForm, new() { ["Input.Body"] = "Alle sind dafür.", ["Input.Publish.Step"] = "Publish" });
        Assert.Equal(302, (int)browsing.Last.StatusCode);
        var versions = await visitor.GetAsync(Links.PageVersions("sommerfest"));
        Assert.Single(versions.QuerySelectorAll("main .rows > li"));
        Assert.DoesNotContain("dagegen", versions.Source.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_new_page_gets_its_address_once_and_the_form_sent_twice_is_one_page(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var browsing = await Browsing.AsAsync(site, moderator);
        var fields = NewsSteps.Sent(await browsing.GetAsync(Links.NewPage), NewsSteps.PageForm);
        foreach (var (name, value) in new[] { ("Input.Title", "Grüne Höfe"), ("Input.Body", "So geht es."), ("Input.Publish.Step", "Publish"), ("Input.Section", "Stadt und Grün") }) fields[name] = value;
        foreach (var _ in new[] { 1, 2 })
        {
            await browsing.PostAsync(Links.NewPage, fields);
            Assert.Equal((302, "/seite/gruene-hoefe"), ((int)browsing.Last.StatusCode, browsing.Last.Headers.Location!.ToString()));
        }

        fields["Input.Body"] = "Etwas anderes.";
        foreach (var slug in new[] { "", "Neu", "impressum", "!!!" })
        {
            fields["Input.Slug"] = slug;
            var page = await browsing.PostAsync(Links.NewPage, fields);
            Assert.Equal((slug, 409), (slug, (int)browsing.Last.StatusCode));
            Assert.NotNull(page.QuerySelector(".error-list a[href='#Input_Slug']"));
        }

        Assert.Equal(1, await site.WithDbAsync(db => db.AuditEntries.CountAsync()));
        foreach (var role in new[] { Role.Citizen, Role.Partner })
            Assert.IsType<NotAllowed>((await site.UseAsync<SavePage, Outcome<SavedPage>>(async save =>
                await save.ExecuteAsync("x", isNew: true, new PageOrder(new("X", A.Text("x")), new(PublicationStep.Publish), null), await new Given(site).PersonAsync(role), default))).Refusal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_slower_of_two_moderators_sees_what_differs(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (one, two) = (await given.PersonAsync(Role.Moderator, "Flink"), await given.PersonAsync(Role.Moderator));
        await site.PageAsync(one, "sommerfest", "Sommerfest", "Am Markt.");
        var (fast, slow) = (await Browsing.AsAsync(site, one), await Browsing.AsAsync(site, two));
        var fields = NewsSteps.Sent(await slow.GetAsync(Links.EditPage("sommerfest")), NewsSteps.PageForm);
        await fast.SubmitAsync(Links.EditPage("sommerfest"), NewsSteps.PageForm, new() { ["Input.Body"] = "Am Rathaus." });
        fields["Input.Body"] = "Am Fluss.";
        var page = await slow.PostAsync(Links.EditPage("sommerfest"), fields);
        Assert.Equal(409, (int)slow.Last.StatusCode);
        Assert.Null(page.QuerySelector("#fehler"));
        Assert.Contains("Flink", page.QuerySelector("[aria-labelledby=inzwischen]")!.TextContent, StringComparison.Ordinal);
        await slow.PostAsync(Links.EditPage("sommerfest"), NewsSteps.Sent(page, NewsSteps.PageForm));
        Assert.Equal("Am Fluss.", await site.WithDbAsync(db => db.Pages.Where(row => row.Slug == "sommerfest").Select(row => row.Body.Markdown).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Knowledge_is_listed_by_section_and_found_by_its_own_search_and_that_of_the_site(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        await site.PageAsync(moderator, "was-ist-ozg", "Was ist das OZG?", "Das **Onlinezugangsgesetz** für Bürgerämter.", "Digitale Stadt");
        await site.PageAsync(moderator, "was-ist-ein-rat", "Was ist ein Rat?", "Gewählte Menschen.", "So entscheidet die Stadt");
        await site.PageAsync(moderator, "geheim", "Geheimes Onlinezugangsgesetz", "Noch nicht.", "Digitale Stadt", PublicationStep.Keep);
        var visitor = Browsing.Visitor(site);
        var all = await visitor.GetAsync(Links.Knowledge);
        Assert.Equal(["Digitale Stadt", "So entscheidet die Stadt"], all.QuerySelectorAll("main h2").Select(title => title.TextContent));
        Assert.Equal(["/seite/was-ist-ozg", "/seite/was-ist-ein-rat"], all.QuerySelectorAll(".knowledge a").Select(link => link.GetAttribute("href")));
        foreach (var search in new[] { "/wissen?q=onlinezugangsgesetz", "/wissen?q=buergeraemter", "/suche?q=B%C3%BCrger%C3%A4mter+ozg" })
        {
            var found = await visitor.GetAsync(search);
            Assert.NotNull(found.QuerySelector("a[href='/seite/was-ist-ozg']"));
            Assert.Null(found.QuerySelector("a[href='/seite/geheim']"));
        }

        Assert.Null((await visitor.GetAsync("/wissen?q=impressum")).QuerySelector("a.idea-row__title, main .rows a"));
        foreach (var odd in new[] { "%25", "_", "'", "%5C", new string('a', 250), "%00" })
        {
            Assert.Null((await visitor.GetAsync($"/wissen?q={odd}")).QuerySelector("main .rows a"));
            Assert.Equal(200, (int)visitor.Last.StatusCode);
        }
    }
}
