using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.OpenId;

/// <summary>What is true of a person now, for tokens and for requests that carry one.</summary>
public sealed record TokenPerson(PersonId Id, string Name, Role Role, Verification Verification, string Language, string? Email, bool EmailConfirmed)
{
    /// <summary>The identifier by which applications know the person.</summary>
    public string Subject => SubjectOf(Id);

    /// <summary>The identifier by which applications know a person.</summary>
    public static string SubjectOf(PersonId id) => id.Value.ToString("N");

    /// <summary>The person behind an identifier; null when it is none of a person.</summary>
    public static PersonId? FromSubject(string? subject) => Guid.TryParseExact(subject, "N", out var id) ? PersonId.From(id) : null;
}

/// <summary>Finds people for tokens.</summary>
public sealed class TokenPeople(ParticipationDbContext db)
{
    /// <summary>
    /// The person, or null when there is no account any more or it is blocked. The short lock after wrong passwords is no block:
    /// otherwise anyone could throw a person out of their applications.
    /// </summary>
    public async Task<TokenPerson?> FindAsync(PersonId id, CancellationToken cancel)
    {
        return await (from person in db.People.AsNoTracking()
                      join account in db.Users.AsNoTracking() on person.Id equals account.PersonId
                      where person.Id == id && account.BlockedAt == null
                      select new TokenPerson(person.Id, person.DisplayName, person.Role, person.Verification, person.Language, account.Email, account.EmailConfirmed))
            .SingleOrDefaultAsync(cancel);
    }
}
