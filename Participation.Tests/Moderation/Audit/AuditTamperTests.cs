using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Tests.Support;
using Participation.Web.Data;
using Participation.Web.Moderation.Audit;

namespace Participation.Tests.Moderation.Audit;

/// <summary>What was written is verified, and whatever somebody with the database in hands does to it is found.</summary>
public sealed class AuditTamperTests
{
    private const long At = 42;

    /// <summary>One flipped byte, or the smallest other value, for each column.</summary>
    private static readonly Dictionary<string, Action<UpdateSettersBuilder<AuditEntry>, AuditEntry>> Flips = new(StringComparer.Ordinal)
    {
        [nameof(AuditEntry.Id)] = (set, entry) => set.SetProperty(e => e.Id, AuditEntryId.From(Flipped(entry.Id.Value))),
        [nameof(AuditEntry.Position)] = (set, entry) => set.SetProperty(e => e.Position, entry.Position + 1024),
        [nameof(AuditEntry.At)] = (set, entry) => set.SetProperty(e => e.At, entry.At.AddMicroseconds(1)),
        [nameof(AuditEntry.ActorId)] = (set, entry) => set.SetProperty(e => e.ActorId, PersonId.From(Flipped(entry.ActorId?.Value ?? Guid.Empty))),
        [nameof(AuditEntry.Action)] = (set, entry) => set.SetProperty(e => e.Action, Flipped(entry.Action)),
        [nameof(AuditEntry.SubjectKind)] = (set, entry) => set.SetProperty(e => e.SubjectKind, entry.SubjectKind ^ SubjectKind.Comment),
        [nameof(AuditEntry.SubjectId)] = (set, entry) => set.SetProperty(e => e.SubjectId, Flipped(entry.SubjectId)),
        [nameof(AuditEntry.Detail)] = (set, entry) => set.SetProperty(e => e.Detail, entry.Detail is { Length: > 0 } detail ? Flipped(detail) : " "),
        [nameof(AuditEntry.PreviousHash)] = (set, entry) => set.SetProperty(e => e.PreviousHash, Flipped(entry.PreviousHash)),
        [nameof(AuditEntry.Hash)] = (set, entry) => set.SetProperty(e => e.Hash, Flipped(entry.Hash)),
    };

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Ten_thousand_entries_are_intact_and_one_flipped_byte_breaks_them(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        Assert.Equal(new AuditReport(new AuditMark(0, AuditChain.Origin), null), await site.VerifyAuditAsync());
        await site.FillAuditAsync(10_000);
        var report = await site.VerifyAuditAsync();
        Assert.Equal((10_000, null), (report.At.Position, report.Broken));
        Assert.Null((await site.VerifyAuditAsync(report.At)).Broken);
        var broken = await site.VerifyAfterAsync(db => FlipAsync(db, 7_777, nameof(AuditEntry.Action)));
        Assert.Equal((7_777, AuditBreak.Changed), (broken.At.Position, broken.Broken));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_flipped_byte_is_found_in_every_column(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.FillAuditAsync(60);
        var columns = await site.WithDbAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(AuditEntry))!.GetProperties().Select(property => property.Name).ToList()));
        Assert.Equal(columns.Order(), Flips.Keys.Order());
        foreach (var place in new[] { 1, At, 60 })
        {
            foreach (var column in columns)
            {
                var report = await site.VerifyAfterAsync(db => FlipAsync(db, place, column));
                var expected = column is nameof(AuditEntry.Position) ? AuditBreak.Missing : AuditBreak.Changed;
                Assert.Equal((column, place, expected), (column, report.At.Position, report.Broken));
            }
        }

        Assert.Null((await site.VerifyAuditAsync()).Broken);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Removed_exchanged_inserted_and_cut_off_entries_are_found(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.FillAuditAsync(60);
        var end = (await site.VerifyAuditAsync()).At;
        (string What, long Place, AuditBreak Kind, Func<ParticipationDbContext, Task> Do)[] cases =
        [
            ("removed", At, AuditBreak.Missing, db => From(db, At, At).ExecuteDeleteAsync()),
            ("removed, the others moved up", At, AuditBreak.Reordered, async db =>
            {
                await From(db, At, At).ExecuteDeleteAsync();
                await ShiftAsync(db, At, -1);
            }),
            ("first one removed", 1, AuditBreak.Missing, db => From(db, 1, 1).ExecuteDeleteAsync()),
            ("exchanged", At, AuditBreak.Reordered, async db =>
            {
                await MoveAsync(db, At, 1000);
                await MoveAsync(db, At + 1, At);
                await MoveAsync(db, 1000, At + 1);
            }),
            ("cut off", At, AuditBreak.CutOff, db => From(db, At, 60).ExecuteDeleteAsync()),
            ("everything removed", 1, AuditBreak.CutOff, db => db.AuditEntries.ExecuteDeleteAsync()),
            ("inserted", At + 1, AuditBreak.Reordered, async db =>
            {
                await ShiftAsync(db, At, 1);
                await InsertAsync(db, At, await From(db, At - 1, At - 1).AsNoTracking().SingleAsync());
            }),
            ("added at the end", 61, AuditBreak.HeadChanged, async db => await InsertAsync(db, 61, await From(db, 60, 60).AsNoTracking().SingleAsync())),
            ("put in front", 60, AuditBreak.Reordered, async db => await InsertAsync(db, 0, await From(db, 60, 60).AsNoTracking().SingleAsync())),
            ("a kind that there is not", At, AuditBreak.Changed, db => db.Database.ExecuteSqlRawAsync("UPDATE audit_entries SET subject_kind = 'Jdea' WHERE position = 42")),
            ("head removed", 60, AuditBreak.HeadChanged, db => db.AuditHeads.ExecuteDeleteAsync()),
            ("head moved back", 60, AuditBreak.HeadChanged, db => db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Position, 59))),
            ("head with another hash", 60, AuditBreak.HeadChanged, db => db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Hash, AuditChain.Origin))),
        ];
        foreach (var (what, place, kind, tamper) in cases)
        {
            var report = await site.VerifyAfterAsync(tamper);
            Assert.Equal((what, place, kind), (what, report.At.Position, report.Broken));
        }

        Assert.Equal(new AuditReport(end, null), await site.VerifyAuditAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_chain_written_anew_as_a_whole_is_found_by_what_was_noted(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.FillAuditAsync(10);
        var noted = (await site.VerifyAuditAsync()).At;
        await site.FillAuditAsync(10);
        Assert.Equal((20, null), await Judge(site.VerifyAuditAsync(noted)));
        Assert.Equal((19, null), await Judge(site.VerifyAfterAsync(GivenAudit.RewriteAsync)));
        Assert.Equal((10, AuditBreak.OtherChain), await Judge(site.VerifyAfterAsync(GivenAudit.RewriteAsync, noted)));
        Assert.Equal((20, AuditBreak.CutOff), await Judge(site.VerifyAfterAsync(GivenAudit.RewriteAsync, noted with { Position = 25 })));

        static async Task<(long, AuditBreak?)> Judge(Task<AuditReport> verified) => ((await verified).At.Position, (await verified).Broken);
    }

    private static async Task FlipAsync(ParticipationDbContext db, long place, string column)
    {
        var entry = await From(db, place, place).AsNoTracking().SingleAsync();
        Assert.Equal(1, await From(db, place, place).ExecuteUpdateAsync(set => Flips[column](set, entry)));
    }

    /// <summary>An entry that says something else, with a hash that fits.</summary>
    private static Task InsertAsync(ParticipationDbContext db, long place, AuditEntry before)
    {
        var entry = GivenAudit.Entry(999);
        db.Entry(entry).Property(e => e.Position).CurrentValue = place;
        db.Entry(entry).Property(e => e.PreviousHash).CurrentValue = before.Hash;
        db.Entry(entry).Property(e => e.Hash).CurrentValue = AuditChain.HashOf(entry, before.Hash);
        return GivenAudit.InsertAsync(db, entry);
    }

    private static IQueryable<AuditEntry> From(ParticipationDbContext db, long first, long last) => db.AuditEntries.Where(entry => entry.Position >= first && entry.Position <= last);

    private static Task<int> MoveAsync(ParticipationDbContext db, long from, long to) => From(db, from, from).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Position, to));

    /// <summary>In two steps, because no two entries may have one place in between.</summary>
    private static async Task ShiftAsync(ParticipationDbContext db, long from, long by)
    {
        await db.AuditEntries.Where(entry => entry.Position >= from).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Position, entry => -(entry.Position + by)));
        await db.AuditEntries.Where(entry => entry.Position < 0).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Position, entry => -entry.Position));
    }

    private static Guid Flipped(Guid value)
    {
        var bytes = value.ToByteArray();
        bytes[^1] ^= 1;
        return new Guid(bytes);
    }

    private static string Flipped(string text) => text[..^1] + (char)(text[^1] ^ 1);
}
