using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Authorities;

/// <summary>Through which authorities someone signs in. It goes with the account and its sessions.</summary>
internal sealed class IdentitiesOfPerson(ParticipationDbContext db) : IPersonalData
{
    public int Order => 12;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(ConnectedIdentity), typeof(AuthoritySession)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var identities = await db.Identities.AsNoTracking().Where(identity => db.Users.Any(account => account.Id == identity.AccountId && account.PersonId == person))
            .OrderBy(identity => identity.ConnectedAt).ToListAsync(cancel);
        return [new("identities", [.. identities.Select(identity => new ExportItem(("name", identity.Authority), ("detail", identity.Issuer), ("level", identity.Level), ("at", identity.ConnectedAt), ("seenAt", identity.AssertedAt)))])];
    }

    public Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel) => Task.FromResult(false);
}
