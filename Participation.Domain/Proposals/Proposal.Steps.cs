using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals;

/// <content>What became of it.</content>
public sealed partial class Proposal
{
    /// <summary>An owner of the lead gives it up before it is public, and says why. A second call changes nothing.</summary>
    public Refusal? Withdraw(string reason, Speaker by, DateTimeOffset now)
    {
        if (!Leads(by)) return new NotAllowed();
        if (Status is ProposalStatus.Withdrawn) return null;
        if (Status.IsSigned()) return new ProposalStepNotPossible(Status);
        if (string.IsNullOrWhiteSpace(reason)) return new Ideas.ReasonIsMissing();
        Thaw(now);
        (Status, WithdrawalReason) = (ProposalStatus.Withdrawn, reason);
        Happened(ProposalEventKind.Withdrawn, by.Person, now, LeadId, reason);
        return null;
    }

    /// <summary>The next step after publication, as committees and the administration take it.</summary>
    public Refusal? Advance(ProposalStatus next, PersonId? by, DateTimeOffset now, string? note = null)
    {
        if (!Next(Status).Contains(next)) return new ProposalStepNotPossible(Status);
        Status = next;
        Happened(StepTo(next), by, now, note: note);
        return null;
    }

    private static ProposalStatus[] Next(ProposalStatus status) => status switch
    {
        ProposalStatus.Published => [ProposalStatus.InCommittee],
        ProposalStatus.InCommittee => [ProposalStatus.Adopted, ProposalStatus.Rejected],
        ProposalStatus.Adopted => [ProposalStatus.InImplementation],
        ProposalStatus.InImplementation => [ProposalStatus.Completed],
        _ => [],
    };

    private static ProposalEventKind StepTo(ProposalStatus status) => status switch
    {
        ProposalStatus.InCommittee => ProposalEventKind.HandedOver,
        ProposalStatus.Adopted => ProposalEventKind.Adopted,
        ProposalStatus.Rejected => ProposalEventKind.Rejected,
        ProposalStatus.InImplementation => ProposalEventKind.ImplementationBegun,
        _ => ProposalEventKind.Completed,
    };
}
