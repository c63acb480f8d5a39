using System.Diagnostics;
using System.Globalization;
using Participation.Tests.Architecture;
using Participation.Tests.Support;

namespace Participation.Tests.Council.Oparl;

/// <summary>Ten thousand papers on PostgreSQL: a page of any list costs a few queries, and how long it takes is told. On SQLite <see cref="OparlLargeConformanceTests"/> reads them all.</summary>
public sealed class OparlLargeTests(ITestOutputHelper output)
{
    /// <summary>Most queries that a page of a list may take.</summary>
    internal const int Most = 4;

    [Fact]
    public async Task Each_page_of_each_list_costs_four_queries_at_most()
    {
        var counter = new QueryCounter();
        await using var site = await TestSite.StartAsync(Databases.PostgreSql, services: counter.Register);
        await new OparlCity(site).BuildAsync(OparlLargeSite.Papers);
        using var client = OparlWalk.Client(site);
        foreach (var list in (string[])["body", "body/1/organization", "body/1/person", "body/1/meeting", "body/1/paper", "body/1/paper?after=9800", "body/1/paper?modified_since=2020-01-01T00:00:00Z&after=5000", "body/1/agendaitem", "body/1/consultation?after=15000", "body/1/file", "body/1/location", "body/1/legislativeterm", "body/1/membership", "organization/2/meeting", "organization/2/consultation?after=12000"])
        {
            await client.GetAsync("/oparl/v1.1/" + list + (list.Contains('?', StringComparison.Ordinal) ? "&limit=99" : "?limit=99"));
            counter.Take();
            var clock = Stopwatch.StartNew();
            var answer = await client.GetAsync("/oparl/v1.1/" + list);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{list}: {clock.Elapsed.TotalMilliseconds:0.0} ms, {answer.Content.Headers.ContentLength} bytes"));
            var queries = counter.Take();
            Assert.True(answer.IsSuccessStatusCode && queries is > 0 and <= Most, $"{list}: {(int)answer.StatusCode}, {queries} queries");
        }
    }
}
