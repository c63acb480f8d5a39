using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Authorities;

/// <summary>
/// Notes what an authority said about a connected person. From level "substantial" on, and only together with the residence, it makes them a
/// confirmed resident: below that, one person may have several identities.
/// </summary>
public sealed class ApplyAssurance(ParticipationDbContext db, TimeProvider clock)
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
        if (identity is { Level: >= AssuranceLevel.Substantial, ResidesHere: true })
        {
            var person = await db.People.SingleAsync(candidate => db.Users.Any(account => account.Id == connected.AccountId && account.PersonId == candidate.Id), cancel);
            person.Confirm(Verification.VerifiedResident);
        }

        await db.SaveChangesAsync(cancel);
    }
}
