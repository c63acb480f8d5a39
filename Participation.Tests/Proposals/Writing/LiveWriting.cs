using System.Text.Json;
using Participation.Tests.Support;

namespace Participation.Tests.Proposals.Writing;

/// <summary>Lets the real client of CodeMirror write, several at once, through the hub.</summary>
internal static class LiveWriting
{
    public static async Task<string> ConfigAsync(GivenTexts texts, int writers, object options, params string[] addresses)
    {
        var list = new List<object>();
        for (var i = 0; i < writers; i++)
        {
            var editor = await texts.EditorAsync();
            var (name, value) = await Browsing.CookieAsync(texts.Site, editor.Actor);
            list.Add(new { cookie = $"{name}={value}", client = editor.Client, address = addresses is [] ? texts.Site.Address : addresses[i % addresses.Length] });
        }

        var config = JsonSerializer.SerializeToNode(options)!.AsObject();
        config["text"] = texts.Text.Value;
        config["writers"] = JsonSerializer.SerializeToNode(list);
        return config.ToJsonString();
    }

    public static async Task<Written> WriteAsync(GivenTexts texts, int writers, object options, params string[] addresses)
    {
        var run = await Shell.NodeAsync("Proposals/Writing/writers.mjs", await ConfigAsync(texts, writers, options, addresses));
        Assert.True(run is { Code: 0, Error: "" }, run.Error + run.Output[..Math.Min(run.Output.Length, 3000)]);
        return Written.Read(run.Output.TrimEnd().Split('\n')[^1]);
    }
}

/// <summary>What the writers ended with.</summary>
internal sealed record Written(IReadOnlyList<string> Texts, IReadOnlyList<int> Versions, IReadOnlyList<int> Unsent, JsonElement Stats, double? P50, double? P99, double? Most, int Latencies)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static Written Read(string json) => JsonSerializer.Deserialize<Written>(json, Options)!;
}
