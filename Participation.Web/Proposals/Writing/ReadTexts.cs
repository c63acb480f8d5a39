using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Data;

namespace Participation.Web.Proposals.Writing;

/// <summary>What shared texts say now, from their snapshots and what was written since.</summary>
public sealed class ReadTexts(ParticipationDbContext db)
{
    /// <summary>The texts of a proposal, in the order of its sections. Updates never change, so those that belong to a row are read after it.</summary>
    public async Task<IReadOnlyList<TextNow>> OfAsync(ProposalId proposal, CancellationToken cancel)
    {
        var texts = new List<TextNow>();
        foreach (var row in (await db.SharedTexts.AsNoTracking().Where(text => text.ProposalId == proposal).ToListAsync(cancel)).OrderBy(row => row.Section)) texts.Add(await NowAsync(row, cancel));
        return texts;
    }

    private async Task<TextNow> NowAsync(SharedText row, CancellationToken cancel)
    {
        var later = row.Version == row.SnapshotVersion ? [] : await db.SharedTextUpdates.AsNoTracking()
            .Where(update => update.TextId == row.Id && update.Version > row.SnapshotVersion && update.Version <= row.Version).OrderBy(update => update.Version).Select(update => update.Changes).ToListAsync(cancel);
        return new TextNow(row.Id, row.Section, row.Version, later.Aggregate(row.Snapshot, (text, changes) => ChangeSet.Parse(changes).Apply(text)), row.IsOpen);
    }
}

/// <summary>A shared text at its newest version.</summary>
/// <param name="Id">Which.</param>
/// <param name="Section">The section it is the text of.</param>
/// <param name="Version">How many updates it has.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsOpen">Whether it may be written.</param>
public sealed record TextNow(SharedTextId Id, SectionKind Section, int Version, string Text, bool IsOpen);
