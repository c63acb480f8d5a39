using OpenIddict.EntityFrameworkCore.Models;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Accounts.OpenId;

/// <summary>What someone allowed applications, and the tokens that these hold.</summary>
internal sealed class ApplicationsOfPerson(ParticipationDbContext db, ConsentQueries consents, RevokeTokens revoke) : IPersonalData
{
    public int Order => 14;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(OpenIddictEntityFrameworkCoreAuthorization<Guid>), typeof(OpenIddictEntityFrameworkCoreToken<Guid>)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel) =>
        [new("applications", [.. (await consents.OwnAsync(person, cancel)).Select(consent => new ExportItem(("name", consent.Name), ("detail", string.Join(' ', consent.Scopes)), ("at", consent.Since)))])];

    /// <summary>Tokens die at once.</summary>
    public async Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        await revoke.ForgetAsync(who.Id, cancel);
        await transaction.CommitAsync(cancel);
        return false;
    }
}
