namespace Participation.Domain.Proposals;

/// <summary>For content that was written and decided on elsewhere.</summary>
public sealed partial class Proposal
{
    /// <summary>Says what became of a signed proposal.</summary>
    public Refusal? Settle(ProposalStatus status, DateTimeOffset now)
    {
        if (!Status.IsSigned() || !status.IsSigned()) return new NotInSignOff();
        Status = status;
        return Touch(now);
    }
}
