using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.OwnData;

/// <summary>How far someone's copy is, without the copy.</summary>
public sealed record ExportState(DataExportStatus Status, DateTimeOffset RequestedAt, int PartsDone, int PartsTotal, DateTimeOffset? FinishedAt, DateTimeOffset? ExpiresAt, int Size)
{
    /// <summary>Whether it is waiting or being made.</summary>
    public bool IsOpen => Status is DataExportStatus.Waiting or DataExportStatus.Running;

    /// <summary>Whether it can be fetched.</summary>
    public bool IsReady(DateTimeOffset now) => Status is DataExportStatus.Ready && now < ExpiresAt;
}

/// <summary>When and how someone leaves.</summary>
public sealed record LeavingState(ErasureChoice Choice, DateTimeOffset RequestedAt, DateTimeOffset DueAt);

/// <summary>What someone who thinks of leaving wants to know.</summary>
public sealed record Belongings(int Ideas, int Drafts, int Comments, int Stances, int Organisations);

/// <summary>Reads what the pages about one's own data show.</summary>
public sealed class OwnDataQueries(ParticipationDbContext db)
{
    public Task<ExportState?> ExportAsync(Actor actor, CancellationToken cancel) => db.DataExports.AsNoTracking().Where(export => export.PersonId == actor.Person)
        .Select(export => new ExportState(export.Status, export.RequestedAt, export.PartsDone, export.PartsTotal, export.FinishedAt, export.ExpiresAt, export.Size)).SingleOrDefaultAsync(cancel);

    public Task<LeavingState?> LeavingAsync(Actor actor, CancellationToken cancel) => db.Erasures.AsNoTracking().Where(erasure => erasure.PersonId == actor.Person)
        .Select(erasure => new LeavingState(erasure.Choice, erasure.RequestedAt, erasure.DueAt)).SingleOrDefaultAsync(cancel);

    public async Task<Belongings> BelongingsAsync(Actor actor, CancellationToken cancel) => await db.People.AsNoTracking().Where(person => person.Id == actor.Person).Select(person => new Belongings(
        db.Ideas.Count(idea => idea.AuthorId == person.Id && idea.Number != null), db.Ideas.Count(idea => idea.AuthorId == person.Id && idea.Number == null),
        db.Comments.Count(comment => comment.AuthorId == person.Id), db.Stances.Count(stance => stance.PersonId == person.Id),
        db.Memberships.Count(membership => membership.PersonId == person.Id))).SingleAsync(cancel);
}
