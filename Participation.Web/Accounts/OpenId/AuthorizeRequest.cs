using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using Participation.Web.Accounts.Sessions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Participation.Web.Accounts.OpenId;

/// <summary>What comes next for an application's request.</summary>
internal enum AuthorizeStep
{
    /// <summary>The person signs in first.</summary>
    SignIn,

    /// <summary>The person is signed in and proves it anew.</summary>
    ProveAgain,

    /// <summary>The person decides.</summary>
    Ask,

    /// <summary>The application gets its code.</summary>
    Grant,

    /// <summary>The application is told that it cannot be done without the person.</summary>
    Refuse,
}

/// <summary>An application's request as the person reads it.</summary>
/// <param name="Application">Its internal id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Scopes">What it asks for.</param>
/// <param name="RedirectUri">Where the answer goes.</param>
/// <param name="IsCertain">
/// Whether the answer can only reach this application. On a person's own device any program can listen at a port or claim a scheme and
/// call itself by this name; there the person is asked every time (RFC 8252, 8.6).
/// </param>
public sealed record AskedFor(string Application, string Name, ImmutableArray<string> Scopes, string RedirectUri, bool IsCertain);

/// <summary>The request that OpenIddict checked, and the person in front of it.</summary>
public sealed class AuthorizeRequest(
    IOpenIddictApplicationManager applications, Consent consent, TokenPeople people, SignInDemand demand, TimeProvider clock)
{
    /// <summary>The request as it was sent.</summary>
    public static OpenIddictRequest Of(HttpContext http) => http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("This is no request of OpenID Connect.");

    /// <summary>Who asks for what.</summary>
    public async Task<AskedFor> AskedForAsync(HttpContext http, CancellationToken cancel)
    {
        var request = Of(http);
        var application = await applications.FindByClientIdAsync(request.ClientId!, cancel) ?? throw new InvalidOperationException("The application vanished.");
        var redirect = request.RedirectUri ?? "";
        return new AskedFor(
            (await applications.GetIdAsync(application, cancel))!, await applications.GetDisplayNameAsync(application, cancel) ?? request.ClientId!, request.GetScopes(), redirect,
            redirect.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || !await applications.HasClientTypeAsync(application, ClientTypes.Public, cancel));
    }

    /// <summary>What comes next, and if the application is refused, why.</summary>
    internal async Task<(AuthorizeStep Step, string? Error)> NextAsync(HttpContext http, AskedFor asked, CancellationToken cancel)
    {
        var request = Of(http);
        var silent = request.HasPromptValue(PromptValues.None);
        if (http.User.ActorOrNull() is not { } actor || http.User.Sid() is null || await people.FindAsync(actor.Person, cancel) is null)
        {
            if (!silent) demand.Make(http, Key(request));
            return silent ? (AuthorizeStep.Refuse, Errors.LoginRequired) : (AuthorizeStep.SignIn, null);
        }

        if (NeedsProof(http, request))
        {
            if (!silent) demand.Make(http, Key(request));
            return silent ? (AuthorizeStep.Refuse, Errors.LoginRequired) : (AuthorizeStep.ProveAgain, null);
        }

        if (asked.IsCertain && !request.HasPromptValue(PromptValues.Consent) && await consent.CoversAsync(actor.Person, asked.Application, asked.Scopes, cancel)) return (AuthorizeStep.Grant, null);
        return silent ? (AuthorizeStep.Refuse, Errors.ConsentRequired) : (AuthorizeStep.Ask, null);
    }

    /// <summary>The principal for the code.</summary>
    internal async Task<ClaimsPrincipal> GrantAsync(HttpContext http, AskedFor asked, CancellationToken cancel)
    {
        var person = await people.FindAsync(http.User.Actor().Person, cancel) ?? throw new InvalidOperationException("The account vanished.");
        var session = TokenSession.OfCookie(http.User) ?? throw new InvalidOperationException("The sign-in has no session.");
        return TokenPrincipal.Of(person, session, asked.Scopes);
    }

    /// <summary>A proof that is too old for <c>max_age</c>, or older than the request where that asks for a new one.</summary>
    private bool NeedsProof(HttpContext http, OpenIddictRequest request)
    {
        var provedAt = http.User.ProvedAt();
        var isDue = request.HasPromptValue(PromptValues.Login) || (request.MaxAge is { } seconds && clock.GetUtcNow() - provedAt >= TimeSpan.FromSeconds(seconds));
        // Whoever proved themselves for this request may take their time to read it.
        return isDue && !demand.IsMetBy(http, Key(request), provedAt);
    }

    /// <summary>Tells requests apart: the one that waits in the database.</summary>
    private static string Key(OpenIddictRequest request) => request.RequestUri ?? throw new InvalidOperationException("Requests are kept in the database, so each has an address.");
}
