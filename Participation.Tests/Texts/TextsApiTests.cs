using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Tests.Hosting.Api;
using Participation.Tests.News;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Texts;

/// <summary>Texts and what is said about their passages, for machines: the same as on the pages, and nothing more.</summary>
public sealed class TextsApiTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Texts_are_listed_and_read_with_their_passages(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (open, _, more) = (await GivenPassages.InAsync(site), await GivenPassages.InAsync(site, Publication.Draft), await GivenPassages.InAsync(site));
        var writer = await new Given(site).PersonAsync();
        Assert.True((await PassageDiscussionTests.PostAsync(site, DiscussionKey.OfPassage(open.First), "Das ist gut.", writer)).Done);
        await open.ChangeAsync(site, stored => Assert.Null(stored.Change(
            new(stored.Title, stored.Lead, stored.ProcessId, null, null, [new(open.Numbers[1], 0, A.Text("Wege sind eben."))]), stored.Version, () => 0, A.Moment)));
        var client = ApiClient.Visitor(site);

        var first = await client.GetAsync("/api/v1/texts?limit=1");
        Assert.Equal((open.Text, "Leitlinien", 1, 1), (Number(first.GetProperty("items")[0]), first.GetProperty("items")[0].GetProperty("title").GetString(), first.GetProperty("items")[0].GetProperty("passages").GetInt32(), first.GetProperty("items")[0].GetProperty("comments").GetInt32()));
        var second = await client.GetAsync(first.GetProperty("next").GetString()!);
        Assert.Equal(more.Text, Number(Assert.Single(second.GetProperty("items").EnumerateArray())));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        var text = await client.GetAsync($"/api/v1/texts/{open.Text}");
        Assert.Equal(("smart-city", "Was meinen Sie?"), (text.GetProperty("process").GetString(), text.GetProperty("lead").GetString()));
        var passages = text.GetProperty("passages").EnumerateArray().ToDictionary(Number);
        Assert.Equal(JsonValueKind.Null, passages[open.Numbers[1]].GetProperty("struckAt").ValueKind);
        Assert.Equal(("Bänke stehen im Schatten.", 1, JsonValueKind.String), (passages[open.First].GetProperty("body").GetString(), passages[open.First].GetProperty("comments").GetInt32(), passages[open.First].GetProperty("struckAt").ValueKind));
        await client.GetAsync("/api/v1/texts?limit=0");
        Assert.Equal(HttpStatusCode.BadRequest, client.Last.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_comment_on_a_passage_is_written_read_changed_and_deleted(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var passage = (await GivenPassages.InAsync(site)).First;
        // An idea of the same number has comments of its own.
        for (var idea = 0; idea < passage;) idea = await given.IdeaAsync(title: $"Mehr Bänke am Platz {idea}");
        var client = await ApiClient.AsAsync(site, await given.PersonAsync());
        var (list, one) = ($"/api/v1/passages/{passage}/comments", $"/api/v1/passages/{passage}/comments/1");

        var receipt = await client.SendAsync(HttpMethod.Post, "/api/v1/comments", new { passage, body = "Ein **guter** Gedanke", label = "for" }, ("Idempotency-Key", "k"));
        Assert.Equal((HttpStatusCode.Created, one), (client.Last.StatusCode, client.Last.Headers.Location?.ToString()));
        Assert.Equal((JsonValueKind.Null, passage, Links.Comment(DiscussionKey.OfPassage(passage), 1)), (receipt.GetProperty("idea").ValueKind, receipt.GetProperty("passage").GetInt32(), receipt.GetProperty("url").GetString()));
        await client.SendAsync(HttpMethod.Post, "/api/v1/comments", new { passage, body = "Ein **guter** Gedanke", label = "for" }, ("Idempotency-Key", "k"));
        Assert.Equal(1, Number(Assert.Single((await client.GetAsync(list)).GetProperty("items").EnumerateArray())));
        Assert.Equal((await client.GetAsync(list)).ToString(), (await client.GetAsync($"/api/v1/comments?passage={passage}")).ToString());
        Assert.Empty((await client.GetAsync($"/api/v1/comments?idea={passage}")).GetProperty("items").EnumerateArray());

        await client.SendAsync(HttpMethod.Put, one, new { body = "Ein besserer Gedanke" });
        Assert.Equal(428, (int)client.Last.StatusCode);
        await client.GetAsync(one);
        var changed = await client.SendAsync(HttpMethod.Put, one, new { body = "Ein besserer Gedanke" }, ("If-Match", client.Last.Headers.ETag!.ToString()));
        Assert.Equal("Ein besserer Gedanke", changed.GetProperty("body").GetString());
        var other = await ApiClient.AsAsync(site, await given.PersonAsync());
        await other.SendAsync(HttpMethod.Delete, one, null);
        Assert.Equal(HttpStatusCode.Forbidden, other.Last.StatusCode);
        await client.SendAsync(HttpMethod.Delete, one, null);
        Assert.Equal(HttpStatusCode.NoContent, client.Last.StatusCode);
        await client.GetAsync(one);
        Assert.Equal(HttpStatusCode.Gone, client.Last.StatusCode);
    }

    [Fact]
    public async Task A_comment_is_on_an_idea_or_on_a_passage()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (idea, passage) = (await given.IdeaAsync(), (await GivenPassages.InAsync(site)).First);
        var client = await ApiClient.AsAsync(site, await given.PersonAsync());
        foreach (var body in new object[] { new { body = "Gut." }, new { idea, passage, body = "Gut." } })
        {
            var problem = await client.SendAsync(HttpMethod.Post, "/api/v1/comments", body, ("Idempotency-Key", "k"));
            Assert.Equal(HttpStatusCode.BadRequest, client.Last.StatusCode);
            Assert.Contains("passage", problem.GetProperty("errors").GetProperty("idea")[0].GetString(), StringComparison.Ordinal);
        }

        foreach (var address in new[] { "/api/v1/comments", $"/api/v1/comments?idea={idea}&passage={passage}", $"/api/v1/passages/{passage}/comments?limit=101" })
        {
            await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.BadRequest, client.Last.StatusCode);
        }

        await client.SendAsync(HttpMethod.Post, "/api/v1/comments", new { passage = passage - 1, body = "Zur Überschrift." }, ("Idempotency-Key", "k"));
        Assert.Equal(HttpStatusCode.NotFound, client.Last.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_feed_tells_of_new_versions_and_comments_as_they_come(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var moderator = await given.PersonAsync(Role.Moderator);
        var number = await SaveTextTests.SavedAsync(site, moderator, "Alpha eins.\n\nBeta zwei.");
        var visitor = Browsing.Visitor(site);
        Assert.Single(await EntriesAsync());
        Assert.True((await PassageDiscussionTests.PostAsync(site, DiscussionKey.OfPassage(2), "Das ist gut.", await given.PersonAsync(name: "Kletterrose"))).Done);
        Assert.Equal(["Kletterrose zu: Absatz 2", "Leitlinien"], (await EntriesAsync()).Select(Title));
        await SaveTextTests.RewriteAsync(site, number, moderator, "Alpha eins.\n\nBeta zwei, und zwar bald.", "Der Tag steht fest.");
        var entries = await EntriesAsync();
        Assert.Equal("Neue Fassung: Leitlinien", Title(entries[0]));
        Assert.Equal("Der Tag steht fest.", entries[0].Element(AtomSchema.Atom + "summary")?.Value);
        Assert.Contains((await visitor.GetAsync(Links.Text(number, "Leitlinien"))).QuerySelectorAll("a, link"), link => link.GetAttribute("href") == Links.TextFeed(number) && link.LocalName == "link");

        async Task<List<XElement>> EntriesAsync()
        {
            var feed = XDocument.Parse(await visitor.Client.GetStringAsync(Links.TextFeed(number)));
            Assert.Empty(AtomSchema.Mistakes(feed));
            return [.. feed.Root!.Elements(AtomSchema.Atom + "entry")];
        }

        static string? Title(XElement entry) => entry.Element(AtomSchema.Atom + "title")?.Value;
    }

    private static int Number(JsonElement element) => element.GetProperty("number").GetInt32();
}
