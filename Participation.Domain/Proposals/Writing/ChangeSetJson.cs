using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Participation.Domain.Proposals.Writing;

/// <summary>The form in which changes travel: n keeps n, [n] deletes n, [n, "line", …] replaces n by the lines.</summary>
public sealed partial class ChangeSet
{
    /// <summary>Most sections of one change.</summary>
    public const int MostSections = 20_000;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads what anybody may have sent.</summary>
    /// <returns>The change, or null when it is none: wrong types, negative lengths, empty sections, line ends or control characters in lines, half characters.</returns>
    public static ChangeSet? Read(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Array || json.GetArrayLength() > MostSections) return null;
        var builder = new ChangeBuilder();
        var (old, added) = (0L, 0L);
        foreach (var part in json.EnumerateArray())
        {
            if (ReadSection(part) is not { } section) return null;
            if ((old += section.Old) > SharedText.MaxLength || (added += section.New) > 2L * SharedText.MaxLength) return null;
            builder.AddAsItIs(section);
        }

        return builder.ToChangeSet();
    }

    /// <summary>Reads what was stored.</summary>
    /// <exception cref="FormatException">It is no change.</exception>
    public static ChangeSet Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement) ?? throw new FormatException("No change set.");
    }

    /// <summary>Writes the form that <see cref="Read"/> reads.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain)) Write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the form that <see cref="Read"/> reads.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var section in Sections)
        {
            if (section.Inserted is null)
            {
                writer.WriteNumberValue(section.Old);
                continue;
            }

            writer.WriteStartArray();
            writer.WriteNumberValue(section.Old);
            if (section.Inserted.Length > 0)
            {
                foreach (var line in section.Inserted.AsSpan().Split('\n')) writer.WriteStringValue(section.Inserted.AsSpan(line));
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static ChangeSection? ReadSection(JsonElement part)
    {
        if (part.ValueKind is JsonValueKind.Number) return part.TryGetInt32(out var kept) && kept > 0 ? new ChangeSection(kept, null) : null;
        if (part.ValueKind is not JsonValueKind.Array) return null;
        var count = part.GetArrayLength();
        if (count == 0 || part[0].ValueKind is not JsonValueKind.Number || !part[0].TryGetInt32(out var old) || old < 0) return null;
        var text = new StringBuilder();
        foreach (var (i, line) in part.EnumerateArray().Skip(1).Index())
        {
            if (ReadLine(line) is not { } read || text.Length + read.Length > SharedText.MaxLength) return null;
            if (i > 0) text.Append('\n');
            text.Append(read);
        }

        return old == 0 && text.Length == 0 ? null : new ChangeSection(old, text.ToString());
    }

    private static string? ReadLine(JsonElement line)
    {
        if (line.ValueKind is not JsonValueKind.String) return null;
        try
        {
            var text = line.GetString();
            return text is not null && IsLine(text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // The escaped half of a surrogate pair.
            return null;
        }
    }

    private static bool IsLine(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
                i++;
            }
            else if (text[i] < ' ' && text[i] != '\t') return false;
        }

        return true;
    }
}
