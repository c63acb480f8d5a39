using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Tests.Support;
using Participation.Web.Data;
using Participation.Web.Moderation.Audit;

namespace Participation.Tests.Moderation.Audit;

internal static class GivenAudit
{
    private static readonly string[] Actions = ["idea.publish", "idea.hide", "comment.decline", "complaint.reverse", "person.block", "process.change"];
    private static readonly string?[] Details = [null, "", "Wertet jemanden ab.", "17 → 21: Dieselbe Idee; „Bänke“ 🌳", "=1+1", "halb \ud83d", "null \0 Zeichen", new string('ü', 1500)];

    /// <summary>The i-th of many entries that differ in everything; the same for the same seed.</summary>
    public static AuditEntry Entry(int i, int seed = 4)
    {
        var dice = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}-{i}"));
        var id = new Guid(dice.AsSpan(0, 16));
        return AuditEntry.Of(Actions[dice[16] % Actions.Length], new Subject((SubjectKind)(dice[17] % 6), id), dice[18] % 3 == 0 ? null : PersonId.From(new Guid(dice.AsSpan(8, 16))),
            A.Moment.AddTicks((i * 1_234_567L) + dice[19]), Details[dice[20] % Details.Length]);
    }

    /// <summary>Writes many entries in transactions of many sizes.</summary>
    public static async Task FillAuditAsync(this TestSite site, int count)
    {
        for (var (i, size) = (0, 1); i < count; size = (size * 7 % 211) + 1)
        {
            var (from, to) = (i, Math.Min(count, i + size));
            await site.WithDbAsync(async db =>
            {
                for (var each = from; each < to; each++) db.AuditEntries.Add(Entry(each));
                return await db.SaveChangesAsync();
            });
            i = to;
        }
    }

    public static Task<AuditReport> VerifyAuditAsync(this TestSite site, AuditMark? known = null) => site.UseAsync<VerifyAudit, AuditReport>(verify => verify.ExecuteAsync(known, default));

    /// <summary>What is found after somebody with the database in hands did something; it is undone afterwards.</summary>
    public static Task<AuditReport> VerifyAfterAsync(this TestSite site, Func<ParticipationDbContext, Task> tamper, AuditMark? known = null) => site.WithDbAsync(async db =>
    {
        await using var undone = await db.Database.BeginTransactionAsync();
        await tamper(db);
        return await new VerifyAudit(db).ExecuteAsync(known, default);
    });

    /// <summary>Writes a whole chain anew, with hashes that fit, without the second entry.</summary>
    public static async Task RewriteAsync(ParticipationDbContext db)
    {
        var entries = await db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Position).ToListAsync();
        await db.AuditEntries.ExecuteDeleteAsync();
        await db.AuditHeads.ExecuteDeleteAsync();
        entries.RemoveAt(1);
        var (position, previous) = (0L, AuditChain.Origin);
        foreach (var old in entries)
        {
            var entry = AuditEntry.Of(old.Action, new Subject(old.SubjectKind, old.SubjectId), old.ActorId, old.At, old.Detail);
            db.Entry(entry).Property(e => e.Position).CurrentValue = ++position;
            db.Entry(entry).Property(e => e.PreviousHash).CurrentValue = previous;
            db.Entry(entry).Property(e => e.Hash).CurrentValue = previous = AuditChain.HashOf(entry, previous);
            await InsertAsync(db, entry);
        }

        await db.Database.ExecuteSqlAsync($"INSERT INTO audit_heads (id, position, hash) VALUES (1, {position}, {previous})");
    }

    /// <summary>Puts a row in, past the site's own way of writing.</summary>
    public static async Task InsertAsync(ParticipationDbContext db, AuditEntry entry)
    {
        db.Entry(entry).State = EntityState.Detached;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO audit_entries (id, position, at, actor_id, action, subject_kind, subject_id, detail, previous_hash, hash)
            VALUES ({entry.Id.Value}, {entry.Position}, {Instant(db, entry.At)}, {entry.ActorId?.Value}, {entry.Action}, {entry.SubjectKind.ToString()}, {entry.SubjectId}, {entry.Detail}, {entry.PreviousHash}, {entry.Hash})
            """);
    }

    private static object Instant(ParticipationDbContext db, DateTimeOffset at) => db.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal) ? at.UtcTicks : at;
}
