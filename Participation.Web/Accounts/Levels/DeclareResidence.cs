using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Realtime;

namespace Participation.Web.Accounts.Levels;

/// <summary>Someone says to live in the city and to be old enough.</summary>
public sealed class DeclareResidence(ParticipationDbContext db, Changes changes)
{
    /// <returns>The refusal, or null. Saying so twice is fine, and never lowers a level.</returns>
    public async Task<Refusal?> ExecuteAsync(Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Residence(actor.Person)], cancel);
        var person = await db.People.SingleAsync(candidate => candidate.Id == actor.Person, cancel);
        if (person.Verification < Verification.Email) return new NotAllowed();
        person.Confirm(Verification.SelfDeclaredResident);
        await change.CommitAsync(cancel);
        return null;
    }
}

/// <summary>Someone takes back to live in the city, declared or proven. It is as easy as saying so.</summary>
public sealed class TakeBackResidence(ParticipationDbContext db, Changes changes)
{
    public async Task ExecuteAsync(Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Residence(actor.Person)], cancel);
        var person = await db.People.SingleAsync(candidate => candidate.Id == actor.Person, cancel);
        if (person.Verification is Verification.VerifiedResident) change.Audit("residence.end", Subject.Of(actor.Person), actor);
        person.TakeBackResidence();
        await change.CommitAsync(cancel);
    }
}
