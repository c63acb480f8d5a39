using Microsoft.EntityFrameworkCore;
using Participation.Domain.Moderation;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Audit;

/// <summary>Walks along the whole audit log and says where its chain breaks first. Reads in batches, so that it needs the same memory however long the log is.</summary>
public sealed class VerifyAudit(ParticipationDbContext db)
{
    private const int BatchSize = 1000;

    /// <param name="known">A place and its hash that were noted down earlier: whoever writes the whole chain anew cannot write that note anew.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<AuditReport> ExecuteAsync(AuditMark? known, CancellationToken cancel)
    {
        var last = new AuditMark(0, AuditChain.Origin);
        var fits = known is null || known == last;
        while (true)
        {
            (last, var broken) = await WalkAsync(last, mark => fits |= mark == known, cancel);
            if (broken is { } kind) return new AuditReport(last, kind);
            var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancel);
            if (head?.Position > last.Position)
            {
                // What was written meanwhile is walked along too; a head without entries up to it has lost them.
                if (await db.AuditEntries.AnyAsync(entry => entry.Position > last.Position, cancel)) continue;
                return new AuditReport(Next(last), AuditBreak.CutOff);
            }

            if (head is null ? last.Position > 0 : new AuditMark(head.Position, head.Hash) != last) return new AuditReport(last, AuditBreak.HeadChanged);
            // Beside the chain there is nothing.
            if (await db.AuditEntries.LongCountAsync(entry => entry.Position <= last.Position, cancel) != last.Position) return new AuditReport(last, AuditBreak.Reordered);
            if (known?.Position > last.Position) return new AuditReport(Next(last), AuditBreak.CutOff);
            return fits ? new AuditReport(last, null) : new AuditReport(known!, AuditBreak.OtherChain);
        }
    }

    private async Task<(AuditMark End, AuditBreak? Broken)> WalkAsync(AuditMark last, Action<AuditMark> pass, CancellationToken cancel)
    {
        while (await ReadAsync(last.Position, BatchSize, cancel) is { Count: > 0 } batch)
        {
            foreach (var entry in batch)
            {
                if ((entry is null ? AuditBreak.Changed : AuditChain.Check(entry, last.Position + 1, last.Hash)) is { } broken) return (Next(last), broken);
                last = new AuditMark(entry!.Position, entry.Hash);
                pass(last);
            }
        }

        return (last, null);
    }

    private static AuditMark Next(AuditMark last) => last with { Position = last.Position + 1 };

    /// <summary>The next entries; null is one that holds what no entry can hold, such as a kind that there is not.</summary>
    private async Task<IReadOnlyList<AuditEntry?>> ReadAsync(long after, int count, CancellationToken cancel)
    {
        try
        {
            return await db.AuditEntries.AsNoTracking().Where(entry => entry.Position > after).OrderBy(entry => entry.Position).Take(count).ToListAsync(cancel);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidOperationException or InvalidCastException or ArgumentException or OverflowException)
        {
            return count == 1 ? [null] : await ReadAsync(after, 1, cancel);
        }
    }
}

/// <summary>A place of the chain and the hash there.</summary>
public sealed record AuditMark(long Position, string Hash);

/// <summary>What a walk along the chain found.</summary>
/// <param name="At">The last entry of an intact chain; else where it breaks.</param>
/// <param name="Broken">What is wrong there first; null when nothing is.</param>
public sealed record AuditReport(AuditMark At, AuditBreak? Broken);
