using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals;

/// <content>Freezing, signing, opening again.</content>
public sealed partial class Proposal
{
    /// <summary>How many days ahead the last day for signing may lie.</summary>
    public const int MostDaysToSign = 180;

    /// <summary>So many days before the last one, missing signatures are reminded of.</summary>
    public const int RemindDaysBefore = 3;

    /// <summary>Organisations that have signed what is frozen now, or what was published.</summary>
    public IEnumerable<OrganisationId> SignedBy => _signOffs.Where(signOff => signOff.Round == Round && signOff.Counts).Select(signOff => signOff.OrganisationId);

    /// <summary>Organisations whose signature is still missing.</summary>
    public IEnumerable<OrganisationId> UnsignedBy => _authors.Where(author => author.Writes).Select(author => author.OrganisationId).Except(SignedBy);

    /// <summary>An owner of the lead gives the text to be signed; from now on nothing about it is changed.</summary>
    /// <param name="content">Exactly what is to be signed, read where nobody can write any more.</param>
    /// <param name="signBy">The last day on which the signatures are asked for.</param>
    /// <param name="today">The day.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    public Refusal? Freeze(ProposalContent content, DateOnly signBy, DateOnly today, Speaker by, DateTimeOffset now)
    {
        if (!Leads(by)) return new NotAllowed();
        if (Status is not ProposalStatus.Drafting) return new ProposalStepNotPossible(Status);
        if (_authors.Exists(author => author is { JoinedAt: null, Role: AuthorRole.CoAuthor })) return new InvitationsAreUnanswered();
        if (content.HasEmptySection) return new SectionsAreEmpty();
        if (signBy <= today || signBy > today.AddDays(MostDaysToSign)) return new SigningDayOutOfRange(MostDaysToSign);
        (Status, FrozenAt, SignBy, ContentHash) = (ProposalStatus.SignOff, now, signBy, content.Hash());
        Round++;
        Happened(ProposalEventKind.Frozen, by.Person, now);
        return null;
    }

    /// <summary>An owner of an organisation signs. When it was the last one missing, the proposal is public. A second signature of the organisation changes nothing.</summary>
    /// <param name="organisation">For which organisation.</param>
    /// <param name="contentHash">The hash of what the owner read.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    public Refusal? Sign(OrganisationId organisation, string contentHash, Speaker by, DateTimeOffset now)
    {
        if (!MaySign(organisation, by)) return new NotAllowed();
        if (ContentHash != contentHash) return new TextToSignHasChanged();
        if (SignedBy.Contains(organisation)) return null;
        if (Status is not ProposalStatus.SignOff) return new ProposalStepNotPossible(Status);
        _signOffs.Add(SignOff.Of(this, organisation, by.Person, null, now));
        Happened(ProposalEventKind.Signed, by.Person, now, organisation);
        if (!UnsignedBy.Any()) Publish(now);
        return null;
    }

    /// <summary>An owner of an organisation declines to sign and says why; the text is written again, and no signature counts any more.</summary>
    public Refusal? Object(OrganisationId organisation, string contentHash, string reason, Speaker by, DateTimeOffset now)
    {
        if (!MaySign(organisation, by)) return new NotAllowed();
        if (ContentHash != contentHash) return new TextToSignHasChanged();
        if (Status is not ProposalStatus.SignOff) return new ProposalStepNotPossible(Status);
        if (string.IsNullOrWhiteSpace(reason)) return new Ideas.ReasonIsMissing();
        // An organisation that had signed takes its signature back by this: the objection is of a round in which it has said something already.
        if (!SignedBy.Contains(organisation)) _signOffs.Add(SignOff.Of(this, organisation, by.Person, reason, now));
        Thaw(now);
        Happened(ProposalEventKind.Objected, by.Person, now, organisation, reason);
        return null;
    }

    /// <summary>Someone who writes for one of the organisations opens the text again; no signature counts any more. A second call changes nothing.</summary>
    public Refusal? Reopen(Speaker by, DateTimeOffset now)
    {
        if (!Writes(by)) return new NotAllowed();
        if (Status is ProposalStatus.Drafting) return null;
        if (Status is not ProposalStatus.SignOff) return new ProposalStepNotPossible(Status);
        Thaw(now);
        Happened(ProposalEventKind.Reopened, by.Person, now, _authors.First(author => author.Writes && by.SpeaksFor(author.OrganisationId)).OrganisationId);
        return null;
    }

    /// <summary>Notes that missing signatures are reminded of; once in each round.</summary>
    /// <returns>Whether it is time and has not been done.</returns>
    public bool Remind(DateOnly today)
    {
        if (Status is not ProposalStatus.SignOff || SignBy is not { } last || RemindedRound == Round || today < last.AddDays(-RemindDaysBefore)) return false;
        RemindedRound = Round;
        Version++;
        return true;
    }

    private bool MaySign(OrganisationId organisation, Speaker by) => by.Owns(organisation) && Author(organisation) is { Writes: true };

    private void Publish(DateTimeOffset now)
    {
        (Status, PublishedAt) = (ProposalStatus.Published, now);
        Happened(ProposalEventKind.Published, null, now);
    }

    private void Thaw(DateTimeOffset now)
    {
        foreach (var signOff in _signOffs.Where(signOff => signOff.Round == Round)) signOff.Void(now);
        (Status, FrozenAt, SignBy, ContentHash) = (ProposalStatus.Drafting, null, null, null);
    }
}
