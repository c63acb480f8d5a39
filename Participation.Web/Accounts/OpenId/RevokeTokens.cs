using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.OpenId;

/// <summary>
/// Ends everything that applications hold of a person, at once: a password was changed, a role was given, a sign-in is not to count any
/// more. What the person allowed stays allowed, so that signing in anew does not ask again.
/// </summary>
public sealed class RevokeTokens(ParticipationDbContext db, IOpenIddictTokenManager tokens, IOpenIddictAuthorizationManager authorizations)
{
    public async Task ExecuteAsync(PersonId person, CancellationToken cancel)
    {
        var subject = TokenPerson.SubjectOf(person);
        await tokens.RevokeBySubjectAsync(subject, cancel);
        await authorizations.RevokeAsync(subject, null, OpenIddictConstants.Statuses.Valid, OpenIddictConstants.AuthorizationTypes.AdHoc, cancel);
    }

    /// <summary>The same for an account.</summary>
    public async Task OfAccountAsync(Guid account, CancellationToken cancel) =>
        await ExecuteAsync(await db.Users.Where(candidate => candidate.Id == account).Select(candidate => candidate.PersonId).SingleAsync(cancel), cancel);

    /// <summary>For a person who leaves: nothing is kept of what applications held or were allowed.</summary>
    public async Task ForgetAsync(PersonId person, CancellationToken cancel)
    {
        var subject = TokenPerson.SubjectOf(person);
        await db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>().Where(token => token.Subject == subject).ExecuteDeleteAsync(cancel);
        await db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().Where(authorization => authorization.Subject == subject).ExecuteDeleteAsync(cancel);
    }
}
