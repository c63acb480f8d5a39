using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Participation.Tests.Architecture;
using Participation.Tests.Support;

namespace Participation.Tests.Council.Oparl;

/// <summary>Reads the interface as a program does: from the system object along every address to every list and object.</summary>
internal sealed class OparlWalk(HttpClient client, QueryCounter? counter = null)
{
    public const string System = "/oparl/v1.1/system";

    /// <summary>Addresses of lists, by the property that holds them.</summary>
    private static readonly HashSet<string> Lists = ["System.body", "Body.organization", "Body.person", "Body.meeting", "Body.paper", "Body.agendaItem", "Body.consultation", "Body.file", "Body.locationList", "Body.legislativeTermList", "Body.membership", "Organization.meeting", "Organization.consultation"];

    /// <summary>Addresses that do not lead to objects.</summary>
    private static readonly HashSet<string> Pages = ["id", "type", "oparlVersion", "license", "website", "web", "accessUrl", "downloadUrl", "participation:origin"];

    /// <summary>Every object by its id, as it stands at its own address.</summary>
    public Dictionary<string, JsonElement> Objects { get; } = [];

    /// <summary>Every object as it stands inside another, or in a list.</summary>
    public List<(string Where, JsonElement Object)> Elsewhere { get; } = [];

    /// <summary>Every address of a list that was read, with its pages.</summary>
    public Dictionary<string, List<JsonElement>> ListPages { get; } = [];

    /// <summary>Addresses of pages and files that objects name.</summary>
    public HashSet<string> Links { get; } = [];

    /// <summary>The raw answers.</summary>
    public List<(HttpResponseMessage Answer, byte[] Body)> Answers { get; } = [];

    public static HttpClient Client(TestSite site) => site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost"), HandleCookies = false });

    /// <summary>How many queries each page of each list took, where they are counted.</summary>
    public Dictionary<string, int> Queries { get; } = [];

    public static async Task<OparlWalk> AllAsync(TestSite site, QueryCounter? counter = null)
    {
        var walk = new OparlWalk(Client(site), counter);
        await walk.ObjectAsync("https://localhost" + System);
        return walk;
    }

    /// <summary>One answer.</summary>
    public async Task<JsonElement> ReadAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await client.GetAsync(address);
        var body = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.StatusCode == expected, $"{address}: {(int)answer.StatusCode}");
        Answers.Add((answer, body));
        using var json = JsonDocument.Parse(body);
        return json.RootElement.Clone();
    }

    /// <summary>All objects of a list, by following its pages.</summary>
    public async Task<List<JsonElement>> ListAsync(string address)
    {
        List<JsonElement> all = [];
        for (string? next = address; next is not null;)
        {
            var page = await ReadAsync(next);
            all.AddRange(page.GetProperty("data").EnumerateArray());
            next = page.GetProperty("links").TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        return all;
    }

    /// <summary>The last word of an object's type.</summary>
    public static string TypeOf(JsonElement json) => json.GetProperty("type").GetString()!.Split('/')[^1];

    private async Task ObjectAsync(string id)
    {
        if (Objects.ContainsKey(id)) return;
        var json = await ReadAsync(id);
        Objects[id] = json;
        await FollowAsync(json, json.GetProperty("id").GetString()!);
    }

    private async Task FollowAsync(JsonElement json, string where)
    {
        foreach (var property in json.EnumerateObject())
        {
            foreach (var value in property.Value.ValueKind is JsonValueKind.Array ? property.Value.EnumerateArray().ToArray() : [property.Value])
            {
                if (value.ValueKind is JsonValueKind.Object && value.TryGetProperty("id", out var inner))
                {
                    Elsewhere.Add(($"{where} {property.Name}", value));
                    await ObjectAsync(inner.GetString()!);
                }
                else if (value.ValueKind is JsonValueKind.String && value.GetString() is { } text && text.StartsWith("https://", StringComparison.Ordinal))
                {
                    await AddressAsync($"{TypeOf(json)}.{property.Name}", property.Name, text, where);
                }
            }
        }
    }

    private async Task AddressAsync(string place, string name, string address, string where)
    {
        if (Pages.Contains(name))
        {
            if (name is "web" or "accessUrl" or "downloadUrl" or "website") Links.Add(address);
        }
        else if (!Lists.Contains(place)) await ObjectAsync(address);
        else if (!ListPages.ContainsKey(address))
        {
            List<JsonElement> pages = ListPages[address] = [];
            for (string? next = address; next is not null;)
            {
                counter?.Take();
                var page = await ReadAsync(next);
                if (counter is not null) Queries[next] = counter.Take();
                pages.Add(page);
                foreach (var inside in page.GetProperty("data").EnumerateArray())
                {
                    Elsewhere.Add(($"{where} {name}", inside));
                    await ObjectAsync(inside.GetProperty("id").GetString()!);
                }

                next = page.GetProperty("links").TryGetProperty("next", out var link) ? link.GetString() : null;
            }
        }
    }
}
