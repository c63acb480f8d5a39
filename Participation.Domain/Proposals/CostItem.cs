namespace Participation.Domain.Proposals;

/// <summary>A line of the table of costs. Money is integer cents; sums are computed, never typed.</summary>
public sealed class CostItem
{
    /// <summary>Longest label, in characters.</summary>
    public const int LabelMaxLength = 200;

    /// <summary>Most lines of a proposal.</summary>
    public const int MostItems = 50;

    /// <summary>Largest amount, in cents: ten thousand million euros.</summary>
    public const long LargestAmount = 1_000_000_000_000;

    private CostItem() { }

    /// <summary>Internal identity.</summary>
    public CostItemId Id { get; private set; }

    /// <summary>The proposal.</summary>
    public ProposalId ProposalId { get; private set; }

    /// <summary>Its place in the table, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>What costs.</summary>
    public string Label { get; private set; } = "";

    /// <summary>Once, in cents; null when nothing is said.</summary>
    public long? OneOff { get; private set; }

    /// <summary>Every year, in cents; null when nothing is said.</summary>
    public long? Yearly { get; private set; }

    internal static CostItem Of(ProposalId proposal, int position, string label, long? oneOff, long? yearly, DateTimeOffset now) => new()
    {
        Id = CostItemId.New(now), ProposalId = proposal, Position = position, Label = label, OneOff = oneOff, Yearly = yearly,
    };
}
