using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Domain.Moderation.Guards;

namespace Participation.Web.Data;

/// <summary>The rules as they are stored. A limit that this version of the site does not know is left out, one that is missing has its default.</summary>
internal static class GuardRulesJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static string Write(GuardRules rules) =>
        JsonSerializer.Serialize(new Stored(rules.Limits.ToDictionary(limit => limit.Key.ToString(), limit => limit.Value, StringComparer.Ordinal), rules.FirstPosts, rules.Words), Options);

    public static GuardRules Read(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json, Options) ?? throw new JsonException("No rules.");
        var known = Enum.GetValues<GuardLimit>().Where(limit => stored.Limits.ContainsKey(limit.ToString()));
        return new GuardRules(known.ToDictionary(limit => limit, limit => stored.Limits[limit.ToString()]), stored.FirstPosts, stored.Words);
    }

    private sealed record Stored(Dictionary<string, int> Limits, FirstPostRule FirstPosts, IReadOnlyList<string> Words);
}
