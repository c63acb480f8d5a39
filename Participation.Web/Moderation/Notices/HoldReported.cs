using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Notices;

/// <summary>
/// Holds back what several people reported, until a person decides. Never what a moderator looked at as it is now, so that a crowd cannot
/// take down what was found in order; never what an organisation or the moderation wrote.
/// </summary>
public sealed class HoldReported(ParticipationDbContext db)
{
    /// <summary>Called under the locks of what is reported, after a notice was added.</summary>
    internal async Task ConsiderAsync(Change change, ReportedThing thing, CancellationToken cancel)
    {
        var (matter, version) = (thing.Matter, thing.TextVersion);
        if (!thing.CanBeHeld) return;
        if (await db.People.AnyAsync(person => person.Id == matter.Author && (person.Role == Role.Moderator || person.Role == Role.Administrator), cancel)) return;
        var weights = await db.Notices.Where(notice => notice.SubjectKind == matter.Subject.Kind && notice.SubjectId == matter.Subject.Id && notice.TextVersion == version && notice.Outcome == NoticeOutcome.Open && notice.Weight > 0)
            .Select(notice => notice.Weight).ToListAsync(cancel);
        if (weights.Count < FlagWeight.FewestPeople || weights.Sum() < FlagWeight.HoldFrom) return;

        var facts = Languages.In(Languages.All[0], () => NoticesTexts.HeldFacts).With(weights.Count);
        await thing.Hold(change, new HoldReason(facts, facts));
    }
}
