using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Tests.Support;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Tests.Ideas;

public sealed class DraftTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_author_deletes_a_draft_for_good_and_twice_does_no_harm(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var author = await given.PersonAsync();
        var draft = await DraftAsync(site, given, author);
        var browsing = await Browsing.AsAsync(site, author);
        await browsing.SubmitAsync(Links.MyIdeas, "details.confirm form", []);
        Assert.Equal((302, Links.MyIdeas), ((int)browsing.Last.StatusCode, browsing.Last.Headers.Location!.ToString()));
        Assert.Equal(0, await site.WithDbAsync(db => db.Ideas.CountAsync()));
        await site.UseAsync<DeleteDraft, bool>(async delete => { await delete.ExecuteAsync(draft, author, default); return true; });
    }

    [Fact]
    public async Task Nobody_deletes_the_draft_of_someone_else_and_nobody_a_submitted_idea()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var author = await given.PersonAsync();
        var draft = await DraftAsync(site, given, author);
        var number = await given.IdeaAsync(author);
        var submitted = await site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == number).Select(idea => idea.Id).SingleAsync());
        var other = await Browsing.AsAsync(site, await given.PersonAsync());
        var page = await other.GetAsync(Links.ChangePassword);
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await other.PostAsync(Links.MyIdeas, new() { ["__RequestVerificationToken"] = token, ["entwurf"] = draft.Value.ToString() });
        Assert.Equal(403, (int)other.Last.StatusCode);
        await other.PostAsync(Links.MyIdeas, new() { ["entwurf"] = draft.Value.ToString() });
        Assert.Equal(400, (int)other.Last.StatusCode);
        await site.UseAsync<DeleteDraft, bool>(async delete => { await delete.ExecuteAsync(submitted, author, default); return true; });
        Assert.Equal(2, await site.WithDbAsync(db => db.Ideas.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Saving_and_submitting_one_form_at_once_leaves_one_submitted_idea_and_no_error(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.ProcessAsync();
        var author = await given.PersonAsync();
        var input = await InputAsync(site, "Ein Titel, der lang genug ist");
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            if (i % 3 == 0) await site.UseAsync<SubmitIdea, bool>(async submit => (await submit.ExecuteAsync(input, "same-form-key", author, default)).Done);
            else await site.UseAsync<SaveDraft, bool>(async save => (await save.ExecuteAsync(input, "same-form-key", author, default)).Done);
        }));
        var idea = Assert.Single(await site.WithDbAsync(db => db.Ideas.AsNoTracking().ToListAsync()));
        Assert.Equal((IdeaStatus.Published, input.Title), (idea.Status, idea.Title));
    }

    [Fact]
    public async Task Any_two_versions_are_compared()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var author = await given.PersonAsync();
        var number = await given.IdeaAsync(author, title: "Mehr Bänke am Markt");
        foreach (var (title, version) in new[] { ("Mehr Stühle am Markt", 1), ("Mehr Liegen am Markt", 2) })
        {
            var input = await InputAsync(site, title);
            Assert.Null(await site.UseAsync<ReviseIdea, Domain.Refusal?>(revise => revise.ExecuteAsync(number, input, version, author, default)));
        }

        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync(Links.IdeaHistory(number) + "?von=1&bis=3");
        var section = page.QuerySelector("main section")!;
        Assert.Equal(("Bänke", "Liegen"), (section.QuerySelector("del")!.TextContent.Trim(), section.QuerySelector("ins")!.TextContent.Trim()));
        Assert.Equal(["1", "3"], page.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")!));
        var unknown = await visitor.GetAsync(Links.IdeaHistory(number) + "?von=77&bis=99");
        Assert.Equal(("Stühle", "Liegen"), (unknown.QuerySelector("del")!.TextContent.Trim(), unknown.QuerySelector("ins")!.TextContent.Trim()));
        Assert.Equal([Links.IdeaComparison(number, 2, 3), Links.IdeaComparison(number, 1, 2)], unknown.QuerySelectorAll("[aria-labelledby=alle] a").Select(link => link.GetAttribute("href")!));
    }

    private static async Task<IdeaId> DraftAsync(TestSite site, Given given, Actor author)
    {
        await given.ProcessAsync();
        var input = await InputAsync(site, "Halb fertig");
        return await site.UseAsync<SaveDraft, IdeaId>(async save => (await save.ExecuteAsync(input, "draft-key-1", author, default)).Value);
    }

    private static async Task<IdeaInput> InputAsync(TestSite site, string title) => new IdeaFormInput
    {
        Title = title, Body = "Auf dem Marktplatz fehlen Plätze zum Sitzen.", Topic = await site.WithDbAsync(db => db.Topics.OrderBy(topic => topic.Order).Select(topic => topic.Key).FirstAsync()),
    }.ToInput("smart-city");
}
