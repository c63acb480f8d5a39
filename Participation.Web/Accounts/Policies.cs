using Microsoft.AspNetCore.Authorization;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.Factors;

namespace Participation.Web.Accounts;

/// <summary>Names of the policies that pages and endpoints ask for.</summary>
public static class Policies
{
    /// <summary>Whoever proved a short while ago who they are; for what concerns the safety of an account.</summary>
    public const string FreshSignIn = nameof(FreshSignIn);

    /// <summary>Moderators and administrators.</summary>
    public const string Moderation = nameof(Moderation);

    /// <summary>Administrators.</summary>
    public const string Administration = nameof(Administration);

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Moderation, policy => policy.RequireAuthenticatedUser().RequireClaim(ActorClaims.Role, nameof(Role.Moderator), nameof(Role.Administrator)).AddRequirements(new SecondFactorRequirement()));
        options.AddPolicy(Administration, policy => policy.RequireAuthenticatedUser().RequireClaim(ActorClaims.Role, nameof(Role.Administrator)).AddRequirements(new SecondFactorRequirement()));
        options.AddPolicy(FreshSignIn, policy => policy.RequireAuthenticatedUser().AddRequirements(new FreshSignInRequirement()));
    }
}
