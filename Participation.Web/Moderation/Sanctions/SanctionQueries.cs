using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Sanctions;

/// <summary>Reads what there is to know before a measure against an author.</summary>
public sealed class SanctionQueries(ParticipationDbContext db)
{
    private const int Most = 20;

    /// <summary>The author with the latest decisions that restricted them, not those about what organisations wrote together: two queries.</summary>
    public async Task<AuthorRecord> OfAsync(PersonId author, CancellationToken cancel)
    {
        var person = await db.People.AsNoTracking().SingleAsync(candidate => candidate.Id == author, cancel);
        var decisions = await db.Decisions.AsNoTracking()
            .Where(decision => decision.AuthorId == author && decision.SubjectKind != SubjectKind.Proposal && (decision.Measure == Measure.Warn || decision.Measure == Measure.Silence || decision.Measure == Measure.Suspend
                || decision.Measure == Measure.Hide || decision.Measure == Measure.Decline || decision.Measure == Measure.Shorten))
            .OrderByDescending(decision => decision.Number).Take(Most)
            .Select(decision => new EarlierMeasure(decision.Number, decision.Measure, decision.Ground, decision.Hours, decision.DecidedAt, db.Decisions.Any(later => later.RevokesId == decision.Id)))
            .ToListAsync(cancel);
        return new AuthorRecord(person, decisions);
    }
}

/// <summary>An author with what was decided against them.</summary>
public sealed record AuthorRecord(Person Person, IReadOnlyList<EarlierMeasure> Measures);

/// <summary>One earlier decision that restricted somebody.</summary>
public sealed record EarlierMeasure(int Number, Measure Measure, Ground Ground, int? Hours, DateTimeOffset At, bool IsRevoked)
{
    /// <summary>Whether it still forbids something that a moderator can lift.</summary>
    public bool IsRunning(DateTimeOffset now) => !IsRevoked && (Measure is Measure.Suspend || (Measure is Measure.Silence && At.AddHours(Hours ?? 0) > now));
}
