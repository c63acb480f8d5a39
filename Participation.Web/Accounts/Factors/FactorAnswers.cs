using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Participation.Domain;
using Participation.Web.Hosting;
using Participation.Web.Hosting.Api;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Factors;

/// <summary>Whoever lacks only a second factor or a fresh sign-in is led to it; scripts are told so.</summary>
internal sealed class FactorAnswers : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var missing = authorizeResult.Forbidden ? authorizeResult.AuthorizationFailure?.FailedRequirements.ToList() ?? [] : [];
        if (missing.Count == 0 || !missing.TrueForAll(one => one is SecondFactorRequirement or FreshSignInRequirement)) return _usual.HandleAsync(next, context, policy, authorizeResult);
        var factor = missing.Exists(one => one is SecondFactorRequirement);
        if (IsScript(context)) return ApiProblems.Refused(factor ? new SecondFactorNeeded() : new FreshSignInNeeded()).ExecuteAsync(context);
        var here = context.Request.Path + (HttpMethods.IsGet(context.Request.Method) ? context.Request.QueryString : QueryString.Empty);
        context.Response.Redirect(factor ? Links.FactorsThen(here) : Links.ConfirmYourselfThen(here));
        return Task.CompletedTask;
    }

    private static bool IsScript(HttpContext http) =>
        ErrorPages.WantsJson(http) || http.Request.Path.StartsWithSegments("/hub") || http.Request.Headers.XRequestedWith == "fetch" || http.Request.HasJsonContentType();
}

/// <summary>The role needs a second factor, and this session was begun without one.</summary>
public sealed record SecondFactorNeeded : Refusal;

/// <summary>The person has to prove once more who they are.</summary>
public sealed record FreshSignInNeeded : Refusal;

/// <summary>The code was wrong, used already, or there were too many tries.</summary>
public sealed record WrongCode : Refusal;

/// <summary>An answer of a passkey that was not asked for, is too old, or does not fit.</summary>
public sealed record WrongPasskey : Refusal;
