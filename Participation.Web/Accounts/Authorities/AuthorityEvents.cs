using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Authorities;

/// <summary>What the site adds to the protocol: the level asked for, who arrived in a form of its own, and words instead of error pages.</summary>
internal sealed class AuthorityEvents(Authority authority) : OpenIdConnectEvents
{
    /// <summary>Under which the id_token to sign out with stands among the request's items.</summary>
    internal static readonly object Hint = new();

    private const string IdToken = "id_token";

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        if (authority.Options.AcrValues.Length > 0) context.ProtocolMessage.AcrValues = string.Join(' ', authority.Options.AcrValues);
        context.ProtocolMessage.UiLocales = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        if (Errands.Of(context.Properties).Kind is not ErrandKind.Prove) return Task.CompletedTask;
        (context.ProtocolMessage.Prompt, context.ProtocolMessage.MaxAge) = ("login", "0");
        return Task.CompletedTask;
    }

    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        context.ProtocolMessage.IdTokenHint = context.HttpContext.Items[Hint] as string;
        context.ProtocolMessage.ClientId = authority.Options.ClientId;
        return Task.CompletedTask;
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        // The discovery document comes from the configured address; what it says about its issuer is not believed for that alone.
        if (!AuthorityReach.IsIssuer(authority, context.SecurityToken.Issuer)) context.Fail(new SecurityTokenInvalidIssuerException("The issuer is not the configured one."));
        else if (context.ProtocolMessage?.Iss is { } iss && iss != context.SecurityToken.Issuer) context.Fail(new SecurityTokenInvalidIssuerException("The answer names another issuer (RFC 9207)."));
        else if (context.TokenEndpointResponse?.IdToken is { } token) context.Properties?.Items[IdToken] = token;
        return Task.CompletedTask;
    }

    public override Task TicketReceived(TicketReceivedContext context)
    {
        var errand = Errands.Of(context.Properties);
        if (context.Principal is not { } user || !ClaimReading.IsAdmitted(authority.Options, user)) return LeadAsync(context, AuthorityProblem.NotAdmitted, errand.Next);
        if (ClaimReading.Arrival(authority, user, errand, context.Properties?.Items.TryGetValue(IdToken, out var token) is true ? token : null) is not { } arrival)
            return LeadAsync(context, AuthorityProblem.Invalid, errand.Next);
        context.Principal = ArrivalTickets.Principal(arrival);
        context.Properties = new AuthenticationProperties();
        context.ReturnUri = Links.AuthorityArrival;
        return Task.CompletedTask;
    }

    public override Task AccessDenied(AccessDeniedContext context) => LeadAsync(context, AuthorityProblem.Cancelled, Errands.Of(context.Properties).Next);

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        var problem = AuthorityProblems.Of(context.Failure);
        // The exception's own text can carry parts of a token, so only its kind is logged.
        Log(context.HttpContext).LogWarning("Signing in through {Authority} failed: {Problem} ({Kind}).", authority.Name, problem, context.Failure?.GetType().Name);
        if (problem is AuthorityProblem.Unreachable) context.HttpContext.RequestServices.GetRequiredService<AuthorityReach>().NoteDown(authority);
        return LeadAsync(context, problem, Errands.Of(context.Properties).Next);
    }

    private Task LeadAsync<TOptions>(HandleRequestContext<TOptions> context, AuthorityProblem problem, string next) where TOptions : AuthenticationSchemeOptions
    {
        context.Response.Redirect(Links.AuthorityProblem(AuthorityProblems.Word(problem), authority.Name, LocalAddress.OrHome(next)));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILogger<AuthorityEvents>>();
}
