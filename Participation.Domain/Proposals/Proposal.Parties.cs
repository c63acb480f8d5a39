using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals;

/// <content>Who takes part.</content>
public sealed partial class Proposal
{
    /// <summary>An owner of the lead asks an organisation to write along or to advise.</summary>
    public Refusal? Invite(OrganisationId organisation, AuthorRole role, Speaker by, DateTimeOffset now)
    {
        if (!Leads(by)) return new NotAllowed();
        if (Status is not ProposalStatus.Drafting) return new ProposalIsFrozen();
        if (role is AuthorRole.Lead) return new LeadStays();
        if (Author(organisation) is not null) return new TakesPartAlready();
        if (_authors.Count >= MostAuthors) return new TooManyAuthors(MostAuthors);
        _authors.Add(ProposalAuthor.Of(Id, organisation, role, now));
        Happened(ProposalEventKind.Invited, by.Person, now, organisation);
        return null;
    }

    /// <summary>An owner of an organisation that was asked accepts. A second call changes nothing.</summary>
    public Refusal? Join(OrganisationId organisation, Speaker by, DateTimeOffset now)
    {
        if (!by.Owns(organisation)) return new NotAllowed();
        if (Author(organisation) is not { } author) return new ProposalInvitationIsGone();
        if (author.JoinedAt is not null) return null;
        if (Status is not ProposalStatus.Drafting) return new ProposalIsFrozen();
        author.Join(now);
        Happened(ProposalEventKind.Joined, by.Person, now, organisation);
        return null;
    }

    /// <summary>An owner of an organisation that was asked declines, or one that takes part leaves. A second call changes nothing.</summary>
    public Refusal? Leave(OrganisationId organisation, Speaker by, DateTimeOffset now) => by.Owns(organisation) ? End(organisation, ProposalEventKind.Left, by, now) : new NotAllowed();

    /// <summary>An owner of the lead takes an invitation back, or removes an organisation. What it wrote stays. A second call changes nothing.</summary>
    public Refusal? Remove(OrganisationId organisation, Speaker by, DateTimeOffset now) => Leads(by) ? End(organisation, ProposalEventKind.Removed, by, now) : new NotAllowed();

    private Refusal? End(OrganisationId organisation, ProposalEventKind kind, Speaker by, DateTimeOffset now)
    {
        if (Author(organisation) is not { } author) return null;
        if (author.Role is AuthorRole.Lead) return new LeadStays();
        if (Status is not ProposalStatus.Drafting) return new ProposalIsFrozen();
        _authors.Remove(author);
        Happened(kind, by.Person, now, organisation);
        return null;
    }
}
