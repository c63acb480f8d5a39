using System.Text.Json;
using Participation.Tests.Support;

namespace Participation.Tests.Hosting.Api;

/// <summary>Judges the answers of the API: JSON that no browser takes for a page, and HTML in it that is harmless.</summary>
internal static class ApiReading
{
    /// <summary>Walks a list to its end and judges every answer.</summary>
    public static async Task AssertHarmlessAsync(ApiClient client, string list, int count)
    {
        var (next, met) = ((string?)list, 0);
        while (next is not null)
        {
            var page = await client.GetAsync(next);
            AssertHarmless(client, page);
            met += page.GetProperty("items").GetArrayLength();
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(count, met);
    }

    /// <summary>The last answer of a client.</summary>
    public static void AssertHarmless(ApiClient client, JsonElement answer)
    {
        Assert.EndsWith("json", client.Last.Content.Headers.ContentType?.MediaType, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(client.Last.Headers.GetValues("X-Content-Type-Options")));
        Assert.All(Html(answer), html => Assert.Null(Harmless.Offence(html)));
    }

    /// <summary>Every text in an answer whose name says that it is HTML.</summary>
    public static IEnumerable<string> Html(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property =>
            property.Name.EndsWith("Html", StringComparison.Ordinal) && property.Value.GetString() is { } html ? [html] : Html(property.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Html),
        _ => [],
    };
}
