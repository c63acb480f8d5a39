using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Authorities;

/// <summary>The ways to an authority. Plain links: they change nothing here, and the policy allows no form to end on another site.</summary>
internal static class AuthorityEndpoints
{
    public static void MapAuthorities(this IEndpointRouteBuilder app)
    {
        app.MapGet("/konto/anmelden/mit/{name}", GoAsync).AllowAnonymous().RequireRateLimiting(Limits.Away).ExcludeFromDescription();
        app.MapGet(Links.AuthorityArrival, ArriveAsync).AllowAnonymous().RequireRateLimiting(Limits.Away).ExcludeFromDescription();
        app.MapPost("/konto/abmelden/von/{name}", EndAsync).AllowAnonymous().RequireRateLimiting(Limits.Report).ExcludeFromDescription();
        app.MapGet(Links.LeaveAuthorityNow, LeaveAsync).AllowAnonymous().RequireRateLimiting(Limits.Away).ExcludeFromDescription();
    }

    private static async Task<IResult> GoAsync(string name, string? weiter, string? auftrag, HttpContext http, AuthorityList authorities, AuthorityReach reach, Errands errands, CancellationToken cancel)
    {
        var authority = authorities.Find(name) ?? throw new NotFoundException();
        var next = LocalAddress.OrHome(weiter);
        // Another site's link leads to the page with the button: nobody is signed in without having wanted it.
        if (http.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" || errands.Open(auftrag, next, http.User.Sid()) is not { } errand) return Results.LocalRedirect(Links.SignInThen(next));
        http.Response.Headers.CacheControl = "no-store";
        if (await reach.AskAsync(authority, cancel) is null) return Problem(authority, AuthorityProblem.Unreachable, next);
        try
        {
            await http.ChallengeAsync(authority.Scheme, Errands.Carry(errand));
            return Results.Empty;
        }
        catch (Exception failure) when (failure is HttpRequestException or OpenIdConnectProtocolException or InvalidOperationException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            reach.NoteDown(authority);
            return Problem(authority, AuthorityProblem.Unreachable, next);
        }
    }

    private static async Task<IResult> ArriveAsync(HttpContext http, ReceiveArrival receive, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (address, notice) = await receive.ExecuteAsync(http.User, cancel);
        if (notice is not null) FlashMessage.Leave(http.Response, notice);
        return Results.LocalRedirect(address);
    }

    /// <summary>The authority itself says that a session there ended. It carries no cookie and no form's token; its signature is what counts.</summary>
    private static async Task<IResult> EndAsync(string name, HttpContext http, AuthorityList authorities, EndFromAuthority end, CancellationToken cancel)
    {
        var authority = authorities.Find(name) ?? throw new NotFoundException();
        http.Response.Headers.CacheControl = "no-store";
        var token = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(cancel))["logout_token"].ToString() : "";
        return await end.ExecuteAsync(authority, token, cancel) ? Results.Ok() : Results.BadRequest();
    }

    private static async Task<IResult> LeaveAsync(HttpContext http, LeavingAuthority leaving, AuthorityReach reach, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (leaving.Take() is not var (authority, token, back)) return Results.LocalRedirect(Links.Home);
        if (await reach.AskAsync(authority, cancel) is not { EndSessionEndpoint: { Length: > 0 } })
        {
            FlashMessage.Leave(http.Response, AuthoritiesTexts.SignedOutHereOnly.With(authority.DisplayName));
            return Results.LocalRedirect(back);
        }

        FlashMessage.Leave(http.Response, AuthoritiesTexts.SignedOutBoth.With(authority.DisplayName));
        http.Items[AuthorityEvents.Hint] = token;
        await http.SignOutAsync(authority.Scheme, new AuthenticationProperties { RedirectUri = back });
        return Results.Empty;
    }

    private static IResult Problem(Authority authority, AuthorityProblem problem, string next) =>
        Results.LocalRedirect(Links.AuthorityProblem(AuthorityProblems.Word(problem), authority.Name, next));
}
