using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Participation.Tests.Support;

namespace Participation.Tests.Proposals;

/// <summary>What other programs read of proposals.</summary>
public sealed class ProposalApiTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Anyone_can_check_that_what_is_published_is_what_was_signed(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var proposal = await GivenProposal.PublishedAsync(site, await new Given(site).IdeaAsync());
        var client = Browsing.Visitor(site).Client;
        var one = await client.GetFromJsonAsync<JsonElement>($"/api/v1/proposals/{proposal.Number}");
        Assert.Equal("published", one.GetProperty("proposal").GetProperty("status").GetString());
        Assert.Equal(3, one.GetProperty("organisations").EnumerateArray().Count(party => party.GetProperty("signedAt").ValueKind is JsonValueKind.String));
        Assert.Equal("So steht es *hier*.", one.GetProperty("sections")[0].GetProperty("text").GetString());
        var bytes = await client.GetByteArrayAsync($"/api/v1/proposals/{proposal.Number}/content");
        Assert.Equal(one.GetProperty("contentHash").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_list_has_only_what_is_public_page_by_page(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var party = await GivenProposal.PartyAsync(site);
        foreach (var readAlong in new[] { true, false, true, true }) await GivenProposal.StartAsync(site, party, readAlong);
        var client = Browsing.Visitor(site).Client;
        var (numbers, next) = (new List<int>(), (string?)"/api/v1/proposals?limit=2");
        while (next is not null)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(next);
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetInt32()));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal([4, 3, 1], numbers);
    }
}
