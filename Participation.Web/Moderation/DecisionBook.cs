using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation;

/// <summary>Writes down numbered decisions in the transaction of what they decide.</summary>
public sealed class DecisionBook(ParticipationDbContext db)
{
    /// <summary>Adds a decision and returns its public number.</summary>
    public async Task<int> WriteAsync(Change change, Subject subject, PersonId author, Measure measure, Ground ground, string facts, Actor actor, CancellationToken cancel)
    {
        var number = await db.NextNumberAsync(Counter.Decisions, cancel);
        db.Decisions.Add(Decision.Make(number, subject, author, measure, ground, facts, actor.Person, change.Now));
        return number;
    }
}
