using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals;

/// <summary>From the frozen text to publication.</summary>
public sealed partial class Proposal
{
    /// <summary>Shortest time to sign, in days.</summary>
    public const int FewestDaysToSign = 1;

    /// <summary>Longest time to sign, in days.</summary>
    public const int MostDaysToSign = 90;

    /// <summary>Whoever has not signed is reminded so many days before the last day, or later when there is less time.</summary>
    public const int RemindDaysBefore = 3;

    private readonly List<SignOff> _signOffs = [];

    /// <summary>How often it was given to be signed.</summary>
    public int Round { get; private set; }

    /// <summary>SHA-256 of what is signed, in hexadecimal digits; null while nothing is.</summary>
    public string? ContentHash { get; private set; }

    /// <summary>The day on which it was given to be signed, or the time to sign was extended.</summary>
    public DateOnly? AskedOn { get; private set; }

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
        (ContentHash, AskedOn, SignBy) = (hash, today, signBy);
        return Touch(now);
    }

    /// <summary>The lead gives more time to sign; what was signed stays signed.</summary>
    public Refusal? Extend(DateOnly signBy, DateOnly today, DateTimeOffset now)
    {
        if (Status is not ProposalStatus.SignOff || SignBy is not { } before) return new NotInSignOff();
        if (signBy < today.AddDays(FewestDaysToSign) || signBy > today.AddDays(MostDaysToSign)) return new WrongDayToSign(FewestDaysToSign, MostDaysToSign);
        if (signBy <= before) return new DayToSignMustBeLater();
        (AskedOn, SignBy) = (today, signBy);
        return Touch(now);
    }

    /// <summary>Whether the last day to sign is over and not all have signed.</summary>
    public bool IsOverdue(DateOnly today) => Status is ProposalStatus.SignOff && today > SignBy;

    /// <summary>What those who have not signed are reminded of on a day; null when of nothing.</summary>
    public SignReminderKind? ReminderOn(DateOnly today)
    {
        if (Status is not ProposalStatus.SignOff || SignBy is not { } last || AskedOn is not { } asked) return null;
        if (today > last) return SignReminderKind.Over;
        var before = Math.Min(RemindDaysBefore, (last.DayNumber - asked.DayNumber) / 2);
        return today >= last.AddDays(-before) ? SignReminderKind.Soon : null;
    }

    /// <summary>The organisations that have said nothing about the frozen text yet.</summary>
    public IEnumerable<ProposalAuthor> Awaited => Signatories.Where(author => !Signatures.Any(signed => signed.OrganisationId == author.OrganisationId));

    /// <summary>One of an organisation's owners signs exactly what was frozen. The last signature publishes.</summary>
    /// <param name="organisation">In whose name.</param>
    /// <param name="by">Who signs.</param>
    /// <param name="hash">Of the content that was read.</param>
    /// <param name="today">The day in the city.</param>
    /// <param name="now">The instant.</param>
    public Refusal? Sign(OrganisationId organisation, PersonId by, string hash, DateOnly today, DateTimeOffset now)
    {
        if (CheckSignatory(organisation) is { } refusal) return refusal;
        if (IsOverdue(today)) return new TimeToSignIsOver();
        if (hash != ContentHash) return new ChangedMeanwhile();
        _signOffs.Add(SignOff.Sign(Id, Round, organisation, by, hash, now));
        if (!Awaited.Any())
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
        (ContentHash, AskedOn, SignBy) = (null, null, null);
        return Touch(now);
    }
}
