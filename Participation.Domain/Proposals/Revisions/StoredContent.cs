using System.Text.Json;

namespace Participation.Domain.Proposals.Revisions;

/// <summary>Reads what <see cref="ProposalContent.ToBytes"/> wrote.</summary>
public static class StoredContent
{
    /// <summary>The content of a revision.</summary>
    public static ProposalContent Read(byte[] stored)
    {
        using var document = JsonDocument.Parse(stored);
        var content = document.RootElement;
        return new ProposalContent(
            content.GetProperty("number").GetInt32(), Text(content.GetProperty("title")), Text(content.GetProperty("summary")),
            [.. content.GetProperty("sections").EnumerateArray().Select(section => new SectionText(Value<SectionKind>(section[0]), Text(section[1])))],
            [.. content.GetProperty("costs").EnumerateArray().Select(cost => new CostLine(Text(cost[0]), Cents(cost[1]), Cents(cost[2])))],
            [.. content.GetProperty("organisations").EnumerateArray().Select(author => new SigningAuthor(Text(author[0]), Value<AuthorRole>(author[1])))]);
    }

    private static string Text(JsonElement value) => value.GetString() ?? "";

    private static long? Cents(JsonElement value) => value.ValueKind is JsonValueKind.Number ? value.GetInt64() : null;

    private static T Value<T>(JsonElement value) where T : struct, Enum => Enum.Parse<T>(Text(value), ignoreCase: true);
}
