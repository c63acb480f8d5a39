using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.OpenId;

/// <summary>
/// Whoever signs in for an application that they allowed before is led from the form straight back to it; browsers hold the whole way
/// to the form's policy. So pages that lead to a request allow the registered addresses of the application that made it.
/// </summary>
internal static class SignInTargets
{
    public static IApplicationBuilder UseSignInTargets(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Request.Path.StartsWithSegments(Links.Account) && ClientOf(http.Request.Query["weiter"]) is { } client) await AllowAsync(http, client);
        await next(http);
    });

    private static string? ClientOf(string? next) =>
        next is { Length: < 500 } && next.StartsWith(Links.AuthorizeDecide + "?", StringComparison.Ordinal)
        && QueryHelpers.ParseQuery(next[Links.AuthorizeDecide.Length..]).TryGetValue("client_id", out var client) ? client.ToString() : null;

    private static async Task AllowAsync(HttpContext http, string client)
    {
        var applications = http.RequestServices.GetRequiredService<IOpenIddictApplicationManager>();
        if (client.Length is 0 or > 100 || await applications.FindByClientIdAsync(client, http.RequestAborted) is not { } application) return;
        FormTargets.Allow(http, await applications.GetRedirectUrisAsync(application, http.RequestAborted));
    }
}
