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
    /// <summary>Sections without which there is nothing to sign.</summary>
    public static IReadOnlyList<SectionKind> Needed { get; } = [SectionKind.Background, SectionKind.Goal, SectionKind.Measures];

    /// <summary>Needed sections that say nothing.</summary>
    public IReadOnlyList<SectionKind> Missing => [.. Needed.Where(section => string.IsNullOrWhiteSpace(Sections.GetValueOrDefault(section)))];

    /// <summary>
    /// SHA-256 in lower-case hexadecimal digits. Every value is UTF-8 with its length in bytes in front (four bytes, big-endian), in this order: <c>1</c> (version of the
    /// form), number, title, summary, number of signatories and their ids (36 characters), name and text of each section in the order of <see cref="SectionKind"/>, number of lines
    /// and label, one-off and yearly cents of each (empty when nothing is said).
    /// </summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in Values())
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            Span<byte> length = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private IEnumerable<string> Values()
    {
        yield return "1";
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

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
