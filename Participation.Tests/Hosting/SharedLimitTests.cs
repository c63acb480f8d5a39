using System.Net;
using Participation.Tests.Support;

namespace Participation.Tests.Hosting;

/// <summary>Limits per minute that several nodes count together in Redis, and each for itself where there is none.</summary>
public sealed class SharedLimitTests
{
    private const int Limit = 5;

    private static string Redis => Environment.GetEnvironmentVariable("TEST_REDIS") ?? "127.0.0.1:63799";

    [Fact]
    public async Task Of_many_at_once_on_two_nodes_exactly_the_limit_passes_and_the_others_learn_when_to_come_again()
    {
        await using var one = await StartAsync(Redis);
        await using var two = await StartAsync(Redis);
        var actor = await new Given(one).PersonAsync();
        await JoinAsync(two, actor);
        var (first, second) = (await Browsing.AsAsync(one, actor), await Browsing.AsAsync(two, actor));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4 * Limit).Select(i => (i % 2 == 0 ? first : second).Client.GetAsync("/api/v1/topics")));
        Assert.Equal(Limit, answers.Count(answer => answer.StatusCode is HttpStatusCode.OK));
        Assert.All(answers.Where(answer => answer.StatusCode is not HttpStatusCode.OK), answer => Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60));
        // Another policy has its own count.
        Assert.Equal(HttpStatusCode.OK, (await second.Client.GetAsync("/ideen?q=Markt")).StatusCode);
    }

    [Fact]
    public async Task While_Redis_is_away_each_node_counts_for_itself()
    {
        await using var site = await StartAsync("127.0.0.1:1,abortConnect=false,connectTimeout=200,syncTimeout=200,asyncTimeout=200,connectRetry=0");
        var visitor = Browsing.Visitor(site);
        for (var i = 0; i < Limit; i++)
        {
            await visitor.GetAsync("/api/v1/topics");
            Assert.Equal(HttpStatusCode.OK, visitor.Last.StatusCode);
        }

        await visitor.GetAsync("/api/v1/topics");
        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Last.StatusCode);
        Assert.NotNull(visitor.Last.Headers.RetryAfter);
    }

    /// <summary>The same person on the other node's own database.</summary>
    private static Task<int> JoinAsync(TestSite site, Domain.Accounts.Actor actor) => site.WithDbAsync(db =>
    {
        db.People.Add(Domain.Accounts.Person.Join(actor.Person, "Dieselbe", actor.Role, Domain.Accounts.Verification.Email, A.Moment));
        return db.SaveChangesAsync();
    });

    private static Task<TestSite> StartAsync(string redis) => TestSite.StartAsync(settings: settings => (settings["Redis"], settings["Limits:ApiReadsPerMinute"]) = (redis, $"{Limit}"));
}
