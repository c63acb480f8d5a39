using System.Net;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Tests.Support;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Tests.Hosting.Api;

public sealed class ApiReadTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Following_next_meets_every_idea_exactly_once_in_every_order(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var author = await given.PersonAsync();
        var all = new List<int>();
        for (var i = 0; i < 11; i++) all.Add(await given.IdeaAsync(author, title: $"Idee mit der Nummer {i}"));
        var voter = await given.PersonAsync();
        foreach (var number in all.Where((_, i) => i % 3 == 0))
            await site.UseAsync<TakeStance, Outcome<StanceCounts>>(take => take.ExecuteAsync(number, StanceKind.For, voter, default));
        var client = ApiClient.Visitor(site);

        foreach (var sort in new[] { "active", "newest", "supported", "contested" })
        {
            var met = new List<int>();
            for (var next = $"/api/v1/ideas?sort={sort}&limit=4"; next is not null;)
            {
                var page = await client.GetAsync(next);
                met.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetInt32()));
                next = page.GetProperty("next").GetString();
                Assert.Equal(next is not null, client.Last.Headers.TryGetValues("Link", out var link) && link.Single() == $"<{next}>; rel=\"next\"");
            }

            Assert.Equal(all.Order(), met.Order());
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Ideas_are_filtered_by_process_topic_status_and_words(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var tree = await given.IdeaAsync(title: "Straßenbäume am Markt pflanzen");
        var other = await given.IdeaAsync(process: "anderes", title: "Trinkbrunnen am Bahnhof");
        var client = ApiClient.Visitor(site);

        async Task<int[]> NumbersAsync(string query) =>
            [.. (await client.GetAsync("/api/v1/ideas?" + query)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetInt32()).Order()];

        Assert.Equal([other], await NumbersAsync("process=anderes"));
        Assert.Equal([tree], await NumbersAsync("q=Straßenbäume"));
        Assert.Equal([tree, other], await NumbersAsync("topic=mobilitaet&status=published"));
        Assert.Empty(await NumbersAsync("status=accepted"));
        Assert.Empty(await NumbersAsync("district=lintorf"));
    }

    [Fact]
    public async Task Who_has_an_answer_already_gets_304()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var client = ApiClient.Visitor(site);
        await client.GetAsync($"/api/v1/ideas/{number}");
        var tag = client.Last.Headers.ETag!.ToString();

        await client.GetAsync($"/api/v1/ideas/{number}", tag);
        Assert.Equal(HttpStatusCode.NotModified, client.Last.StatusCode);
        Assert.Empty(await client.Last.Content.ReadAsByteArrayAsync());

        await site.UseAsync<TakeStance, Outcome<StanceCounts>>(async take => await take.ExecuteAsync(number, StanceKind.For, await given.PersonAsync(), default));
        await client.GetAsync($"/api/v1/ideas/{number}", tag);
        Assert.Equal(HttpStatusCode.OK, client.Last.StatusCode);
    }

    [Fact]
    public async Task Scripts_of_other_sites_may_read_and_write_with_a_token_but_never_with_the_readers_cookie()
    {
        await using var site = await TestSite.StartAsync();
        var client = ApiClient.Visitor(site);
        foreach (var address in new[] { "/api/v1/topics", "/api/v1/ideas/99" })
        {
            await client.SendAsync(HttpMethod.Get, address, null, ("Origin", "https://anderswo.example"));
            Assert.Equal("*", Assert.Single(client.Last.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.False(client.Last.Headers.Contains("Access-Control-Allow-Credentials"));
        }

        await client.SendAsync(HttpMethod.Post, "/api/v1/ideas", new { }, ("Origin", "https://anderswo.example"));
        Assert.Equal(HttpStatusCode.Unauthorized, client.Last.StatusCode);
        Assert.Equal("*", Assert.Single(client.Last.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(client.Last.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_failure_is_a_problem_without_a_trace_of_the_code(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var gone = await given.IdeaAsync();
        await site.WithDbAsync(async db =>
        {
            var idea = db.Ideas.Single(candidate => candidate.Number == gone);
            Assert.Null(idea.Hide("Nennt eine Privatperson.", DateTimeOffset.UnixEpoch));
            return await db.SaveChangesAsync();
        });
        var client = ApiClient.Visitor(site);
        foreach (var (address, status) in new[]
        {
            ("/api/v1/ideas/999", 404), ("/api/v1/nirgends", 404), ("/api/v1/ideas/abc", 404), ($"/api/v1/ideas/{gone}", 410), ($"/api/v1/comments?idea={gone}", 410),
            ("/api/v1/ideas?limit=101", 400), ("/api/v1/ideas?limit=x", 400), ("/api/v1/ideas?after=x", 400), ("/api/v1/ideas?sort=x", 400), ("/api/v1/ideas?status=7", 400),
            ("/api/v1/comments", 400), ("/api/v1/ideas?topic=%00", 400), ("/api/v1/ideas?district=%00", 400), ("/api/v1/ideas?process=%00", 400), ("/api/v1/ideas?q=%00", 400),
            ("/api/v1/processes?after=%00", 400), ("/api/v1/antiforgery", 401), ("/api/v1/processes/nein", 404),
        })
        {
            var problem = await client.GetAsync(address);
            Assert.Equal(status, (int)client.Last.StatusCode);
            Assert.Equal("application/problem+json", client.Last.Content.Headers.ContentType?.MediaType);
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
            Assert.NotEqual("", problem.GetProperty("title").GetString());
            var text = problem.GetRawText();
            Assert.DoesNotContain("Exception", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" at Participation", text, StringComparison.Ordinal);
            if (status == 410) Assert.Equal("Nennt eine Privatperson.", problem.GetProperty("detail").GetString());
        }
    }

    [Fact]
    public async Task Whoever_reads_too_fast_is_told_how_long_to_wait()
    {
        await using var site = await TestSite.StartAsync(settings: settings => settings["Limits:ApiReadsPerMinute"] = "3");
        var client = ApiClient.Visitor(site);
        for (var i = 0; i < 3; i++) await client.GetAsync("/api/v1/topics");
        Assert.Equal(HttpStatusCode.OK, client.Last.StatusCode);
        var problem = await client.GetAsync("/api/v1/topics");
        Assert.Equal(HttpStatusCode.TooManyRequests, client.Last.StatusCode);
        Assert.True(client.Last.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal("application/problem+json", client.Last.Content.Headers.ContentType?.MediaType);
        Assert.Equal(429, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task An_idea_that_waits_is_there_for_its_author_only()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        await given.ProcessAsync(moderation: Domain.Processes.ModerationMode.PreModerateIdeas);
        var author = await given.PersonAsync();
        var client = await ApiClient.AsAsync(site, author);
        var receipt = await client.SendAsync(HttpMethod.Post, "/api/v1/ideas", ApiWriteTests.Idea(), ("Idempotency-Key", "eins"));
        Assert.Equal("submitted", receipt.GetProperty("status").GetString());

        await client.GetAsync($"/api/v1/ideas/{receipt.GetProperty("number")}");
        Assert.Equal(HttpStatusCode.OK, client.Last.StatusCode);
        var other = await ApiClient.AsAsync(site, await given.PersonAsync(Role.Citizen));
        await other.GetAsync($"/api/v1/ideas/{receipt.GetProperty("number")}");
        Assert.Equal(HttpStatusCode.NotFound, other.Last.StatusCode);
    }
}
