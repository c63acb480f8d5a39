using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;

namespace Participation.Web.Proposals.Writing;

/// <summary>What was accepted after a version, as editors receive it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Since">The version before the first update.</param>
/// <param name="Updates">The updates, one after the other.</param>
/// <param name="Reload">Too much was missed: the page has to be loaded again.</param>
public sealed record TextNews(Guid Text, int Since, IReadOnlyList<TextNewsItem> Updates, bool Reload = false)
{
    internal static TextNews Of(SharedTextId text, int since, IEnumerable<PendingUpdate> updates) => new(text.Value, since, [.. updates.Select(update => new TextNewsItem(update.Client, update.Changes))]);
}

/// <summary>One accepted update.</summary>
/// <param name="Client">The editor it was typed in.</param>
/// <param name="Changes">What changed.</param>
public sealed record TextNewsItem(string Client, [property: JsonConverter(typeof(ChangeSetConverter))] ChangeSet Changes);

/// <summary>Changes in JSON.</summary>
internal sealed class ChangeSetConverter : JsonConverter<ChangeSet>
{
    public override ChangeSet? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return ChangeSet.Read(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, ChangeSet value, JsonSerializerOptions options) => value.Write(writer);
}
