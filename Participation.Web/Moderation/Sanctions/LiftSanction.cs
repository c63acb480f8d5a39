using Microsoft.EntityFrameworkCore;
using Participation.Domain.Moderation;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Sanctions;

/// <summary>What a measure forbade is allowed again, as far as no other measure forbids it. Called within a change.</summary>
public sealed class LiftSanction(ParticipationDbContext db)
{
    internal async Task ExecuteAsync(Decision decision, DateTimeOffset now, CancellationToken cancel)
    {
        if (decision.Measure is not (Measure.Silence or Measure.Suspend)) return;
        var person = await db.People.SingleAsync(candidate => candidate.Id == decision.AuthorId, cancel);
        var others = await db.Decisions.AsNoTracking()
            .Where(other => other.AuthorId == decision.AuthorId && other.Measure == decision.Measure && other.Id != decision.Id && !db.Decisions.Any(later => later.RevokesId == other.Id)).ToListAsync(cancel);
        if (decision.Measure is Measure.Silence) person.LiftSilence(others.Select(other => other.Until).Where(until => until > now).Max());
        else if (others.Count == 0) person.LiftSuspension();
    }
}
