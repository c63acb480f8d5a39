using AngleSharp.Html.Dom;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Tests.Ideas;

/// <summary>An empty form offers the draft that its person last wrote on, and to nobody else.</summary>
public sealed class DraftOfferTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_latest_draft_is_offered_to_its_author_alone_and_opens(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.ProcessAsync();
        var (author, other) = (await given.PersonAsync(), await given.PersonAsync());
        var writer = await Browsing.AsAsync(site, author);
        Assert.Null(Offer(await writer.GetAsync(Links.NewIdea)));
        await KeepAsync(site, author, "entwurf-eins", "Der ältere Entwurf");
        await KeepAsync(site, author, "entwurf-zwei", Payloads.Html[0]);
        await KeepAsync(site, other, "entwurf-drei", "Ein fremder Entwurf");

        var page = await writer.GetAsync(Links.NewIdea);

        Harmless.AssertPage(page, Links.NewIdea);
        Assert.Equal(Payloads.Html[0], Offer(page)!.TextContent);
        var draft = await writer.GetAsync(Offer(page)!.GetAttribute("href")!);
        Assert.Equal(Payloads.Html[0], ((IHtmlInputElement)draft.QuerySelector("#Input_Title")!).Value);
        Assert.Null(Offer(draft));
        Assert.Null(Offer(await Browsing.Visitor(site).GetAsync(Links.NewIdea)));
        Assert.Equal("Ein fremder Entwurf", Offer(await (await Browsing.AsAsync(site, other)).GetAsync(Links.NewIdea))!.TextContent);
    }

    private static AngleSharp.Dom.IElement? Offer(IHtmlDocument page) => page.QuerySelector("[data-offer] a");

    private static async Task KeepAsync(TestSite site, Actor author, string key, string title) =>
        Assert.True(await site.UseAsync<SaveDraft, bool>(async save =>
            (await save.ExecuteAsync(new IdeaInput("smart-city", title, null, "", null, null, null, null, null), key, author, default)).Done));
}
