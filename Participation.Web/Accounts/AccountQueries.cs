using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;
using Participation.Web.Demo;

namespace Participation.Web.Accounts;

/// <summary>An account as its owner and an operator see it.</summary>
public sealed record AccountOverview(string Email, string Name, Role Role, Verification Verification, string Language, DateTimeOffset JoinedAt, bool IsConfirmed);

/// <summary>Reads accounts.</summary>
public sealed class AccountQueries(ParticipationDbContext db, DemoState demo)
{
    /// <summary>One's own account.</summary>
    public Task<AccountOverview> OwnAsync(Actor actor, CancellationToken cancel) => All(person => person.Id == actor.Person).SingleAsync(cancel);

    /// <summary>What anyone could guess from about an account: its public name and address. Empty for an unknown account.</summary>
    public async Task<string[]> KnownOfAsync(Guid account, CancellationToken cancel) =>
        await (from candidate in db.Users.AsNoTracking()
               join person in db.People.AsNoTracking() on candidate.PersonId equals person.Id
               where candidate.Id == account
               select new { candidate.Email, person.DisplayName }).SingleOrDefaultAsync(cancel) is { } found ? [found.DisplayName, found.Email ?? ""] : [];

    /// <summary>All accounts by name, for the operator's command.</summary>
    public Task<List<AccountOverview>> ListAsync(CancellationToken cancel) => All(_ => true).ToListAsync(cancel);

    /// <summary>The accounts of the demo city in the order of their parts; none anywhere else.</summary>
    public async Task<IReadOnlyList<AccountOverview>> DemoAsync(CancellationToken cancel)
    {
        if (!demo.IsLoaded) return [];
        var emails = DemoAccounts.All.Select(account => account.Email).ToList();
        var found = await (from account in db.Users.AsNoTracking()
                           join person in db.People.AsNoTracking() on account.PersonId equals person.Id
                           where emails.Contains(account.Email!)
                           select new AccountOverview(account.Email!, person.DisplayName, person.Role, person.Verification, person.Language, person.JoinedAt, account.EmailConfirmed))
            .ToListAsync(cancel);
        return [.. found.OrderBy(account => emails.IndexOf(account.Email))];
    }

    private IQueryable<AccountOverview> All(System.Linq.Expressions.Expression<Func<Person, bool>> whom) =>
        from person in db.People.AsNoTracking().Where(whom)
        join account in db.Users.AsNoTracking() on person.Id equals account.PersonId
        orderby person.NormalizedDisplayName
        select new AccountOverview(account.Email!, person.DisplayName, person.Role, person.Verification, person.Language, person.JoinedAt, account.EmailConfirmed);
}
