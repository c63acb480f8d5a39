using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Tests.Support;

namespace Participation.Tests.Hosting.Api;

public sealed class ApiWriteTests
{
    internal static Dictionary<string, object?> Idea(string title = "Trinkbrunnen am Bahnhof Ost") => new()
    {
        ["process"] = "smart-city", ["title"] = title, ["body"] = "An heißen Tagen fehlt dort **Wasser**.", ["topic"] = "mobilitaet", ["district"] = "ost",
    };

    public static TheoryData<string, string> Writes => new()
    {
        { "POST", "/api/v1/ideas" }, { "PUT", "/api/v1/ideas/1" }, { "PUT", "/api/v1/ideas/1/stance" }, { "DELETE", "/api/v1/ideas/1/stance" },
        { "POST", "/api/v1/comments" }, { "PUT", "/api/v1/ideas/1/comments/1" }, { "DELETE", "/api/v1/ideas/1/comments/1" },
        { "PUT", "/api/v1/passages/1/comments/1" }, { "DELETE", "/api/v1/passages/1/comments/1" },
    };

    [Theory, MemberData(nameof(Writes))]
    public async Task Nobody_writes_without_cookie_or_without_token(string method, string address)
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        await given.IdeaAsync();
        object body = address.EndsWith("stance", StringComparison.Ordinal) ? new { stance = "for" } : address.EndsWith("comments", StringComparison.Ordinal) || address.Contains("/comments/", StringComparison.Ordinal) ? new { idea = 1, body = "Gut." } : Idea();

        var visitor = ApiClient.Visitor(site);
        await visitor.SendAsync(new HttpMethod(method), address, method == "DELETE" ? null : body, ("Idempotency-Key", "k"), ("If-Match", "\"1\""));
        Assert.Equal(HttpStatusCode.Unauthorized, visitor.Last.StatusCode);

        var forged = await ApiClient.WithoutTokenAsync(site, await given.PersonAsync());
        await forged.SendAsync(new HttpMethod(method), address, method == "DELETE" ? null : body, ("Idempotency-Key", "k"), ("If-Match", "\"1\""));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Last.StatusCode);
        Assert.Contains("X-Antiforgery", await forged.Last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((1, 0, 0), await site.WithDbAsync(async db => (await db.Ideas.CountAsync(), await db.Comments.CountAsync(), await db.Stances.CountAsync())));
    }

    [Fact]
    public async Task The_contract_names_every_write_tested_here()
    {
        await using var site = await TestSite.StartAsync();
        var contract = await ApiClient.Visitor(site).GetAsync("/openapi/v1.json");
        var writes = contract.GetProperty("paths").EnumerateObject().Sum(path => path.Value.EnumerateObject().Count(operation => operation.Name is "post" or "put" or "delete" or "patch"));
        Assert.Equal(Writes.Count, writes);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_key_is_the_same_idea(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.ProcessAsync();
        var client = await ApiClient.AsAsync(site, await given.PersonAsync());

        var first = await client.SendAsync(HttpMethod.Post, "/api/v1/ideas", Idea(), ("Idempotency-Key", "eins"));
        Assert.Equal(HttpStatusCode.Created, client.Last.StatusCode);
        var second = await client.SendAsync(HttpMethod.Post, "/api/v1/ideas", Idea(), ("Idempotency-Key", "eins"));

        Assert.Equal(first.GetProperty("number").GetInt32(), second.GetProperty("number").GetInt32());
        Assert.Equal($"/api/v1/ideas/{first.GetProperty("number")}", client.Last.Headers.Location?.ToString());
        Assert.Equal(1, await site.WithDbAsync(db => db.Ideas.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Wrong_fields_are_named_and_nothing_is_stored(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        await given.ProcessAsync();
        var client = await ApiClient.AsAsync(site, await given.PersonAsync());
        foreach (var (field, value) in new (string, object?)[]
        {
            ("title", "kurz"), ("title", new string('x', IdeaText.TitleMaxLength + 1)), ("summary", new string('x', IdeaText.SummaryMaxLength + 1)), ("body", "  "),
            ("body", new string('x', IdeaText.BodyMaxLength + 1)), ("title", "Mit Null \0 darin"), ("topic", "gibt-es-nicht"), ("topic", "\0"), ("process", "\0"), ("organisation", "\0"), ("district", "mond"), ("process", "nein"),
            ("place", new string('x', IdeaText.PlaceMaxLength + 1)), ("latitude", 51.3), ("organisation", "keine"),
        })
        {
            var idea = Idea();
            idea[field] = value;
            var problem = await client.SendAsync(HttpMethod.Post, "/api/v1/ideas", idea, ("Idempotency-Key", "k"));
            Assert.Equal(HttpStatusCode.BadRequest, client.Last.StatusCode);
            Assert.True(problem.GetProperty("errors").EnumerateObject().Any(), field);
            Assert.Equal("application/problem+json", client.Last.Content.Headers.ContentType?.MediaType);
        }

        await client.SendAsync(HttpMethod.Post, "/api/v1/ideas", Idea());
        Assert.Equal(HttpStatusCode.BadRequest, client.Last.StatusCode);
        Assert.Equal(0, await site.WithDbAsync(db => db.Ideas.CountAsync()));
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_a_problem()
    {
        await using var site = await TestSite.StartAsync();
        var client = await ApiClient.AsAsync(site, await new Given(site).PersonAsync());
        foreach (var body in new object[] { new { title = 5 }, Array.Empty<int>(), "Text" })
        {
            await client.SendAsync(HttpMethod.Post, "/api/v1/ideas", body, ("Idempotency-Key", "k"));
            Assert.Equal(HttpStatusCode.BadRequest, client.Last.StatusCode);
            Assert.Equal("application/problem+json", client.Last.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_change_needs_the_version_it_starts_from()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var author = await given.PersonAsync();
        var number = await given.IdeaAsync(author);
        var client = await ApiClient.AsAsync(site, author);
        var address = $"/api/v1/ideas/{number}";
        await client.GetAsync(address);
        var tag = client.Last.Headers.ETag!.ToString();

        await client.SendAsync(HttpMethod.Put, address, Idea("Ein neuer Titel"));
        Assert.Equal(428, (int)client.Last.StatusCode);
        var changed = await client.SendAsync(HttpMethod.Put, address, Idea("Ein neuer Titel"), ("If-Match", tag));
        Assert.Equal("Ein neuer Titel", changed.GetProperty("idea").GetProperty("title").GetString());
        await client.SendAsync(HttpMethod.Put, address, Idea("Noch ein Titel"), ("If-Match", tag));
        Assert.Equal(HttpStatusCode.Conflict, client.Last.StatusCode);

        var other = await ApiClient.AsAsync(site, await given.PersonAsync());
        await other.SendAsync(HttpMethod.Put, address, Idea("Fremder Titel"), ("If-Match", "\"2\""));
        Assert.Equal(HttpStatusCode.Forbidden, other.Last.StatusCode);
        Assert.Equal(2, (await client.GetAsync(address + "/versions")).GetArrayLength());
    }

    [Fact]
    public async Task A_stance_is_taken_changed_and_withdrawn_and_nobody_reads_whose_it_is()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var author = await given.PersonAsync();
        var number = await given.IdeaAsync(author);
        var person = await given.PersonAsync(name: "Geheime Wählerin");
        var client = await ApiClient.AsAsync(site, person);
        var address = $"/api/v1/ideas/{number}/stance";

        Assert.Equal(1, (await client.SendAsync(HttpMethod.Put, address, new { stance = "for" })).GetProperty("for").GetInt32());
        var counts = await client.SendAsync(HttpMethod.Put, address, new { stance = "against" });
        Assert.Equal((0, 1), (counts.GetProperty("for").GetInt32(), counts.GetProperty("against").GetInt32()));
        await client.SendAsync(HttpMethod.Put, address, new { stance = "sideways" });
        Assert.Equal(HttpStatusCode.BadRequest, client.Last.StatusCode);
        foreach (var read in new[] { "/api/v1/stances", $"/api/v1/ideas/{number}", "/api/v1/ideas", $"/api/v1/comments?idea={number}" })
        {
            var text = (await client.GetAsync(read)).GetRawText();
            Assert.DoesNotContain("Wählerin", text, StringComparison.Ordinal);
            Assert.DoesNotContain("@", text, StringComparison.Ordinal);
            Assert.DoesNotContain(author.Person.Value.ToString(), text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(0, (await client.SendAsync(HttpMethod.Delete, address, null)).GetProperty("against").GetInt32());
        var own = await ApiClient.AsAsync(site, author);
        var problem = await own.SendAsync(HttpMethod.Put, address, new { stance = "for" });
        Assert.Equal((HttpStatusCode.Forbidden, "OwnIdeaHasNoStance"), (own.Last.StatusCode, problem.GetProperty("refusal").GetString()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Comments_are_written_changed_deleted_and_walked(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var client = await ApiClient.AsAsync(site, await given.PersonAsync(Role.Citizen, "Frau Schreiber"));
        for (var i = 1; i <= 5; i++)
            await client.SendAsync(HttpMethod.Post, "/api/v1/comments", new { idea = number, body = $"Beitrag {i}", label = "question", parent = i == 5 ? 1 : (int?)null }, ("Idempotency-Key", $"k{i}"));
        Assert.Equal(HttpStatusCode.Created, client.Last.StatusCode);
        await client.SendAsync(HttpMethod.Post, "/api/v1/comments", new { idea = number, body = "Beitrag 5" }, ("Idempotency-Key", "k5"));

        await client.SendAsync(HttpMethod.Put, $"/api/v1/ideas/{number}/comments/2", new { body = "Geändert" }, ("If-Match", "\"1\""));
        Assert.Equal(HttpStatusCode.OK, client.Last.StatusCode);
        await client.SendAsync(HttpMethod.Delete, $"/api/v1/ideas/{number}/comments/1", null);
        await client.SendAsync(HttpMethod.Delete, $"/api/v1/ideas/{number}/comments/3", null);
        Assert.Equal(HttpStatusCode.NoContent, client.Last.StatusCode);

        var met = new List<(int, string?, string?)>();
        for (var next = $"/api/v1/comments?idea={number}&limit=2"; next is not null;)
        {
            var page = await client.GetAsync(next);
            met.AddRange(page.GetProperty("items").EnumerateArray().Select(c => (c.GetProperty("number").GetInt32(), c.GetProperty("status").GetString(), c.GetProperty("body").GetString())));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal([(1, "deleted", null), (2, "published", "Geändert"), (4, "published", "Beitrag 4"), (5, "published", "Beitrag 5")], met);
    }
}
