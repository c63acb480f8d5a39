using Microsoft.EntityFrameworkCore;
using Participation.Tests.Support;
using Participation.Web.Ideas.Polis;

namespace Participation.Tests.Ideas.Polis;

/// <summary>One real consultation, counted exactly (Klimarat/README.md says where it comes from).</summary>
public sealed class KlimaratTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_whole_real_consultation_arrives_exactly(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        using var folder = PolisFolder.Klimarat();

        var counts = await site.ImportAsync(folder, "klimarat");

        Assert.Equal(
            new PolisCounts(Ideas: 522, Published: 277, Declined: 245, Submitted: 0, Authors: 197, Voters: 1116, People: 1117, Stances: 61_384, For: 38_206, Neutral: 13_955, Against: 9_223),
            counts);
        var stored = await site.WithDbAsync(db => db.Ideas.AsNoTracking().GroupBy(_ => 1)
            .Select(all => new { For = all.Sum(idea => idea.ForCount), Neutral = all.Sum(idea => idea.NeutralCount), Against = all.Sum(idea => idea.AgainstCount) }).SingleAsync());
        Assert.Equal((38_206, 13_955, 9_223), (stored.For, stored.Neutral, stored.Against));
    }

    [Fact]
    public async Task Its_export_arrives_elsewhere_with_the_same_counts()
    {
        await using var here = await TestSite.StartAsync();
        await using var there = await TestSite.StartAsync();
        using var folder = PolisFolder.Klimarat();
        using var exported = PolisFolder.Empty();
        var imported = await here.ImportAsync(folder, "klimarat");

        Assert.Equal(imported, await here.ExportAsync(exported, "klimarat"));
        Assert.Equal(imported, await there.ImportAsync(exported, "klimarat"));
    }
}
