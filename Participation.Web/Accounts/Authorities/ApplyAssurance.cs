using Microsoft.EntityFrameworkCore;
using Participation.Domain;
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
    /// <param name="identity">What the authority said.</param>
    /// <param name="wanted">Whether the person asked for it: a residence that was taken back does not come back by merely signing in.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Why a residence that the authority confirmed does not count here; null when it does, or when it confirmed none.</returns>
    public async Task<Refusal?> ExecuteAsync(AssertedIdentity identity, bool wanted, CancellationToken cancel)
    {
        var key = ConnectedIdentity.KeyOf(identity);
        if (await db.Identities.SingleOrDefaultAsync(candidate => candidate.Key == key, cancel) is not { } connected) return null;
        connected.Note(identity, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        if (identity is not { Level: >= AssuranceLevel.Substantial, ResidesHere: true }) return null;
        var person = await db.Users.Where(account => account.Id == connected.AccountId).Select(account => account.PersonId).SingleAsync(cancel);
        return await confirm.ExecuteAsync(person, ResidenceEvidence.ByElectronicIdentity(identity.Level, identity.ResidesHere, identity.Issuer, identity.Subject, identity.Traits), wanted, cancel);
    }
}
