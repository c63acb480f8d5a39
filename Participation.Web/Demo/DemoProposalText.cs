using Participation.Domain.Proposals;
using Participation.Web.Proposals;

namespace Participation.Web.Demo;

/// <summary>A proposal's text cut into its sections, and the table of costs as data.</summary>
internal sealed record DemoProposalText(IReadOnlyDictionary<SectionKind, string> Sections, IReadOnlyList<CostLine> Costs)
{
    private const string Mark = "## ";
    private const string Total = "Summe";
    private const string NotAgreed = " (noch nicht abgestimmt)";

    /// <summary>Sections begin with their headings; what stands before the first one belongs to it.</summary>
    public static DemoProposalText Of(string markdown)
    {
        var parts = ("\n" + markdown).Split("\n" + Mark);
        var sections = parts.Skip(1).Select((part, index) => ((SectionKind)index, Text: part[part.IndexOf('\n', StringComparison.Ordinal)..].Trim())).ToDictionary(section => section.Item1, section => section.Text);
        if (parts[0].Trim() is { Length: > 0 } before) sections[SectionKind.Background] = $"{before}\n\n{sections[SectionKind.Background]}";
        var (text, costs) = Cut(sections[SectionKind.Costs]);
        sections[SectionKind.Costs] = text;
        return new DemoProposalText(sections, costs);
    }

    /// <summary>A table of what costs once and every year becomes data; of one with other columns the totals do, and it stays as it is.</summary>
    private static (string Text, IReadOnlyList<CostLine> Costs) Cut(string text)
    {
        var lines = text.Split('\n');
        var table = lines.Where(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        var simple = table[0].Length == 3;
        var costs = table.Skip(2).Where(row => !row[0].Contains(Total, StringComparison.Ordinal)).Select(row => simple ? Line(row[0], row[1], row[2]) : Line(row[0], row[^1], "")).ToList();
        return (simple ? string.Join('\n', lines.Where(line => !line.StartsWith('|'))).Trim() : text, costs);
    }

    private static CostLine Line(string label, string once, string yearly) =>
        new(once.Contains('[', StringComparison.Ordinal) || yearly.Contains('[', StringComparison.Ordinal) ? label + NotAgreed : label, Cents(once), Cents(yearly));

    private static long? Cents(string amount) =>
        Euros.TryParse(amount.Trim('[', ']'), out var cents) ? cents : throw new InvalidOperationException($"The demo content has an amount {amount}.");
}
