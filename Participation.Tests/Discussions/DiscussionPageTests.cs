using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Tests.Support;

namespace Participation.Tests.Discussions;

public sealed class DiscussionPageTests
{
    [Fact]
    public async Task Comments_are_written_answered_edited_and_deleted_without_script()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var page = $"/ideen/{number}/mehr-baenke-am-markt";
        var writer = await Browsing.AsAsync(site, await given.PersonAsync(name: "Kletterrose"));

        await writer.SubmitAsync(page, "form[data-comment-form]", new() { ["Body"] = "Ein **guter** Gedanke", ["Label"] = "For" });
        await writer.FollowAsync();
        var shown = await writer.FollowAsync();
        Assert.Equal("guter", shown.QuerySelector("#beitrag-1 strong")?.TextContent);
        await writer.SubmitAsync($"/ideen/{number}/beitraege?antwort=1", "form[data-comment-form]", new() { ["Body"] = "Und noch etwas" });
        var tree = await writer.GetAsync(page);
        Assert.NotNull(tree.QuerySelector("#beitrag-1 #beitrag-2"));
        await writer.SubmitAsync($"/ideen/{number}/beitraege/1/bearbeiten", "main form", new() { ["Input.Body"] = "Ein besserer Gedanke" });
        var history = await writer.GetAsync($"/ideen/{number}/beitraege/1/fassungen");
        Assert.Equal(["Ein besserer Gedanke", "Ein guter Gedanke"], history.QuerySelectorAll("main .prose").Select(text => text.Text().Trim()));
        await writer.SubmitAsync($"/ideen/{number}/beitraege/1/loeschen", "main form", []);
        tree = await writer.GetAsync(page);
        Assert.NotNull(tree.QuerySelector("#beitrag-1 > .comment--hidden"));
        Assert.NotNull(tree.QuerySelector("#beitrag-1 #beitrag-2"));
        Assert.Equal(1, await site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == number).Select(idea => idea.CommentCount).SingleAsync()));
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_comment()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var writer = await Browsing.AsAsync(site, await given.PersonAsync());
        var form = (await writer.GetAsync($"/ideen/{number}/beitraege")).QuerySelector("form[data-comment-form]")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        fields["Body"] = "Nur einmal, bitte";

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => writer.Client.PostAsync($"/ideen/{number}/beitraege", new FormUrlEncodedContent(fields))));

        Assert.Equal(1, await site.WithDbAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task A_forged_or_expired_form_writes_nothing_and_keeps_the_text()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var writer = await Browsing.AsAsync(site, await given.PersonAsync());

        var answer = await writer.PostAsync($"/ideen/{number}/beitraege", new() { ["Body"] = "Das habe ich lange geschrieben" });

        Assert.Equal(HttpStatusCode.BadRequest, writer.Last.StatusCode);
        Assert.Contains("Das habe ich lange geschrieben", answer.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await site.WithDbAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task A_comment_is_looked_at_before_it_is_sent_and_stays_an_answer()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var number = await given.IdeaAsync();
        await PostAsync(site, number, await given.PersonAsync(), null);
        var writer = await Browsing.AsAsync(site, await given.PersonAsync());
        var form = await writer.GetAsync($"/ideen/{number}/beitraege?antwort=1");
        Assert.True(form.QuerySelector("[data-preview-place]")!.HasAttribute("hidden"));
        var button = form.QuerySelector("form[data-comment-form] button[data-show-preview]")!;
        var answer = await writer.SubmitAsync($"/ideen/{number}/beitraege?antwort=1", "form[data-comment-form]", new() { ["Body"] = "Ganz **wichtig**", ["Label"] = "For", [button.GetAttribute("name")!] = button.GetAttribute("value")! });
        Assert.Equal(HttpStatusCode.OK, writer.Last.StatusCode);
        Assert.Equal("wichtig", answer.QuerySelector("[data-preview-place]:not([hidden]) [data-preview] strong")?.TextContent);
        Assert.Equal(("Ganz **wichtig**", "1", "label-For"), (answer.QuerySelector("#Body")!.TextContent.Trim(), answer.QuerySelector("input[name=Parent]")!.GetAttribute("value"), answer.QuerySelector("input[name=Label][checked]")!.Id));
        Assert.Equal(1, await site.WithDbAsync(db => db.Comments.CountAsync()));

        answer = await writer.SubmitAsync($"/ideen/{number}/beitraege", "form[data-comment-form]", new() { ["Body"] = new string('>', 3_000) + " x", [button.GetAttribute("name")!] = button.GetAttribute("value")! });
        Assert.Equal(HttpStatusCode.BadRequest, writer.Last.StatusCode);
        Assert.Contains("vereinfachen", answer.QuerySelector("#Body-error")?.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc"), InlineData("abc", "vorschau"), InlineData("1.5"), InlineData("99999999999999999999"), InlineData("0"), InlineData("-1"), InlineData("77"), InlineData("77", "vorschau")]
    public async Task An_answer_to_nothing_is_refused_with_its_text_and_becomes_no_comment(string parent, string action = "")
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var writer = await Browsing.AsAsync(site, await given.PersonAsync());
        var answer = await writer.SubmitAsync($"/ideen/{number}/beitraege", "form[data-comment-form]", new() { ["Body"] = "Meine Antwort", ["Parent"] = parent, ["aktion"] = action });
        Assert.InRange((int)writer.Last.StatusCode, 400, 409);
        Assert.NotEmpty(answer.QuerySelectorAll("#fehler li"));
        Assert.Equal("Meine Antwort", answer.QuerySelector("#Body")!.TextContent.Trim());
        Assert.Equal(0, await site.WithDbAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task Nobody_edits_or_deletes_what_someone_else_wrote()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var writer = await Browsing.AsAsync(site, await given.PersonAsync());
        await writer.SubmitAsync($"/ideen/{number}/mehr-baenke-am-markt", "form[data-comment-form]", new() { ["Body"] = "Meins" });
        var other = await Browsing.AsAsync(site, await given.PersonAsync());

        foreach (var page in (string[])["bearbeiten", "loeschen"])
        {
            await other.GetAsync($"/ideen/{number}/beitraege/1/{page}");
            Assert.Equal(HttpStatusCode.Forbidden, other.Last.StatusCode);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Forty_five_threads_are_three_pages_and_every_permalink_leads_to_its_comment(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var author = await given.PersonAsync();
        for (var i = 1; i <= 45; i++) await PostAsync(site, number, author, null);
        for (var i = 0; i < 30; i++) await PostAsync(site, number, author, 7);
        var visitor = Browsing.Visitor(site);

        var seen = new List<string>();
        for (var page = 1; page <= 3; page++)
            seen.AddRange((await visitor.GetAsync($"/ideen/{number}/mehr-baenke-am-markt?reihenfolge=alt&seite={page}")).QuerySelectorAll("[data-thread] > li[data-number]").Select(item => item.Id!));
        Assert.Equal(Enumerable.Range(1, 45).Select(i => $"beitrag-{i}"), seen);
        foreach (var comment in (int[])[1, 7, 40, 46, 74, 75])
        {
            await visitor.GetAsync($"/ideen/{number}/beitraege/{comment}");
            var target = await visitor.FollowAsync();
            Assert.NotNull(target.GetElementById($"beitrag-{comment}"));
        }
    }

    private static async Task PostAsync(TestSite site, int idea, Domain.Accounts.Actor author, int? parent) => Assert.True(
        (await site.UseAsync<Web.Discussions.PostComment, Web.Shared.Outcome<Web.Discussions.PostedComment>>(post => post.ExecuteAsync(
            new Web.Discussions.CommentInput(idea, parent, CommentLabel.None, "Text", CommentId.New(TimeProvider.System.GetUtcNow()).Value.ToString("N")), author, default))).Done);
}
