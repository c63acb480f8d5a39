using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Proposals;

/// <summary>
/// How every change of a proposal begins: one after another, under its lock and those of the organisations for which somebody acts, so that who they are there
/// does not change while it is decided.
/// </summary>
public sealed class ProposalChanges(ParticipationDbContext db, Changes changes, Notifier notifier)
{
    /// <summary>Opens a proposal for changing, or says that there is none for this person.</summary>
    public async Task<OpenProposal> OpenAsync(int number, Actor actor, CancellationToken cancel)
    {
        var organisations = await db.Memberships.Where(membership => membership.PersonId == actor.Person).Select(membership => membership.OrganisationId).ToListAsync(cancel);
        var change = await changes.BeginAsync([Channel.Proposal(number), Channel.Proposals, .. organisations.Select(Channel.Organisation)], cancel);
        try
        {
            var proposal = await db.Proposals.Include(p => p.Authors).Include(p => p.Costs).Include(p => p.SignOffs).AsSplitQuery().SingleOrDefaultAsync(p => p.Number == number, cancel) ?? throw new NotFoundException();
            return new OpenProposal(db, change, notifier, proposal, await db.SpeakerAsync(actor, cancel));
        }
        catch
        {
            await change.DisposeAsync();
            throw;
        }
    }
}

/// <summary>A proposal under its lock. Disposed without a commit nothing happened.</summary>
public sealed class OpenProposal(ParticipationDbContext db, Change change, Notifier notifier, Proposal proposal, Speaker speaker) : IAsyncDisposable
{
    private readonly int _version = proposal.Version;

    public Change Change => change;

    public Proposal Proposal => proposal;

    /// <summary>Who acts, and what they are where, now.</summary>
    public Speaker Speaker => speaker;

    /// <summary>Saves and tells readers; nothing is done when nothing was changed.</summary>
    public async Task CommitAsync(string action, CancellationToken cancel, string? detail = null)
    {
        if (proposal.Version == _version) return;
        change.Append(Channel.Proposal(proposal.Number), ChannelEventKind.ProposalChanged, proposal.Number);
        change.Append(Channel.Proposals, ChannelEventKind.ProposalChanged, proposal.Number);
        change.Audit(action, Subject.Of(proposal.Id), new Actor(speaker.Person, Role.Partner), detail);
        change.Evict(CacheTags.Proposals);
        change.Evict(CacheTags.Proposal(proposal.Number));
        // The pages of its ideas say what became of them.
        foreach (var idea in await db.Ideas.Where(idea => db.Set<ProposalIdea>().Any(source => source.ProposalId == proposal.Id && source.IdeaId == idea.Id)).Select(idea => idea.Number ?? 0).ToListAsync(cancel))
            change.Evict(CacheTags.Idea(idea));
        await change.CommitAsync(cancel);
    }

    /// <summary>Tells the owners of organisations, except whoever acts.</summary>
    public async Task TellOwnersAsync(NotificationKind kind, IEnumerable<OrganisationId> organisations, string? detail, CancellationToken cancel)
    {
        List<OrganisationId> told = [.. organisations];
        var owners = await db.Memberships.Where(membership => told.Contains(membership.OrganisationId) && membership.Role == MembershipRole.Owner && membership.PersonId != speaker.Person)
            .Select(membership => membership.PersonId).Distinct().ToListAsync(cancel);
        foreach (var owner in owners) await notifier.TellAsync(owner, Happening(kind, detail), change.Now, cancel);
    }

    /// <summary>The name of an organisation.</summary>
    public Task<string> NameAsync(OrganisationId organisation, CancellationToken cancel) => db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancel);

    public ValueTask DisposeAsync() => change.DisposeAsync();

    internal Happening Happening(NotificationKind kind, string? detail) =>
        new(kind, 0, proposal.Title, $"{kind}-{proposal.Number}-{proposal.Version}", Detail: detail, CaseNumber: proposal.Number);
}
