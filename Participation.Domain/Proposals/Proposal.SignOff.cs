using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals;

/// <summary>From the frozen text to publication.</summary>
public sealed partial class Proposal
{
    /// <summary>Shortest time to sign, in days.</summary>
    public const int FewestDaysToSign = 1;

    /// <summary>Longest time to sign, in days.</summary>
    public const int MostDaysToSign = 90;

    private readonly List<SignOff> _signOffs = [];

    /// <summary>How often it was given to be signed.</summary>
    public int Round { get; private set; }

    /// <summary>SHA-256 of what is signed, in hexadecimal digits; null while nothing is.</summary>
    public string? ContentHash { get; private set; }

    /// <summary>Last day to sign.</summary>
    public DateOnly? SignBy { get; private set; }

    /// <summary>What organisations said about frozen texts, in all rounds.</summary>
    public IReadOnlyList<SignOff> SignOffs => _signOffs;

    /// <summary>What they say about the text that is frozen now, or that was published.</summary>
    public IEnumerable<SignOff> Signatures => _signOffs.Where(signed => signed.Round == Round && signed.VoidedAt is null);

    /// <summary>The lead freezes the text: from now on it is read and signed, and no longer written.</summary>
    /// <param name="hash">Of the content as it is.</param>
    /// <param name="missing">Sections that must not be empty and are.</param>
    /// <param name="signBy">Last day to sign.</param>
    /// <param name="today">The day in the city.</param>
    /// <param name="now">The instant.</param>
    public Refusal? Freeze(string hash, IReadOnlyList<SectionKind> missing, DateOnly signBy, DateOnly today, DateTimeOffset now)
    {
        if (Status is not ProposalStatus.Drafting) return new TextIsFrozen();
        if (_authors.Exists(author => author.JoinedAt is null)) return new InvitationsAreOpen();
        if (missing.Count > 0) return new SectionsAreEmpty();
        if (signBy < today.AddDays(FewestDaysToSign) || signBy > today.AddDays(MostDaysToSign)) return new WrongDayToSign(FewestDaysToSign, MostDaysToSign);
        Status = ProposalStatus.SignOff;
        Round++;
        (ContentHash, SignBy) = (hash, signBy);
        return Touch(now);
    }

    /// <summary>One of an organisation's owners signs exactly what was frozen. The last signature publishes.</summary>
    /// <param name="organisation">In whose name.</param>
    /// <param name="by">Who signs.</param>
    /// <param name="hash">Of the content that was read.</param>
    /// <param name="now">The instant.</param>
    public Refusal? Sign(OrganisationId organisation, PersonId by, string hash, DateTimeOffset now)
    {
        if (CheckSignatory(organisation) is { } refusal) return refusal;
        if (hash != ContentHash) return new ChangedMeanwhile();
        _signOffs.Add(SignOff.Sign(Id, Round, organisation, by, hash, now));
        if (Signatories.All(author => Signatures.Any(signed => signed.OrganisationId == author.OrganisationId)))
        {
            Status = ProposalStatus.Published;
            PublishedAt = now;
        }

        return Touch(now);
    }

    /// <summary>One of an organisation's owners declines with a reason: it is written again, and no signature counts any more.</summary>
    public Refusal? Decline(OrganisationId organisation, PersonId by, string reason, DateTimeOffset now)
    {
        if (CheckSignatory(organisation) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(reason)) return new Ideas.ReasonIsMissing();
        _signOffs.Add(SignOff.Decline(Id, Round, organisation, by, reason.Trim(), now));
        return Thaw(now);
    }

    /// <summary>Somebody goes on writing: no signature counts any more.</summary>
    public Refusal? Reopen(DateTimeOffset now) => Status is ProposalStatus.SignOff ? Thaw(now) : new NotInSignOff();

    /// <summary>The lead gives it up before it is published.</summary>
    public Refusal? Withdraw(DateTimeOffset now)
    {
        if (Status is not (ProposalStatus.Drafting or ProposalStatus.SignOff)) return new ProposalIsPublished();
        if (Status is ProposalStatus.SignOff) Thaw(now);
        Status = ProposalStatus.Withdrawn;
        return Touch(now);
    }

    private Refusal? CheckSignatory(OrganisationId organisation)
    {
        if (Status is not ProposalStatus.SignOff) return new NotInSignOff();
        if (!Signatories.Any(author => author.OrganisationId == organisation)) return new NotAllowed();
        return Signatures.Any(signed => signed.OrganisationId == organisation) ? new SignedAlready() : null;
    }

    private Refusal? Thaw(DateTimeOffset now)
    {
        foreach (var signed in Signatures) signed.Void(now);
        Status = ProposalStatus.Drafting;
        (ContentHash, SignBy) = (null, null);
        return Touch(now);
    }
}
