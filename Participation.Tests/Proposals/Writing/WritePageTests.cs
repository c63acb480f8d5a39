using System.Net;
using AngleSharp.Html.Dom;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals.Writing;

/// <summary>Writing without script: section by section, put together with what others wrote, nothing lost.</summary>
public sealed class WritePageTests
{
    private const string Form = "#abschnitt-1-titel ~ .writing__both form";

    public static TheoryData<string> All => Databases.All;

    [Theory, MemberData(nameof(All))]
    public async Task What_others_wrote_elsewhere_in_the_meantime_stays(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var texts = await GivenTexts.InAsync(site);
        var (plain, live) = (await texts.EditorAsync(), await texts.EditorAsync());
        await live.PushAsync(0, """[[0,"Erster Absatz.","","Zweiter Absatz.","","Dritter Absatz."]]""");
        var browser = await Browsing.AsAsync(site, plain.Actor);
        var (page, fields) = await OpenAsync(browser);
        Assert.Equal(6, page.QuerySelectorAll("textarea").Length);
        await live.PushAsync(1, """[[6,"Letzter"],42]""");
        fields["Input.Text"] = "Erster Absatz.\r\n\r\nZweiter Absatz.\r\n\r\nDritter Absatz, mit mehr.";
        await browser.PostAsync(Links.WriteProposal(1), fields);
        Assert.Equal((HttpStatusCode.Redirect, "/vorhaben/1/schreiben#abschnitt-1"), (browser.Last.StatusCode, browser.Last.Headers.Location?.ToString()));
        Assert.Equal("Letzter Absatz.\n\nZweiter Absatz.\n\nDritter Absatz, mit mehr.", (await texts.NowAsync()).Text);

        // The same form sent again.
        await browser.PostAsync(Links.WriteProposal(1), fields);
        Assert.Equal(HttpStatusCode.Redirect, browser.Last.StatusCode);
        Assert.Equal(3, (await texts.StoredAsync()).Version);
        Assert.Contains("ist gespeichert", (await browser.FollowAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_passage_is_shown_in_both_versions_and_saved_once_somebody_brought_them_together()
    {
        await using var site = await TestSite.StartAsync();
        var texts = await GivenTexts.InAsync(site);
        var (plain, live) = (await texts.EditorAsync(), await texts.EditorAsync());
        await live.PushAsync(0, """[[0,"Der Weg ist schmal."]]""");
        var browser = await Browsing.AsAsync(site, plain.Actor);
        var (_, fields) = await OpenAsync(browser);
        await live.PushAsync(1, """[12,[6,"eng"],1]""");
        fields["Input.Text"] = "Der Weg ist steil.";
        var both = await browser.PostAsync(Links.WriteProposal(1), fields);
        Assert.Equal(HttpStatusCode.Conflict, browser.Last.StatusCode);
        Assert.Equal(["Der Weg ist steil.", "Der Weg ist eng."], both.QuerySelectorAll($"{Form} textarea").Select(area => ((IHtmlTextAreaElement)area).Value));
        Assert.Equal("Der Weg ist eng.", (await texts.NowAsync()).Text);

        var again = Browsing.Fields((IHtmlFormElement)both.QuerySelector(Form)!);
        again["Input.Text"] = "Der Weg ist eng und steil.";
        await browser.PostAsync(Links.WriteProposal(1), again);
        Assert.Equal(HttpStatusCode.Redirect, browser.Last.StatusCode);
        Assert.Equal("Der Weg ist eng und steil.", (await texts.NowAsync()).Text);
    }

    [Fact]
    public async Task Forged_too_long_and_unwritable_texts_come_back_with_what_was_typed()
    {
        await using var site = await TestSite.StartAsync();
        var texts = await GivenTexts.InAsync(site);
        var browser = await Browsing.AsAsync(site, (await texts.EditorAsync()).Actor);
        var (_, fields) = await OpenAsync(browser);
        fields["Input.Text"] = "Das ist\u0007 \U0001F6B2 sagbar.";
        await browser.PostAsync(Links.WriteProposal(1), fields);
        Assert.Equal(HttpStatusCode.Redirect, browser.Last.StatusCode);
        Assert.Equal("Das ist 🚲 sagbar.", (await texts.NowAsync()).Text);

        fields["Input.Version"] = "77";
        fields["Input.Text"] = "Neu.";
        var refused = await browser.PostAsync(Links.WriteProposal(1), fields);
        Assert.Equal((HttpStatusCode.BadRequest, "Neu."), (browser.Last.StatusCode, ((IHtmlTextAreaElement)refused.QuerySelector($"{Form} textarea")!).Value));
        fields.Remove("__RequestVerificationToken");
        refused = await browser.PostAsync(Links.WriteProposal(1), fields);
        Assert.Equal((HttpStatusCode.BadRequest, "Neu."), (browser.Last.StatusCode, ((IHtmlTextAreaElement)refused.QuerySelector($"{Form} textarea")!).Value));
        Assert.Equal(1, (await texts.StoredAsync()).Version);
    }

    [Fact]
    public async Task The_page_is_for_those_who_write()
    {
        await using var site = await TestSite.StartAsync();
        var texts = await GivenTexts.InAsync(site);
        foreach (var (actor, status) in new[]
        {
            ((await texts.EditorAsync(MembershipRole.Viewer)).Actor, HttpStatusCode.Forbidden), (await new Given(site).PersonAsync(), HttpStatusCode.NotFound), (await new Given(site).PersonAsync(Role.Moderator), HttpStatusCode.Forbidden),
        })
        {
            var browser = await Browsing.AsAsync(site, actor);
            await browser.GetAsync(Links.WriteProposal(1));
            Assert.Equal(status, browser.Last.StatusCode);
        }
    }

    private static async Task<(IHtmlDocument Page, Dictionary<string, string> Fields)> OpenAsync(Browsing browser)
    {
        var page = await browser.GetAsync(Links.WriteProposal(1));
        return (page, Browsing.Fields((IHtmlFormElement)page.QuerySelector(Form)!));
    }
}
