using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Writing;
using Participation.Web.Realtime;

namespace Participation.Web.Proposals;

/// <summary>How everything begins that belongs to a text as a whole: under the proposal's lock, for somebody who may read it.</summary>
public sealed class TextCase(ParticipationDbContext db, Changes changes, ProposalRights rights, IWritingRights writing)
{
    /// <summary>Opens a proposal for changing.</summary>
    /// <param name="number">Public number.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="channels">Further locks that it needs.</param>
    /// <exception cref="NotFoundException">There is none for this person.</exception>
    public async Task<OpenedProposal> OpenAsync(int number, Actor actor, CancellationToken cancel, params string[] channels)
    {
        var change = await changes.BeginAsync([Channel.Proposal(number), .. channels], cancel);
        try
        {
            var proposal = await db.Proposals.AsSplitQuery().Include(p => p.Authors).Include(p => p.Costs).SingleOrDefaultAsync(p => p.Number == number, cancel) ?? throw new NotFoundException();
            var viewer = await rights.OfAsync(proposal, actor, cancel);
            if (!viewer.Reads) throw new NotFoundException();
            var text = await db.SharedTexts.Where(candidate => candidate.ProposalId == proposal.Id).Select(candidate => candidate.Id).FirstAsync(cancel);
            var parts = await (
                from author in db.ProposalAuthors
                join membership in db.Memberships on author.OrganisationId equals membership.OrganisationId
                where author.ProposalId == proposal.Id && author.JoinedAt != null && membership.PersonId == actor.Person && membership.Role != MembershipRole.Viewer
                orderby author.Role == AuthorRole.Adviser, author.InvitedAt, author.OrganisationId
                select new { author.OrganisationId, Writes = author.Role != AuthorRole.Adviser }).ToListAsync(cancel);
            var part = parts.Count > 0 ? parts[0] : null;
            return new OpenedProposal(change, proposal, viewer, part is { Writes: true } ? part.OrganisationId : null, part?.OrganisationId, viewer.Writes ? await writing.AsWriterAsync(text, actor.Person, cancel) : null);
        }
        catch
        {
            await change.DisposeAsync();
            throw;
        }
    }
}

/// <summary>A proposal under its lock. Disposed without a commit nothing happened.</summary>
/// <param name="Change">The running change.</param>
/// <param name="Proposal">With its authors and costs.</param>
/// <param name="Viewer">What the acting person may do.</param>
/// <param name="Organisation">For which of the organisations that write they speak, also when nobody writes now.</param>
/// <param name="Part">For which of the organisations that take part they speak, advisers among them.</param>
/// <param name="Writer">Who they are as a writer; null when they do not write now.</param>
public sealed record OpenedProposal(Change Change, Proposal Proposal, ProposalViewer Viewer, OrganisationId? Organisation, OrganisationId? Part, Writer? Writer) : IAsyncDisposable
{
    /// <summary>Whether they speak for one of the organisations that write.</summary>
    public bool Speaks => Organisation is not null;

    /// <summary>What somebody is told who does not write now.</summary>
    public Refusal Barred => Speaks ? new TextIsClosed() : new NotAllowed();

    public ValueTask DisposeAsync() => Change.DisposeAsync();
}
