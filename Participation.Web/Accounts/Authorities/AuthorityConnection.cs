using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Authorities;

/// <summary>How the site speaks with an authority: authorization code with PKCE, state, nonce and a checked issuer, nothing kept but the id_token.</summary>
internal static class AuthorityConnection
{
    /// <summary>How long a request of the site to the authority may take: someone is waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>How long someone may take at the authority; an identity card, its reader and its PIN need a while.</summary>
    private static readonly TimeSpan Absence = TimeSpan.FromMinutes(30);

    public static void Configure(OpenIdConnectOptions connection, Authority authority)
    {
        var options = authority.Options;
        connection.SignInScheme = ArrivalTickets.Scheme;
        connection.Authority = options.Url;
        connection.ClientId = options.ClientId;
        connection.ClientSecret = options.ClientSecret;
        connection.RequireHttpsMetadata = !(Uri.TryCreate(options.Url, UriKind.Absolute, out var url) && url.IsLoopback);
        connection.ResponseType = OpenIdConnectResponseType.Code;
        connection.ResponseMode = OpenIdConnectResponseMode.Query; // A form that another site posts would come without our Lax cookies.
        connection.UsePkce = true;
        connection.MapInboundClaims = false;
        connection.SaveTokens = false;
        connection.GetClaimsFromUserInfoEndpoint = options.UserInfo;
        connection.CallbackPath = Links.AuthorityCallback(authority.Name);
        connection.SignedOutCallbackPath = Links.AuthoritySignedOut(authority.Name);
        connection.RemoteSignOutPath = default; // Ending a session by a GET from a frame would need cookies that go everywhere.
        connection.BackchannelTimeout = Patience;
        connection.RemoteAuthenticationTimeout = Absence;
        connection.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        connection.Events = new AuthorityEvents(authority);
        connection.Scope.Clear();
        foreach (var scope in (options.Scopes is [] ? ["profile", "email"] : options.Scopes).Prepend("openid").Distinct(StringComparer.Ordinal)) connection.Scope.Add(scope);
        connection.ClaimActions.Clear();
        if (options.UserInfo) connection.ClaimActions.MapAllExcept("iss", "sub", "aud", "azp", "exp", "iat", "nbf", "nonce", "auth_time", "acr", "amr", "sid");
        foreach (var cookie in (CookieBuilder[])[connection.CorrelationCookie, connection.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
    }
}
