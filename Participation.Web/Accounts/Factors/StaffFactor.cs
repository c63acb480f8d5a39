using System.Security.Claims;
using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Demo;

namespace Participation.Web.Accounts.Factors;

/// <summary>Whether moderators and administrators need a second factor here, and who of them did not use one.</summary>
public sealed class StaffFactor(IOptions<AccountsOptions> options, DemoState demo)
{
    /// <summary>Whether it is needed on this site.</summary>
    public bool IsNeeded => options.Value.StaffNeedsSecondFactor ?? !demo.IsLoaded;

    /// <summary>Whether a role needs it.</summary>
    public bool IsNeededFor(Role role) => IsNeeded && role is (Role.Moderator or Role.Administrator);

    /// <summary>Whether this person may use the role that the cookie names.</summary>
    public bool IsSatisfiedBy(ClaimsPrincipal user) => !IsNeeded || user.HasSecondFactor();

    /// <summary>Notes in a cookie that its person cannot act with their role yet.</summary>
    public void Mark(ClaimsPrincipal user)
    {
        if (Enum.TryParse<Role>(user.FindFirstValue(ActorClaims.Role), out var role) && IsNeededFor(role) && !user.HasSecondFactor())
            user.Identities.First().AddClaim(new Claim(ActorClaims.Unproven, "true"));
    }
}
