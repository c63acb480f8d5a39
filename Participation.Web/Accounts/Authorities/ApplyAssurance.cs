using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.Levels;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Authorities;

/// <summary>
/// Notes what an authority said about a connected person. From level "substantial" on, and only together with the residence, it makes them a
/// confirmed resident: below that, one person may have several identities.
/// </summary>
public sealed class ApplyAssurance(ParticipationDbContext db, ConfirmResidence confirm, TimeProvider clock)
{
    public async Task ExecuteAsync(AssertedIdentity identity, CancellationToken cancel)
    {
        try
        {
            await TryAsync(identity, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody changed the person meanwhile, such as their role.
            db.ChangeTracker.Clear();
            await TryAsync(identity, cancel);
        }
    }

    private async Task TryAsync(AssertedIdentity identity, CancellationToken cancel)
    {
        var key = ConnectedIdentity.KeyOf(identity);
        if (await db.Identities.SingleOrDefaultAsync(candidate => candidate.Key == key, cancel) is not { } connected) return;
        connected.Note(identity, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        if (identity is not { Level: >= AssuranceLevel.Substantial, ResidesHere: true }) return;
        var person = await db.Users.Where(account => account.Id == connected.AccountId).Select(account => account.PersonId).SingleAsync(cancel);
        // Confirmed in another account already: then this one stays what it is; the page about the residence says how to go on.
        _ = await confirm.ExecuteAsync(person, ResidenceEvidence.ByElectronicIdentity(identity.Level, identity.ResidesHere, identity.Issuer, identity.Subject), cancel);
    }
}
