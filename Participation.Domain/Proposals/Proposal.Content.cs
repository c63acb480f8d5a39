namespace Participation.Domain.Proposals;

/// <content>What it says beside its sections.</content>
public sealed partial class Proposal
{
    /// <summary>Title and summary, changed by whoever writes along.</summary>
    /// <param name="title">The new title.</param>
    /// <param name="summary">The new summary.</param>
    /// <param name="version">The version that was changed; another one is a conflict.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    public Refusal? Describe(string title, string summary, int version, Speaker by, DateTimeOffset now)
    {
        if (MayChange(version, by) is { } refusal) return refusal;
        if (!title.Any(char.IsLetterOrDigit)) return new ProposalNeedsTitle();
        (Title, Summary) = (title, summary);
        Changed(now);
        return null;
    }

    /// <summary>An owner of the lead decides whether anyone may read along.</summary>
    public Refusal? ChooseReaders(bool readAlong, int version, Speaker by, DateTimeOffset now)
    {
        if (!Leads(by)) return new NotAllowed();
        if (MayChange(version, by) is { } refusal) return refusal;
        ReadAlong = readAlong;
        Changed(now);
        return null;
    }

    /// <summary>The whole table of costs, in its order.</summary>
    public Refusal? Calculate(IReadOnlyList<CostLine> lines, int version, Speaker by, DateTimeOffset now)
    {
        if (MayChange(version, by) is { } refusal) return refusal;
        if (lines.Count > CostItem.MostItems) return new TooManyCosts(CostItem.MostItems);
        if (lines.Any(line => string.IsNullOrWhiteSpace(line.Label) || !IsAmount(line.OneOff) || !IsAmount(line.Yearly))) return new CostsAreIncomplete();
        _costs.Clear();
        _costs.AddRange(lines.Select((line, index) => CostItem.Of(Id, index + 1, line.Label, line.OneOff, line.Yearly, now)));
        Changed(now);
        return null;
    }

    private Refusal? MayChange(int version, Speaker by)
    {
        if (!Writes(by)) return new NotAllowed();
        if (Status is not ProposalStatus.Drafting) return new ProposalIsFrozen();
        return Version == version ? null : new ChangedMeanwhile();
    }

    private static bool IsAmount(long? cents) => cents is null or (>= 0 and <= CostItem.LargestAmount);

    private void Changed(DateTimeOffset now)
    {
        ActiveAt = now;
        Version++;
    }
}
