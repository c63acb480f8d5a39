using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Realtime;

namespace Participation.Web.Accounts.OwnData;

/// <summary>Someone who wanted to leave changes their mind; everything is as before. A second call changes nothing.</summary>
public sealed class KeepAccount(ParticipationDbContext db, Changes changes, ErasureMails mails)
{
    public async Task<Refusal?> ExecuteAsync(Actor actor, CancellationToken cancel)
    {
        await using (var change = await changes.BeginAsync([Channel.Leaving], cancel))
        {
            if (await db.People.AnyAsync(person => person.Id == actor.Person && person.ErasedAt != null, cancel)) return new ErasureHasBegun();
            if (await db.Erasures.SingleOrDefaultAsync(erasure => erasure.PersonId == actor.Person, cancel) is not { } asked) return null;
            db.Erasures.Remove(asked);
            change.Audit("person.stay", Subject.Of(actor.Person), actor);
            await change.CommitAsync(cancel);
        }

        await mails.KeptAsync(await db.Users.AsNoTracking().SingleAsync(candidate => candidate.PersonId == actor.Person, cancel), cancel);
        return null;
    }
}
