using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Proposals;

/// <summary>A proposal for the pages around its text: who may read it, and exactly what it says.</summary>
public sealed class ReadProposal(ParticipationDbContext db, ProposalRights rights, ProposalQueries queries, ReadTexts texts)
{
    /// <summary>A proposal with what somebody may do with it.</summary>
    /// <exception cref="NotFoundException">There is none, or not for them.</exception>
    /// <exception cref="GoneException">A moderator hid it.</exception>
    public async Task<ReadableProposal> OpenAsync(int number, Actor? actor, CancellationToken cancel) =>
        await FindAsync(number, actor, cancel) ?? throw await queries.AbsenceAsync(number, cancel);

    /// <summary>The same; null when there is none for them.</summary>
    public async Task<ReadableProposal?> FindAsync(int number, Actor? actor, CancellationToken cancel)
    {
        if (await db.Proposals.AsNoTracking().AsSplitQuery().Include(p => p.Authors).Include(p => p.Costs).SingleOrDefaultAsync(p => p.Number == number, cancel) is not { } proposal) return null;
        var viewer = await rights.OfAsync(proposal, actor, cancel);
        if (!viewer.Reads) return null;
        if (actor is null) return new ReadableProposal(proposal, viewer, Speaks: false, TakesPart: false);
        var parts = await (
            from author in db.ProposalAuthors.AsNoTracking()
            join membership in db.Memberships on author.OrganisationId equals membership.OrganisationId
            where author.ProposalId == proposal.Id && author.JoinedAt != null && membership.PersonId == actor.Person && membership.Role != MembershipRole.Viewer
            select author.Role).ToListAsync(cancel);
        return new ReadableProposal(proposal, viewer, parts.Exists(role => role is not AuthorRole.Adviser), parts.Count > 0);
    }

    /// <summary>The same for what was in its text before: whoever reads only what is signed does not read how it was written.</summary>
    /// <exception cref="NotFoundException">There is none, or not for them.</exception>
    public async Task<ReadableProposal> OpenHistoryAsync(int number, Actor? actor, CancellationToken cancel)
    {
        var open = await OpenAsync(number, actor, cancel);
        return open.SeesInside || open.Proposal.ReadAlong ? open : throw new NotFoundException();
    }

    /// <summary>The same for what its organisations say to each other.</summary>
    /// <exception cref="NotFoundException">There is none, or not for them.</exception>
    public async Task<ReadableProposal> OpenInsideAsync(int number, Actor? actor, CancellationToken cancel)
    {
        var open = await OpenAsync(number, actor, cancel);
        return open.SeesInside ? open : throw new NotFoundException();
    }

    /// <summary>What a proposal says now; whoever asks has loaded its authors and costs.</summary>
    public async Task<RevisionState> NowAsync(Proposal proposal, CancellationToken cancel)
    {
        var now = await texts.OfAsync(proposal.Id, cancel);
        var content = new ProposalContent(
            proposal.Number, proposal.Title, proposal.Summary,
            [.. proposal.Signatories.OrderBy(author => author.Role).ThenBy(author => author.OrganisationId.Value).Select(author => author.OrganisationId)],
            now.ToDictionary(text => text.Section, text => text.Text),
            [.. proposal.Costs.OrderBy(cost => cost.Position).Select(cost => new CostLine(cost.Label, cost.OneOff, cost.Yearly))]);
        return new RevisionState(content, [.. now.Select(text => text.Version)]);
    }
}

/// <summary>A proposal that somebody may read.</summary>
/// <param name="Proposal">With its authors and costs.</param>
/// <param name="Viewer">What they may do with it.</param>
/// <param name="Speaks">Whether they speak for one of the organisations that write it, also when nobody writes now.</param>
/// <param name="TakesPart">Whether they speak for one of its organisations, advisers among them.</param>
public sealed record ReadableProposal(Proposal Proposal, ProposalViewer Viewer, bool Speaks, bool TakesPart)
{
    /// <summary>Whether they belong to one of its organisations or to the moderation.</summary>
    public bool SeesInside => Viewer.SeesInside;
}
