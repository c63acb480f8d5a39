namespace Participation.Domain.Proposals;

/// <summary>From publication to the committee that decides.</summary>
public sealed partial class Proposal
{
    /// <summary>Longest name of a committee, in characters.</summary>
    public const int CommitteeMaxLength = 120;

    /// <summary>Longest reference of a committee's paper, in characters.</summary>
    public const int ReferenceMaxLength = 60;

    /// <summary>The committee that it was handed to; null while it was to none.</summary>
    public string? Committee { get; private set; }

    /// <summary>The day on which it was handed over.</summary>
    public DateOnly? HandedOverOn { get; private set; }

    /// <summary>The number under which the committee has it, if it is known.</summary>
    public string? CommitteeReference { get; private set; }

    /// <summary>Hands what all have signed to a committee; said again, it corrects what was said.</summary>
    /// <param name="handover">To whom and when.</param>
    /// <param name="published">The day in the city on which it was published.</param>
    /// <param name="today">The day in the city.</param>
    /// <param name="now">The instant.</param>
    public Refusal? HandOver(Handover handover, DateOnly published, DateOnly today, DateTimeOffset now)
    {
        if (!Status.CanBeHandedOver()) return new ProposalIsNotPublished();
        if (handover.On < published || handover.On > today) return new WrongDayOfHandover();
        Status = ProposalStatus.InCommittee;
        (Committee, HandedOverOn, CommitteeReference) = (handover.Committee, handover.On, handover.Reference);
        return Touch(now);
    }

    /// <summary>The committee decided on it; a later or corrected decision takes the place of an earlier one.</summary>
    /// <param name="adopted">Whether with yes.</param>
    /// <param name="now">The instant.</param>
    public Refusal? Decide(bool adopted, DateTimeOffset now)
    {
        if (!Status.CanBeHandedOver() && Status is not (ProposalStatus.Adopted or ProposalStatus.Rejected)) return new ProposalIsNotPublished();
        Status = adopted ? ProposalStatus.Adopted : ProposalStatus.Rejected;
        return Touch(now);
    }

    /// <summary>A decision was withdrawn: it is before its committee again, or before none.</summary>
    /// <param name="adopted">What the decision had said.</param>
    /// <param name="now">The instant.</param>
    public Refusal? TakeBackDecision(bool adopted, DateTimeOffset now)
    {
        if (Status != (adopted ? ProposalStatus.Adopted : ProposalStatus.Rejected)) return new ProposalIsNotPublished();
        Status = Committee is null ? ProposalStatus.Published : ProposalStatus.InCommittee;
        return Touch(now);
    }
}

/// <summary>To whom and when a proposal is handed over.</summary>
/// <param name="Committee">Name of the committee.</param>
/// <param name="On">The day.</param>
/// <param name="Reference">The number under which the committee has it, if it is known.</param>
public sealed record Handover(string Committee, DateOnly On, string? Reference);
