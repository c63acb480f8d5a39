using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Revisions;

/// <summary>Keeps what a proposal says now, within the transaction of whoever asks, under the proposal's lock. What says the same as the newest revision is not kept twice.</summary>
public sealed class KeepRevision(ParticipationDbContext db, ReadProposal read)
{
    /// <param name="proposal">With its authors and costs.</param>
    /// <param name="reason">Why it is kept.</param>
    /// <param name="now">When.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="known">What it says now, when whoever asks has read it under the same lock.</param>
    /// <returns>The revision that says it, new or known, or why there is none.</returns>
    public async Task<Outcome<Revision>> ExecuteAsync(Proposal proposal, RevisionReason reason, DateTimeOffset now, CancellationToken cancel, RevisionState? known = null)
    {
        var state = known ?? await read.NowAsync(proposal, cancel);
        var last = await db.Revisions.Where(revision => revision.ProposalId == proposal.Id).OrderByDescending(revision => revision.Number).FirstOrDefaultAsync(cancel);
        if (last is not null && last.ContentHash == state.Content.Hash() && !(reason.Kind is RevisionKind.Frozen && last.Kind is RevisionKind.Named)) return Again(last, state, reason, now);

        var id = RevisionId.New(now);
        var revision = Revision.Keep(id, proposal.Id, (last?.Number ?? 0) + 1, state, reason, await WritersAsync(proposal, last, cancel), now);
        var room = new RevisionRoom(await db.Revisions.Where(kept => kept.ProposalId == proposal.Id).Select(kept => new KeptRevision(kept.Id, kept.Number, kept.Kind, kept.Size)).ToListAsync(cancel));
        if (room.Check(reason.Kind, revision.Size) is { } refusal) return refusal;
        var going = room.GiveWay(reason.Kind, revision.Size);
        if (going.Count > 0) await db.Revisions.Where(kept => going.Contains(kept.Id)).ExecuteDeleteAsync(cancel);
        db.Revisions.Add(revision);
        await db.SaveChangesAsync(cancel);
        return revision;
    }

    private static Outcome<Revision> Again(Revision last, RevisionState state, RevisionReason reason, DateTimeOffset now)
    {
        if (reason.Kind is RevisionKind.Named && last.Kind is not RevisionKind.Automatic && (last.Note != reason.Note || last.By != reason.By)) return new SameAsRevision(last.Number);
        last.StillStands(state, now);
        if (last.Kind is RevisionKind.Automatic) last.Name(reason);
        return last;
    }

    /// <summary>Who wrote since the revision before, which texts it was is known by their versions.</summary>
    private async Task<HashSet<OrganisationId>> WritersAsync(Proposal proposal, Revision? last, CancellationToken cancel)
    {
        var writers = new HashSet<OrganisationId>();
        foreach (var text in await db.SharedTexts.AsNoTracking().Where(text => text.ProposalId == proposal.Id).Select(text => new { text.Id, text.Section, text.Version }).ToListAsync(cancel))
        {
            var since = last?.VersionOf(text.Section) ?? 0;
            if (text.Version > since)
                writers.UnionWith(await db.SharedTextUpdates.Where(update => update.TextId == text.Id && update.Version > since).Select(update => update.OrganisationId).Distinct().ToListAsync(cancel));
        }

        return writers;
    }
}
