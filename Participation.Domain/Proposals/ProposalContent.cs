using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals;

/// <summary>Everything that organisations sign: exactly this and nothing else makes the hash.</summary>
/// <param name="Number">Public number of the proposal.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">Summary.</param>
/// <param name="Signatories">Who signs, the lead first.</param>
/// <param name="Sections">What the sections say, as typed.</param>
/// <param name="Costs">The table of costs.</param>
public sealed record ProposalContent(
    int Number, string Title, string Summary, IReadOnlyList<OrganisationId> Signatories, IReadOnlyDictionary<SectionKind, string> Sections, IReadOnlyList<CostLine> Costs)
{
    private const string Form = "1";

    /// <summary>Sections without which there is nothing to sign.</summary>
    public static IReadOnlyList<SectionKind> Needed { get; } = [SectionKind.Background, SectionKind.Goal, SectionKind.Measures];

    /// <summary>Needed sections that say nothing.</summary>
    public IReadOnlyList<SectionKind> Missing => [.. Needed.Where(section => string.IsNullOrWhiteSpace(Sections.GetValueOrDefault(section)))];

    /// <summary>SHA-256 of <see cref="ToBytes"/> in lower-case hexadecimal digits.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(ToBytes()));

    /// <summary>
    /// The one form in which it is hashed and kept. Every value is UTF-8 with its length in bytes in front (four bytes, big-endian), in this order: <c>1</c> (version of the
    /// form), number, title, summary, number of signatories and their ids (36 characters), name and text of each section in the order of <see cref="SectionKind"/>, number of lines
    /// and label, one-off and yearly cents of each (empty when nothing is said).
    /// </summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var value in Values().Select(Encoding.UTF8.GetBytes))
        {
            BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
            bytes.Write(length);
            bytes.Write(value);
        }

        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static ProposalContent Read(byte[] kept)
    {
        var values = new Queue<string>(ReadValues(kept));
        if (values.Dequeue() is not Form) throw new FormatException("A form of content that is not known.");
        var (number, title, summary) = (Whole(values.Dequeue()), values.Dequeue(), values.Dequeue());
        List<OrganisationId> signatories = [.. Enumerable.Range(0, Whole(values.Dequeue())).Select(_ => OrganisationId.From(Guid.Parse(values.Dequeue())))];
        var sections = Enum.GetValues<SectionKind>().Select(_ => (Kind: Enum.Parse<SectionKind>(values.Dequeue()), Text: values.Dequeue())).ToDictionary(section => section.Kind, section => section.Text);
        List<CostLine> costs = [.. Enumerable.Range(0, Whole(values.Dequeue())).Select(_ => new CostLine(values.Dequeue(), Cents(values.Dequeue()), Cents(values.Dequeue())))];
        return new ProposalContent(number, title, summary, signatories, sections, costs);
    }

    private static IEnumerable<string> ReadValues(byte[] kept)
    {
        for (var at = 0; at < kept.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(kept.AsSpan(at));
            yield return Encoding.UTF8.GetString(kept, at + sizeof(int), length);
            at += sizeof(int) + length;
        }
    }

    private IEnumerable<string> Values()
    {
        yield return Form;
        yield return Text(Number);
        yield return Title;
        yield return Summary;
        yield return Text(Signatories.Count);
        foreach (var signatory in Signatories) yield return signatory.Value.ToString("D");
        foreach (var section in Enum.GetValues<SectionKind>())
        {
            yield return section.ToString();
            yield return Sections.GetValueOrDefault(section) ?? "";
        }

        yield return Text(Costs.Count);
        foreach (var line in Costs)
        {
            yield return line.Label;
            yield return line.OneOff is { } once ? Text(once) : "";
            yield return line.Yearly is { } yearly ? Text(yearly) : "";
        }
    }

    private static int Whole(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static long? Cents(string text) => text.Length == 0 ? null : long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
