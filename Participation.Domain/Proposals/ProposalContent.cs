using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Participation.Domain.Proposals;

/// <summary>
/// Exactly what organisations sign: everything that a proposal says and who takes part, in one form that anyone can make again from what is published.
/// Organisations stand there by their addresses, which never change.
/// </summary>
/// <param name="Number">Public number.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">Summary.</param>
/// <param name="Sections">The text of each section, in the order of <see cref="SectionKind"/>.</param>
/// <param name="Costs">The table of costs, in its order.</param>
/// <param name="Authors">The organisations that take part, by address.</param>
public sealed record ProposalContent(int Number, string Title, string Summary, IReadOnlyList<SectionText> Sections, IReadOnlyList<CostLine> Costs, IReadOnlyList<SigningAuthor> Authors)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether a section says nothing; the table of costs speaks for its own section.</summary>
    public bool HasEmptySection => Enum.GetValues<SectionKind>().Any(section =>
        !(section is SectionKind.Costs && Costs.Count > 0) && string.IsNullOrWhiteSpace(Sections.FirstOrDefault(text => text.Section == section)?.Text));

    /// <summary>SHA-256 of <see cref="ToBytes"/>, as 64 small hexadecimal digits.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(ToBytes()));

    /// <summary>JSON in UTF-8 without white space: number, title, summary, sections, costs in cents, organisations with their roles, each list in its order.</summary>
    public byte[] ToBytes()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("number", Number);
            json.WriteString("title", Title);
            json.WriteString("summary", Summary);
            WriteList(json, "sections", Sections.OrderBy(text => text.Section), text => [Name(text.Section), text.Text]);
            WriteList(json, "costs", Costs, cost => [cost.Label, cost.OneOff, cost.Yearly]);
            WriteList(json, "organisations", Authors.OrderBy(author => author.Role).ThenBy(author => author.Slug, StringComparer.Ordinal), author => [author.Slug, Name(author.Role)]);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Func<T, object?[]> values)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartArray();
            foreach (var value in values(item))
            {
                if (value is long cents) json.WriteNumberValue(cents);
                else json.WriteStringValue(value as string);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>What a section says.</summary>
public sealed record SectionText(SectionKind Section, string Text);

/// <summary>A line of the table of costs; amounts in cents.</summary>
public sealed record CostLine(string Label, long? OneOff, long? Yearly);

/// <summary>An organisation that takes part.</summary>
public sealed record SigningAuthor(string Slug, AuthorRole Role);
