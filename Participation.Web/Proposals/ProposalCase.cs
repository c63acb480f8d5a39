using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Proposals.Writing;
using Participation.Web.Realtime;

namespace Participation.Web.Proposals;

/// <summary>Which proposal, changed in which version, by whom.</summary>
/// <param name="Number">Public number.</param>
/// <param name="ExpectedVersion">The version that was looked at; another one is a conflict.</param>
/// <param name="Actor">Who changes it.</param>
public sealed record ProposalOrder(int Number, int ExpectedVersion, Actor Actor);

/// <summary>The shape that every change of a proposal has: locked, checked, changed, written down, told, in one transaction; then those who write are asked again whether they may.</summary>
public sealed class ProposalCase(ParticipationDbContext db, Changes changes, ProposalRights rights, WritingDoor door, TellIdeaAuthors tell, Notifier notifier)
{
    /// <param name="order">Which proposal.</param>
    /// <param name="action">Name in the audit log.</param>
    /// <param name="may">Who may do it.</param>
    /// <param name="rule">What is done; whatever it changes beside the proposal is in the same transaction.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="detail">For the audit log.</param>
    public async Task<Refusal?> TakeAsync(
        ProposalOrder order, string action, Func<ProposalViewer, bool> may, Func<Proposal, Change, Task<Refusal?>> rule, CancellationToken cancel, string? detail = null)
    {
        await using (var change = await changes.BeginAsync([Channel.Proposal(order.Number)], cancel))
        {
            var proposal = await db.Proposals.AsSplitQuery().Include(p => p.Authors).Include(p => p.Costs).Include(p => p.SignOffs).SingleOrDefaultAsync(p => p.Number == order.Number, cancel) ?? throw new NotFoundException();
            var viewer = await rights.OfAsync(proposal, order.Actor, cancel);
            if (!viewer.Reads) throw new NotFoundException();
            if (!may(viewer)) return new NotAllowed();
            if ((await db.People.SingleAsync(person => person.Id == order.Actor.Person, cancel)).CheckWriting(Verification.Email, change.Now) is { } barred) return barred;
            if (proposal.Version != order.ExpectedVersion) return new ChangedMeanwhile();
            var wasReleased = proposal.IsReleased;
            if (await rule(proposal, change) is { } refusal) return refusal;
            if (!wasReleased && proposal.IsReleased)
                await tell.ExecuteAsync(proposal, await db.Set<ProposalIdea>().Where(source => source.ProposalId == proposal.Id).Select(source => source.IdeaId).ToListAsync(cancel), order.Actor, change.Now, cancel);
            change.Audit(action, Subject.Of(proposal.Id), order.Actor, detail);
            change.Evict(CacheTags.Proposals);
            await change.CommitAsync(cancel);
        }

        await door.RecheckAsync(cancel);
        return null;
    }

    /// <summary>Names of the organisations that have signed what is frozen; empty when none has.</summary>
    public async Task<string> SignedAsync(Proposal proposal, CancellationToken cancel)
    {
        var signed = proposal.Signatures.Where(signature => signature.IsSigned).Select(signature => signature.OrganisationId).ToList();
        return signed.Count == 0 ? "" : string.Join(", ", await db.Organisations.Where(organisation => signed.Contains(organisation.Id)).OrderBy(organisation => organisation.Name).Select(organisation => organisation.Name).ToListAsync(cancel));
    }

    /// <summary>Tells the owners of organisations, except the acting person.</summary>
    public async Task TellOwnersAsync(Proposal proposal, IEnumerable<OrganisationId> organisations, NotificationKind kind, Actor actor, string? detail, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = organisations.ToList();
        var owners = await db.Memberships.Where(membership => ids.Contains(membership.OrganisationId) && membership.Role == MembershipRole.Owner && membership.PersonId != actor.Person)
            .Select(membership => membership.PersonId).Distinct().ToListAsync(cancel);
        var happening = new Happening(kind, 0, proposal.Title, $"proposal-{proposal.Number}-{kind}-{proposal.Version}", Detail: detail, CaseNumber: proposal.Number);
        await notifier.TellEachAsync([.. owners.Select(owner => (owner, happening))], now, cancel);
    }
}
