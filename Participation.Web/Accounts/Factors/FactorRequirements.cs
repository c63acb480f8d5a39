using Microsoft.AspNetCore.Authorization;
using Participation.Web.Accounts.Sessions;

namespace Participation.Web.Accounts.Factors;

/// <summary>Asks for a second factor, where the site asks its staff for one.</summary>
internal sealed record SecondFactorRequirement : IAuthorizationRequirement;

/// <summary>Asks that the person proved who they are a short while ago.</summary>
internal sealed record FreshSignInRequirement : IAuthorizationRequirement
{
    /// <summary>How long a proof is fresh.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(10);
}

internal sealed class SecondFactorHandler(StaffFactor staff) : AuthorizationHandler<SecondFactorRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, SecondFactorRequirement requirement)
    {
        if (staff.IsSatisfiedBy(context.User)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

internal sealed class FreshSignInHandler(TimeProvider clock) : AuthorizationHandler<FreshSignInRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, FreshSignInRequirement requirement)
    {
        if (clock.GetUtcNow() - context.User.ProvedAt() <= FreshSignInRequirement.Freshness) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
