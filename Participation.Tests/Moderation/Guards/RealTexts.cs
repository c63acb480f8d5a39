using System.Runtime.CompilerServices;
using System.Text.Json;
using Participation.Web.Markdown;

namespace Participation.Tests.Moderation.Guards;

/// <summary>What people really write: the texts of the demo city, and the contributions of one real consultation (Ideas/Polis/Klimarat/README.md says where it comes from).</summary>
internal static class RealTexts
{
    public static IReadOnlyList<string> All([CallerFilePath] string here = "") =>
        [.. Demo(), .. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Ideas", "Polis", "Klimarat", "comments.csv"))];

    private static IEnumerable<string> Demo()
    {
        var assembly = typeof(MarkdownText).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Demo/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            if (!name.EndsWith(".json", StringComparison.Ordinal))
            {
                using var reader = new StreamReader(stream);
                yield return reader.ReadToEnd();
                continue;
            }

            using var json = JsonDocument.Parse(stream);
            foreach (var text in Strings(json.RootElement)) yield return text;
        }
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
