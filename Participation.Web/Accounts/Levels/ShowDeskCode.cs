using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Realtime;

namespace Participation.Web.Accounts.Levels;

/// <summary>Someone stands at an office desk and shows a code that names the account for some minutes.</summary>
public sealed class ShowDeskCode(ParticipationDbContext db, Changes changes, IOptions<LevelsOptions> options)
{
    public async Task<Refusal?> ExecuteAsync(Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Residence(actor.Person)], cancel);
        if (await db.People.AnyAsync(person => person.Id == actor.Person && person.Verification == Verification.VerifiedResident, cancel)) return new AlreadyConfirmed();
        await db.DeskCodes.Where(shown => shown.PersonId == actor.Person).ExecuteDeleteAsync(cancel);
        db.DeskCodes.Add(DeskCode.Show(actor.Person, ReadableCode.New(DeskCode.Length), change.Now.AddMinutes(options.Value.DeskCodeMinutes)));
        await change.CommitAsync(cancel);
        return null;
    }
}
