using Microsoft.EntityFrameworkCore;
using Participation.Tests.Support;

namespace Participation.Tests.Proposals.Writing;

/// <summary>Five writers with delays, reordered messages, lost answers and lost connections end with one text, which is the one that is stored.</summary>
public sealed class SimulationTests
{
    [Theory]
    [InlineData(Databases.Sqlite, 4000)]
    [InlineData(Databases.PostgreSql, 1000)]
    public async Task Five_writers_in_trouble_end_with_one_text(string database, int edits)
    {
        await using var site = await TestSite.ListenAsync(database);
        var texts = await GivenTexts.InAsync(site);
        var written = await LiveWriting.WriteAsync(texts, 5, new { edits, seed = 20261127, trouble = true });
        var (version, text, _) = await texts.StoredAsync();
        Assert.All(written.Texts, mine => Assert.Equal(text, mine));
        Assert.All(written.Versions, mine => Assert.Equal(version, mine));
        Assert.All(written.Unsent, unsent => Assert.Equal(0, unsent));
        Assert.Equal(text, (await texts.NowAsync()).Text);
        Assert.Equal(edits * 5, version);
        TestContext.Current.TestOutputHelper!.WriteLine($"{database}: {version} updates, text of {text.Length}; {written.Stats}");
    }

    /// <summary>Two nodes share the database and Redis, in which they tell each other's editors what was accepted.</summary>
    [Fact]
    public async Task Writers_on_two_nodes_end_with_one_text()
    {
        var redis = Environment.GetEnvironmentVariable("TEST_REDIS") ?? "127.0.0.1:63799";
        await using var first = await TestSite.ListenAsync(Databases.PostgreSql, settings => settings["Redis"] = redis);
        var connection = await first.WithDbAsync(db => Task.FromResult(db.Database.GetConnectionString()));
        await using var second = await TestSite.ListenAsync(Databases.PostgreSql, settings => (settings["Redis"], settings["Data:ConnectionString"]) = (redis, connection));
        var texts = await GivenTexts.InAsync(first);
        var written = await LiveWriting.WriteAsync(texts, 4, new { edits = 400, seed = 3, trouble = true }, first.Address, second.Address);
        var (version, text, _) = await texts.StoredAsync();
        Assert.All(written.Texts, mine => Assert.Equal(text, mine));
        Assert.Equal(1600, version);
    }
}
