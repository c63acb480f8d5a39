using Microsoft.AspNetCore.Authorization;
using Participation.Domain.Accounts;

namespace Participation.Web.Accounts;

/// <summary>Names of the policies that pages and endpoints ask for.</summary>
public static class Policies
{
    /// <summary>Moderators and administrators.</summary>
    public const string Moderation = nameof(Moderation);

    /// <summary>Administrators.</summary>
    public const string Administration = nameof(Administration);

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Moderation, policy => policy.RequireAuthenticatedUser().RequireClaim(ActorClaims.Role, nameof(Role.Moderator), nameof(Role.Administrator)));
        options.AddPolicy(Administration, policy => policy.RequireAuthenticatedUser().RequireClaim(ActorClaims.Role, nameof(Role.Administrator)));
    }
}
