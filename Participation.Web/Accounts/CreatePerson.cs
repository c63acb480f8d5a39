using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.Authorities;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts;

/// <summary>Makes a person and their account in one transaction, so that no half account stays.</summary>
public sealed class CreatePerson(ParticipationDbContext db, UserManager<Account> users, TimeProvider clock, IOptions<CityOptions> city)
{
    /// <summary>Kind of the claim that keeps a declaration until the address is confirmed.</summary>
    internal const string DeclaredClaim = "declared";

    private const int MostOrganisations = 500;
    private static readonly TimeSpan ReservedFor = TimeSpan.FromDays(1);

    /// <returns>The account, or that the name or the address is taken, or why nobody goes by such a name. Whom an authority names a second time gets the account of the first. Either way it takes as long: the password is always hashed.</returns>
    public async Task<Outcome<Account>> ExecuteAsync(NewPerson wanted, CancellationToken cancel)
    {
        var hash = wanted.Arrival is null ? users.PasswordHasher.HashPassword(new Account(), wanted.Password) : null;
        try
        {
            return await TryAsync(wanted, hash, cancel);
        }
        catch (Exception failure) when (failure is SomeoneWasFasterException || (failure is DbUpdateException update && db.IsUniqueViolation(update)))
        {
            // Their row is visible now, so the second try says what is taken.
            db.ChangeTracker.Clear();
            return await TryAsync(wanted, hash, cancel);
        }
    }

    private static Verification Proven(NewPerson wanted) => wanted switch
    {
        { HasProvenAddress: true, IsResident: true } => Verification.SelfDeclaredResident,
        { IsConfirmed: true } or { HasProvenAddress: true } => Verification.Email,
        _ => Verification.None,
    };

    /// <summary>The account that the same identity got a moment ago; asked after what is taken, because its name and address are.</summary>
    private async Task<Account?> ConnectedAsync(Arrival? arrival, CancellationToken cancel)
    {
        if (arrival is null) return null;
        var key = ConnectedIdentity.KeyOf(arrival.Identity);
        return await db.Users.SingleOrDefaultAsync(account => db.Identities.Any(identity => identity.Key == key && identity.AccountId == account.Id), cancel);
    }

    /// <summary>Whether a public name is somebody's, an organisation's or an office's.</summary>
    public async Task<bool> IsTakenAsync(string name, CancellationToken cancel) =>
        await IsTakenAsync(Person.Normalize(name), byOperator: false, clock.GetUtcNow(), cancel) || await IsOfficialAsync(name, cancel);

    private async Task<bool> IsOfficialAsync(string name, CancellationToken cancel) =>
        OfficialNames.Is(name, city.Value.Name, await db.Organisations.AsNoTracking().OrderBy(organisation => organisation.Id).Select(organisation => organisation.Name).Take(MostOrganisations).ToListAsync(cancel));

    private async Task<bool> IsTakenAsync(string name, bool byOperator, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.People.AnyAsync(person => person.NormalizedDisplayName == name, cancel)) return true;
        if (await db.Set<NameReservation>().AnyAsync(reservation => reservation.NormalizedName == name && reservation.Until > now, cancel)) return true;
        if (byOperator) return false; // An operator may name staff as it is.
        return name == Person.Normalize(Person.AnonymousName) || name.StartsWith(Person.Normalize(Person.ErasedName), StringComparison.Ordinal);
    }

    private async Task<Outcome<Account>> TryAsync(NewPerson wanted, string? hash, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        var name = Person.Normalize(wanted.Name);
        var now = clock.GetUtcNow();
        if (await IsTakenAsync(name, wanted.IsConfirmed, now, cancel)) return await ConnectedAsync(wanted.Arrival, cancel) is { } connected ? connected : new NameIsTaken();
        if (!wanted.IsConfirmed && await IsOfficialAsync(wanted.Name, cancel)) return new NameLooksOfficial();
        if (!wanted.IsConfirmed && NewPerson.HasAddress(wanted.Name)) return new NameHasAddress();
        if (await users.FindByEmailAsync(wanted.Email) is not null)
        {
            if (await ConnectedAsync(wanted.Arrival, cancel) is { } same) return same;
            await db.Set<NameReservation>().Where(reservation => reservation.Until <= now).ExecuteDeleteAsync(cancel);
            db.Add(NameReservation.Of(name, now + ReservedFor));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return new AddressHasAccount();
        }

        if (await ConnectedAsync(wanted.Arrival, cancel) is { } earlier) return earlier;
        var joined = Person.Join(PersonId.New(now), wanted.Name, wanted.Role, Proven(wanted), now);
        joined.Speak(wanted.Language);
        var account = new Account
        {
            Id = joined.Id.Value, PersonId = joined.Id, UserName = wanted.Email, Email = wanted.Email, EmailConfirmed = wanted.IsConfirmed || wanted.HasProvenAddress, PasswordHash = hash,
        };
        db.People.Add(joined);
        var created = await users.CreateAsync(account);
        if (created.Errors.Any(error => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName))) throw new SomeoneWasFasterException();
        if (!created.Succeeded) throw new InvalidOperationException("The account was refused: " + string.Join(", ", created.Errors.Select(error => error.Code)));
        if (wanted.Arrival is not null)
        {
            db.Identities.Add(ConnectedIdentity.Connect(wanted.Arrival.Identity, wanted.Arrival.Authority, account.Id, now));
            await db.SaveChangesAsync(cancel);
        }

        if (wanted.IsResident && !account.EmailConfirmed) await users.AddClaimAsync(account, new Claim(DeclaredClaim, nameof(Verification.SelfDeclaredResident)));
        await transaction.CommitAsync(cancel);
        return account;
    }

    /// <summary>Between the look at the addresses and the writing somebody took this one.</summary>
    private sealed class SomeoneWasFasterException : Exception;
}
