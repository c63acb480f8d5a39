using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.Factors;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;

namespace Participation.Web.Accounts.OwnData;

/// <summary>The account itself: what it is called, how it is protected (never the secrets), where it is signed in.</summary>
internal sealed class AccountOfPerson(ParticipationDbContext db, UserManager<Account> users) : IPersonalData
{
    public int Order => 10;

    public IReadOnlyCollection<Type> Entities { get; } =
    [
        typeof(Person), typeof(Account), typeof(AccountSession), typeof(RecoveryCode), typeof(IdentityUserClaim<Guid>), typeof(IdentityUserLogin<Guid>),
        typeof(IdentityUserToken<Guid>), typeof(IdentityUserPasskey<Guid>), typeof(Erasure), typeof(DataExport),
    ];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var who = await db.People.AsNoTracking().SingleAsync(candidate => candidate.Id == person, cancel);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.PersonId == person, cancel) is not { } account) return [];
        var sessions = await db.Sessions.AsNoTracking().Where(session => session.AccountId == account.Id).OrderBy(session => session.CreatedAt).ToListAsync(cancel);
        return
        [
            new("account", [new(
                ("name", who.DisplayName), ("email", account.Email), ("confirmed", account.EmailConfirmed), ("role", who.Role), ("verification", who.Verification), ("district", who.DistrictKey),
                ("language", who.Language), ("joinedAt", who.JoinedAt), ("lastSignInAt", account.LastSignInAt), ("lockedUntil", account.LockoutEnd),
                ("silencedUntil", who.SilencedUntil), ("suspendedAt", who.SuspendedAt))]),
            new("sessions", [.. sessions.Select(session => new ExportItem(("device", Device.InWords(session.UserAgent)), ("browser", session.UserAgent), ("at", session.CreatedAt), ("seenAt", session.SeenAt)))]),
            new("factors", await FactorsAsync(account, cancel)),
            new("requests", await RequestsAsync(person, cancel)),
        ];
    }

    /// <summary>Erased last, by <see cref="ErasePerson"/>: until then it is what the work is found by.</summary>
    public Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel) => Task.FromResult(false);

    private async Task<List<ExportItem>> FactorsAsync(Account account, CancellationToken cancel)
    {
        var items = new List<ExportItem>();
        if (account.PasswordHash is not null) items.Add(new(("factor", OwnDataTexts.FactorPassword)));
        if (account.TwoFactorEnabled) items.Add(new(("factor", OwnDataTexts.FactorCodes), ("left", await db.RecoveryCodes.CountAsync(code => code.AccountId == account.Id, cancel))));
        items.AddRange((await users.GetPasskeysAsync(account)).Select(passkey => new ExportItem(("factor", OwnDataTexts.FactorPasskey), ("name", passkey.Name), ("at", passkey.CreatedAt))));
        items.AddRange((await db.UserClaims.AsNoTracking().Where(claim => claim.UserId == account.Id).ToListAsync(cancel))
            .Select(claim => new ExportItem(("factor", OwnDataTexts.FactorDeclared), ("name", claim.ClaimType), ("detail", claim.ClaimValue))));
        return items;
    }

    private async Task<List<ExportItem>> RequestsAsync(PersonId person, CancellationToken cancel)
    {
        var export = await db.DataExports.AsNoTracking().Where(one => one.PersonId == person).Select(one => new { one.RequestedAt }).SingleOrDefaultAsync(cancel);
        var erasure = await db.Erasures.AsNoTracking().SingleOrDefaultAsync(one => one.PersonId == person, cancel);
        var items = new List<ExportItem>();
        if (export is not null) items.Add(new(("request", OwnDataTexts.RequestExport), ("at", export.RequestedAt)));
        if (erasure is not null) items.Add(new(("request", OwnDataTexts.RequestErasure), ("at", erasure.RequestedAt), ("choice", erasure.Choice), ("dueAt", erasure.DueAt)));
        return items;
    }
}
