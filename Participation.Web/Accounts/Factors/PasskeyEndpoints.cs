using Participation.Web.Hosting;
using Participation.Web.Hosting.Api;

namespace Participation.Web.Accounts.Factors;

/// <summary>What a script asks before it asks the browser for a passkey.</summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost("/konto/passkeys/neu", OfferAsync).RequireAuthorization(Policies.FreshSignIn)
            .AddEndpointFilter<GenuineRequestFilter>().RequireRateLimiting(Limits.SignIn).ExcludeFromDescription();
        app.MapPost("/konto/passkeys/frage", AskAsync).AllowAnonymous()
            .AddEndpointFilter<GenuineRequestFilter>().RequireRateLimiting(Limits.SignIn).ExcludeFromDescription();
    }

    private static async Task<IResult> OfferAsync(HttpContext http, OwnAccount own, PasskeyCeremony passkeys, CancellationToken cancel) =>
        Results.Text(await passkeys.OfferAsync(await own.LoadAsync(http.User, cancel), http.User.PublicName() ?? ""), "application/json");

    /// <summary>A visitor may use any passkey of this site, which tells nothing about accounts; the signed-in prove themselves with their own.</summary>
    private static async Task<IResult> AskAsync(HttpContext http, OwnAccount own, PasskeyCeremony passkeys, CancellationToken cancel) =>
        Results.Text(await passkeys.AskAsync(http.User.ActorOrNull() is null ? null : await own.LoadAsync(http.User, cancel)), "application/json");
}
