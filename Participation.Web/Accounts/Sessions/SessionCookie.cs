using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Participation.Web.Accounts.Factors;

namespace Participation.Web.Accounts.Sessions;

/// <summary>Checks a sign-in cookie: its session is open, and its account's security stamp is the one it was made with.</summary>
internal static class SessionCookie
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<SessionCheck>();
        if (!await sessions.IsOpenAsync(context.Principal, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    /// <summary>When the stamp is checked, Identity makes the person's claims anew; those of the session go with them.</summary>
    public static void KeepClaims(SecurityStampValidatorOptions stamp, StaffFactor staff) => stamp.OnRefreshingPrincipal = context =>
    {
        if (context.CurrentPrincipal is not { } current || context.NewPrincipal is not { } renewed) return Task.CompletedTask;
        renewed.Identities.First().AddClaims(SessionClaims.Of(current));
        staff.Mark(renewed);
        return Task.CompletedTask;
    };
}
