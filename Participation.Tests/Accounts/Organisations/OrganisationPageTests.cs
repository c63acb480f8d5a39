using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;

namespace Participation.Tests.Accounts.Organisations;

public sealed class OrganisationPageTests
{
    private const string Page = "/organisationen/stadtwerke";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_page_shows_what_an_organisation_wrote_and_takes_care_of_but_no_member(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var organisation = await site.OrganisationAsync();
        var editor = await site.MemberAsync(organisation, MembershipRole.Editor, "Frau Heimlich");
        var (own, other) = (await new Given(site).IdeaAsync(editor, title: "Ladesäulen am Markt"), await new Given(site).IdeaAsync(title: "Mehr Bänke am Markt"));
        await site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == own).ExecuteUpdateAsync(set => set.SetProperty(idea => idea.OrganisationId, organisation.Id)));
        await site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == other).ExecuteUpdateAsync(set => set
            .SetProperty(idea => idea.ResponsibleOrganisationId, organisation.Id).SetProperty(idea => idea.NextDate, new DateOnly(2099, 3, 1))));
        Assert.Null(await site.CommentAsync(other, editor, organisation));

        var page = await Browsing.Visitor(site).GetAsync(Page);

        Assert.Equal("Stadtwerke Ratingen", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("https://stadtwerke.example.org/", page.QuerySelector("dl.facts a")!.GetAttribute("href"));
        Assert.Contains("Ladesäulen am Markt", page.QuerySelector("[aria-labelledby=ideen]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1. März 2099", page.QuerySelector("[aria-labelledby=verantwortlich]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wir kümmern uns.", page.QuerySelector("[aria-labelledby=beitraege]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Frau Heimlich", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Stadtwerke Ratingen", (await Browsing.Visitor(site).GetAsync("/organisationen")).QuerySelector(".rows")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_leads_to_the_page_wherever_it_stands()
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.OrganisationAsync();
        var editor = await site.MemberAsync(organisation, MembershipRole.Editor);
        var idea = await new Given(site).IdeaAsync(editor);
        await site.WithDbAsync(db => db.Ideas.ExecuteUpdateAsync(set => set.SetProperty(i => i.OrganisationId, organisation.Id).SetProperty(i => i.ResponsibleOrganisationId, organisation.Id)));
        Assert.Null(await site.CommentAsync(idea, editor, organisation));

        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync($"/ideen/{idea}/mehr-baenke-am-markt");
        foreach (var place in (string[])[".byline", ".comment__head", "[aria-labelledby=wer]"]) Assert.NotNull(page.QuerySelector($"{place} a[href='{Page}']"));
        Assert.NotNull((await visitor.GetAsync("/ideen")).QuerySelector($".idea-row__by a[href='{Page}']"));
    }

    [Fact]
    public async Task What_is_hidden_elsewhere_is_hidden_here_and_the_page_changes_at_once()
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.OrganisationAsync();
        var editor = await site.MemberAsync(organisation, MembershipRole.Editor);
        var idea = await new Given(site).IdeaAsync(editor, title: "Ladesäulen am Markt");
        var visitor = Browsing.Visitor(site);
        Assert.DoesNotContain("Wir kümmern uns.", (await visitor.GetAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(await site.CommentAsync(idea, editor, organisation));
        Assert.Contains("Wir kümmern uns.", (await visitor.GetAsync(Page)).Body!.TextContent, StringComparison.Ordinal);

        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var version = await site.WithDbAsync(db => db.Ideas.Select(i => i.Version).SingleAsync());
        Assert.Null(await site.UseAsync<Web.Moderation.HideIdea, Domain.Refusal?>(hide => hide.ExecuteAsync(new Web.Moderation.CaseOrder(idea, version, moderator), Domain.Moderation.Ground.Respect, "Beleidigt Dritte.", default)));
        Assert.DoesNotContain("Wir kümmern uns.", (await visitor.GetAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_full_of_markup_is_text_and_an_unknown_address_is_not_found()
    {
        await using var site = await TestSite.StartAsync();
        await site.OrganisationAsync(name: "<script>alert(1)</script><img src=x onerror=alert(1)>");
        var visitor = Browsing.Visitor(site);
        foreach (var address in (string[])[Page, "/organisationen"]) Harmless.AssertPage(await visitor.GetAsync(address), address);
        await visitor.GetAsync("/organisationen/gibt-es-nicht");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Last.StatusCode);
    }
}
