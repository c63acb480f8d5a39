using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation;

/// <summary>What a decision does, on which ground, and the facts in plain words.</summary>
public sealed record Statement(Measure Measure, Ground Ground = Ground.None, string Facts = "")
{
    /// <summary>The facts, or null when the decision restricts nobody.</summary>
    public string? FactsOrNull => Facts.Length == 0 ? null : Facts;
}

/// <summary>Writes down numbered decisions in the transaction of what they decide.</summary>
public sealed class DecisionBook(ParticipationDbContext db)
{
    /// <summary>Adds a decision and returns its public number.</summary>
    public async Task<int> WriteAsync(Change change, Subject subject, PersonId author, Statement statement, Actor actor, CancellationToken cancel)
    {
        var number = await db.NextNumberAsync(Counter.Decisions, cancel);
        db.Decisions.Add(Decision.Make(number, subject, author, statement.Measure, statement.Ground, statement.Facts, actor.Person, change.Now));
        return number;
    }
}
