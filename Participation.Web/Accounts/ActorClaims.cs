using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts;

/// <summary>What a cookie says about who is signed in.</summary>
public static class ActorClaims
{
    public const string Person = "person";
    public const string Role = "role";
    public const string Name = "name";

    /// <summary>Set while someone with a role that needs a second factor has not used one.</summary>
    public const string Unproven = "unproven";

    /// <summary>Who acts; only for signed-in requests.</summary>
    public static Actor Actor(this ClaimsPrincipal user) => user.ActorOrNull() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Who acts, or null for a visitor. Whoever still owes a second factor acts as anybody else does.</summary>
    public static Actor? ActorOrNull(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(Person), out var person) && Enum.TryParse<Role>(user.FindFirstValue(Role), out var role)
            ? new Actor(PersonId.From(person), user.IsUnproven() ? Domain.Accounts.Role.Citizen : role)
            : null;

    /// <summary>Whether the person has a role that needs a second factor, and has not used one.</summary>
    public static bool IsUnproven(this ClaimsPrincipal user) => user.HasClaim(Unproven, "true");

    /// <summary>Whether this person moderates here and now, with the second factor given: what only the team may read hangs on this.</summary>
    public static bool IsModerating(this ClaimsPrincipal user) => user.ActorOrNull()?.IsModerator == true;

    /// <summary>Whether moderation is this person's work, even if a second factor is still owed: for ways that lead there, never for what is shown.</summary>
    public static bool IsStaff(this ClaimsPrincipal user) => user.IsUnproven() || user.IsModerating();

    /// <summary>The public name of who is signed in, or null.</summary>
    public static string? PublicName(this ClaimsPrincipal user) => user.FindFirstValue(Name);
}

/// <summary>Puts person, role and public name into the cookie; read anew whenever the security stamp is checked.</summary>
internal sealed class ActorClaimsFactory(UserManager<Account> users, IOptions<IdentityOptions> options, ParticipationDbContext db)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var person = await db.People.AsNoTracking().SingleAsync(candidate => candidate.Id == user.PersonId);
        identity.AddClaim(new Claim(ActorClaims.Person, person.Id.Value.ToString()));
        identity.AddClaim(new Claim(ActorClaims.Role, person.Role.ToString()));
        identity.AddClaim(new Claim(ActorClaims.Name, person.DisplayName));
        return identity;
    }
}
