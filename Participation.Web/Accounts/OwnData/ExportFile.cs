using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Participation.Web.Accounts.OwnData;

/// <summary>Puts the parts of a copy into one file: <c>daten.json</c> for programs and <c>daten.html</c> for people.</summary>
public sealed class ExportFile(ExportPage page)
{
    /// <summary>Names the format in the file; a change of meaning gets another number.</summary>
    public const string Format = "participation-own-data/1";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Zip(IReadOnlyList<ExportSection> sections, DateTimeOffset now)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in sections.SelectMany(section => section.Files))
            {
                using var entry = zip.CreateEntry(file.Name, CompressionLevel.NoCompression).Open();
                entry.Write(file.Content);
            }

            using (var json = zip.CreateEntry("daten.json", CompressionLevel.Optimal).Open()) WriteJson(json, sections, now);
            using var html = new StreamWriter(zip.CreateEntry("daten.html", CompressionLevel.Optimal).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            page.Write(html, sections, now);
        }

        return memory.ToArray();
    }

    private static void WriteJson(Stream to, IReadOnlyList<ExportSection> sections, DateTimeOffset now)
    {
        using var json = new Utf8JsonWriter(to, Readable);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("createdAt", now);
        foreach (var section in sections)
        {
            json.WritePropertyName(section.Key);
            WriteItems(json, section.Items);
        }

        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, IEnumerable<ExportItem> items)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            foreach (var (key, value) in item.Fields)
            {
                json.WritePropertyName(key);
                WriteValue(json, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case DateTimeOffset instant: json.WriteStringValue(instant); break;
            case Enum choice: json.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(choice.ToString())); break;
            case IEnumerable<ExportItem> items: WriteItems(json, items); break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }
}
