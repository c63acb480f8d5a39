namespace Participation.Domain.Proposals;

/// <summary>What owners of organisations that have not signed are reminded of.</summary>
public enum SignReminderKind
{
    /// <summary>The last day to sign is near.</summary>
    Soon,

    /// <summary>The last day to sign is over.</summary>
    Over,
}

/// <summary>That owners were reminded: once for each last day to sign and each kind.</summary>
public sealed class SignReminder
{
    private SignReminder() { }

    /// <summary>The proposal.</summary>
    public ProposalId ProposalId { get; private set; }

    /// <summary>The how-manieth time it was frozen.</summary>
    public int Round { get; private set; }

    /// <summary>The last day to sign that it is about.</summary>
    public DateOnly SignBy { get; private set; }

    /// <summary>What they were reminded of.</summary>
    public SignReminderKind Kind { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Notes it.</summary>
    public static SignReminder Of(Proposal proposal, DateOnly signBy, SignReminderKind kind, DateTimeOffset now) => new()
    {
        ProposalId = proposal.Id, Round = proposal.Round, SignBy = signBy, Kind = kind, At = now,
    };
}
