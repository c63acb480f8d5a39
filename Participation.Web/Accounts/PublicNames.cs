using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Markdown;

namespace Participation.Web.Accounts;

/// <summary>
/// Finds people by names that everybody can read on the site already: of those who wrote something public, can sign in and did not leave. Naming somebody
/// tells nothing about who else has an account.
/// </summary>
internal sealed class PublicNames(ParticipationDbContext db) : IPublicNames
{
    public async Task<IReadOnlyDictionary<string, PublicPerson>> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancel) => await db.People.AsNoTracking()
        .Where(person => names.Contains(person.NormalizedDisplayName) && person.ErasedAt == null && person.Verification != Verification.None)
        .Where(person => !db.Users.Any(account => account.PersonId == person.Id && account.BlockedAt != null))
        .Where(person => db.Ideas.Any(idea => idea.AuthorId == person.Id && idea.HiddenAt == null && IdeaStatuses.Public.Contains(idea.Status))
            || db.Comments.Any(comment => comment.AuthorId == person.Id && comment.Status == CommentStatus.Published))
        .Select(person => new { person.Id, person.DisplayName, person.NormalizedDisplayName })
        .ToDictionaryAsync(person => person.NormalizedDisplayName, person => new PublicPerson(person.Id, person.DisplayName), StringComparer.Ordinal, cancel);
}
