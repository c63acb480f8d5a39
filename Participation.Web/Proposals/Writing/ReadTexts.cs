using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Data;

namespace Participation.Web.Proposals.Writing;

/// <summary>What shared texts say now, from their snapshots and what was written since.</summary>
public sealed class ReadTexts(ParticipationDbContext db)
{
    /// <summary>The texts of a proposal, in the order of its sections. One statement, so that snapshots and updates belong together.</summary>
    public async Task<IReadOnlyList<TextNow>> OfAsync(ProposalId proposal, CancellationToken cancel)
    {
        var rows = await db.SharedTexts.AsNoTracking().Where(text => text.ProposalId == proposal).Select(text => new
        {
            text.Id, text.Section, text.Version, text.Snapshot, text.IsOpen,
            Later = db.SharedTextUpdates.Where(update => update.TextId == text.Id && update.Version > text.SnapshotVersion).OrderBy(update => update.Version).Select(update => update.Changes).ToList(),
        }).ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.Section).Select(row => new TextNow(row.Id, row.Section, row.Version, Apply(row.Snapshot, row.Later), row.IsOpen))];
    }

    private static string Apply(string text, IEnumerable<string> later) => later.Aggregate(text, (now, changes) => ChangeSet.Parse(changes).Apply(now));
}

/// <summary>A shared text at its newest version.</summary>
/// <param name="Id">Which.</param>
/// <param name="Section">The section it is the text of.</param>
/// <param name="Version">How many updates it has.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsOpen">Whether it may be written.</param>
public sealed record TextNow(SharedTextId Id, SectionKind Section, int Version, string Text, bool IsOpen);
