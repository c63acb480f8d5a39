using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals;

/// <summary>Who takes part, and what the proposal says about itself.</summary>
public sealed partial class Proposal
{
    /// <summary>The organisation that leads.</summary>
    public OrganisationId Lead => _authors.Single(author => author.Role is AuthorRole.Lead).OrganisationId;

    /// <summary>The organisations that sign, the lead among them.</summary>
    public IEnumerable<ProposalAuthor> Signatories => _authors.Where(author => author.Role is not AuthorRole.Adviser);

    /// <summary>Invites an organisation; inviting it again changes what it is invited as while it has not answered.</summary>
    public Refusal? Invite(OrganisationId organisation, AuthorRole role, DateTimeOffset now)
    {
        if (Status is not ProposalStatus.Drafting) return new TextIsFrozen();
        var known = Find(organisation);
        if (known is { Role: AuthorRole.Lead } || role is AuthorRole.Lead) return new NotAllowed();
        if (known is { JoinedAt: not null }) return new TakesPartAlready();
        if (known is null && _authors.Count >= MostAuthors) return new TooManyAuthors(MostAuthors);
        if (known is not null) _authors.Remove(known);
        _authors.Add(ProposalAuthor.Of(Id, organisation, role, now));
        return Touch(now);
    }

    /// <summary>One of an organisation's owners accepts the invitation.</summary>
    public Refusal? Join(OrganisationId organisation, DateTimeOffset now)
    {
        if (Status is not ProposalStatus.Drafting) return new TextIsFrozen();
        if (Find(organisation) is not { } author) return new NotInvited();
        if (author.JoinedAt is not null) return null;
        author.Join(now);
        return Touch(now);
    }

    /// <summary>An organisation declines, leaves, or is removed by the lead; the lead itself stays.</summary>
    public Refusal? Part(OrganisationId organisation, DateTimeOffset now)
    {
        if (Status is not ProposalStatus.Drafting) return new TextIsFrozen();
        if (Find(organisation) is not { } author) return null;
        if (author.Role is AuthorRole.Lead) return new NotAllowed();
        _authors.Remove(author);
        return Touch(now);
    }

    /// <summary>Changes title, summary and who reads along.</summary>
    public Refusal? Describe(string title, string summary, bool readAlong, DateTimeOffset now)
    {
        if (Status is not ProposalStatus.Drafting) return new TextIsFrozen();
        if (title != Title || summary != Summary) WordsVersion++;
        (Title, Summary, ReadAlong) = (title, summary, readAlong);
        return Touch(now);
    }

    /// <summary>Replaces the table of costs.</summary>
    public Refusal? SetCosts(IReadOnlyList<CostLine> lines, DateTimeOffset now)
    {
        if (Status is not ProposalStatus.Drafting) return new TextIsFrozen();
        if (lines.Count > CostItem.MostItems) return new TooManyCosts(CostItem.MostItems);
        WordsVersion++;
        _costs.Clear();
        _costs.AddRange(lines.Select((line, index) => CostItem.Of(Id, index + 1, line.Label, line.OneOff, line.Yearly, now)));
        return Touch(now);
    }

    private ProposalAuthor? Find(OrganisationId organisation) => _authors.Find(author => author.OrganisationId == organisation);

    private Refusal? Touch(DateTimeOffset now)
    {
        ActiveAt = now;
        Version++;
        return null;
    }
}

/// <summary>A line of costs as it is written.</summary>
/// <param name="Label">What costs.</param>
/// <param name="OneOff">Once, in cents.</param>
/// <param name="Yearly">Every year, in cents.</param>
public sealed record CostLine(string Label, long? OneOff, long? Yearly);
