using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Authorities;

/// <summary>How someone can get into an account: nobody locks themselves out, and where an authority replaces passwords, none works for citizens.</summary>
public sealed class WaysIn(ParticipationDbContext db, UserManager<Account> users, AuthorityList authorities)
{
    /// <summary>Whether a password signs this account in. Where an authority replaces passwords, it does until the account is connected, so that nobody who had one is shut out.</summary>
    public async Task<bool> MayUsePasswordAsync(Account account, CancellationToken cancel) =>
        !authorities.IsOnlyWay || !await db.Identities.AnyAsync(identity => identity.AccountId == account.Id, cancel) || await db.People.Where(person => person.Id == account.PersonId).Select(person => person.Role).SingleAsync(cancel) is not Role.Citizen;

    /// <summary>How many ways there are. An authority that is no longer configured is none.</summary>
    public async Task<int> CountAsync(Account account, CancellationToken cancel)
    {
        var names = authorities.All.Select(authority => authority.Name).ToList();
        var connected = await db.Identities.CountAsync(identity => identity.AccountId == account.Id && names.Contains(identity.Authority), cancel);
        var password = account.PasswordHash is not null && await MayUsePasswordAsync(account, cancel) ? 1 : 0;
        return connected + password + (await users.GetPasskeysAsync(account)).Count;
    }

    /// <summary>The authorities with which an account is connected, oldest first.</summary>
    public async Task<IReadOnlyList<ConnectedView>> ConnectedAsync(Guid account, CancellationToken cancel)
    {
        var found = await db.Identities.AsNoTracking().Where(identity => identity.AccountId == account).ToListAsync(cancel);
        return [.. found.OrderBy(identity => identity.ConnectedAt)
            .Select(one => new ConnectedView(one.Key, one.Authority, authorities.NameOf(one.Authority, one.Issuer), one.Level, one.ResidesHere, one.AssertedAt, one.ConnectedAt))];
    }
}

/// <summary>A connected identity as its person sees it.</summary>
public sealed record ConnectedView(string Key, string Authority, string Name, AssuranceLevel Level, bool ResidesHere, DateTimeOffset AssertedAt, DateTimeOffset ConnectedAt);

/// <summary>Without it nobody could sign in to the account any more.</summary>
public sealed record LastWayIn : Refusal;
