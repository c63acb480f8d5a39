using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Audit;

/// <summary>Reads the audit log.</summary>
public sealed class AuditQueries(ParticipationDbContext db, AuditSubjects subjects)
{
    /// <summary>Entries of a page.</summary>
    public const int PageSize = 50;

    private const int BatchSize = 1000;

    /// <summary>A page of entries before a place, newest first, and one more when there are more: a fixed number of queries.</summary>
    public async Task<IReadOnlyList<AuditRow>> ListAsync(AuditFilter filter, CancellationToken cancel)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (filter.Before is { } before) entries = entries.Where(entry => entry.Position < before);
        if (filter.Kind is { } kind) entries = entries.Where(entry => entry.SubjectKind == kind);
        if (filter.Subject is { } subject) entries = entries.Where(entry => entry.SubjectId == subject);
        var rows = await (
            from entry in entries
            join person in db.People on entry.ActorId equals (PersonId?)person.Id into people
            from actor in people.DefaultIfEmpty()
            orderby entry.Position descending
            select new AuditRow(entry.Position, entry.At, actor == null ? null : actor.DisplayName, entry.Action, new Subject(entry.SubjectKind, entry.SubjectId), entry.Detail, null)).Take(PageSize + 1).ToListAsync(cancel);
        var about = await subjects.FindAsync([.. rows.Select(row => row.Subject)], cancel);
        return [.. rows.Select(row => row with { About = about.GetValueOrDefault(row.Subject.Id) })];
    }

    /// <summary>The end of the chain; null when nothing was ever written.</summary>
    public Task<AuditMark?> HeadAsync(CancellationToken cancel) => db.AuditHeads.AsNoTracking().Select(head => new AuditMark(head.Position, head.Hash)).SingleOrDefaultAsync(cancel);

    /// <summary>The whole log, oldest first, read in batches.</summary>
    public async IAsyncEnumerable<AuditEntry> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        long last = 0;
        while (await BatchAsync(last, cancel) is { Count: > 0 } batch)
        {
            foreach (var entry in batch) yield return entry;
            last = batch[^1].Position;
        }
    }

    private Task<List<AuditEntry>> BatchAsync(long after, CancellationToken cancel) =>
        db.AuditEntries.AsNoTracking().Where(entry => entry.Position > after).OrderBy(entry => entry.Position).Take(BatchSize).ToListAsync(cancel);
}

/// <summary>Which entries.</summary>
/// <param name="Kind">About what kind of thing; null for all.</param>
/// <param name="Subject">About which thing; null for all.</param>
/// <param name="Before">Only entries before this place; null for the newest.</param>
public sealed record AuditFilter(SubjectKind? Kind, Guid? Subject, long? Before);

/// <summary>One entry as administrators read it.</summary>
/// <param name="Position">Place in the chain.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who; null for the system.</param>
/// <param name="Action">What.</param>
/// <param name="Subject">To what.</param>
/// <param name="Detail">The reason or the difference.</param>
/// <param name="About">Its name and address, when there are any.</param>
public sealed record AuditRow(long Position, DateTimeOffset At, string? Actor, string Action, Subject Subject, string? Detail, AuditSubject? About);
