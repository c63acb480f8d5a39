using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation;
using Participation.Web.Data;
using Participation.Web.Notifications;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Participation.Web.Accounts.OpenId;

/// <summary>The OpenID Connect server: what it offers, and to whom.</summary>
public static class OpenIdSetup
{
    /// <summary>Decides by the request how people are known.</summary>
    internal const string SiteScheme = "site";

    /// <summary>Who may call with a token from a script of another site: anyone who has one.</summary>
    internal const string ApplicationsCors = "applications";

    internal static IServiceCollection AddOpenId(this IServiceCollection services)
    {
        services.AddOptions<OpenIdOptions>().BindConfiguration(OpenIdOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OpenIdOptions>, OpenIdOptionsCheck>();
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<ParticipationDbContext>().ReplaceDefaultEntities<Guid>())
            .AddServer(Offer)
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore();
                validation.AddAudiences(Scopes.Api);
                validation.EnableTokenEntryValidation();
                validation.EnableAuthorizationEntryValidation();
            });
        services.AddOptions<OpenIddictServerOptions>().Configure<IOptions<OpenIdOptions>, IOptions<SiteOptions>>(Measure);
        // Plain HTTP is for developers; everywhere else a request without TLS is refused.
        services.AddOptions<OpenIddictServerAspNetCoreOptions>().Configure<IHostEnvironment>((web, host) => web.DisableTransportSecurityRequirement = host.IsDevelopment());
        services.AddCors(cors => cors.AddPolicy(ApplicationsCors, policy => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Post).WithHeaders("Authorization", "Content-Type")));
        services.AddSingleton<ConnectLimits>().AddScoped<RevokeTokens>().AddScoped<OwnData.IPersonalData, ApplicationsOfPerson>();
        return services.AddKeys().AddScoped<TokenPeople>().AddScoped<TokenCheck>().AddScoped<Consent>().AddScoped<AuthorizeRequest>().AddSingleton<SignInDemand>()
            .AddScoped<ApplicationQueries>().AddScoped<ApplicationAudit>().AddScoped<AddApplication>().AddScoped<ChangeApplication>().AddScoped<RenewSecret>().AddScoped<RemoveApplication>().AddScoped<ApplicationSteps>()
            .AddScoped<ConsentQueries>();
    }

    /// <summary>The cookie, and for calls of the API that carry a token, the token and nothing else.</summary>
    internal static AuthenticationBuilder AddSiteScheme(this AuthenticationBuilder authentication) => authentication
        .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, null)
        .AddPolicyScheme(SiteScheme, null, policy => policy.ForwardDefaultSelector = http =>
            http.Request.Path.StartsWithSegments(Hosting.Api.ApiSetup.Root) && BearerAnswers.HasBearer(http.Request) ? BearerHandler.SchemeName : IdentityConstants.ApplicationScheme);

    /// <summary>Goes before authentication, which is where OpenIddict answers.</summary>
    public static IApplicationBuilder UseOpenIdLimits(this IApplicationBuilder app) => app.UseConnectLimits();

    /// <summary>Goes behind authentication and limits.</summary>
    public static IApplicationBuilder UseOpenId(this IApplicationBuilder app) => app.UseBearerAnswers().UseSignInTargets();

    internal static void MapOpenId(this IEndpointRouteBuilder app) => app.MapTokens();

    private static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.AddSingleton<KeyRing>().AddScoped<SigningKeys>().AddHostedService<KeyRotation>().AddScoped<TokenPruning>();
        services.AddSingleton<OptionsChange<OpenIddictServerOptions>>().AddSingleton<OptionsChange<OpenIddictValidationOptions>>();
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(provider => provider.GetRequiredService<OptionsChange<OpenIddictServerOptions>>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictValidationOptions>>(provider => provider.GetRequiredService<OptionsChange<OpenIddictValidationOptions>>());
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(provider => provider.GetRequiredService<KeyRing>());
        // After the server's own, which sorts.
        services.AddSingleton<IPostConfigureOptions<OpenIddictServerOptions>>(provider => provider.GetRequiredService<KeyRing>());
        return services;
    }

    private static void Offer(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetUserInfoEndpointUris("connect/userinfo")
            .SetIntrospectionEndpointUris("connect/introspect").SetRevocationEndpointUris("connect/revoke").SetPushedAuthorizationEndpointUris("connect/par")
            .SetEndSessionEndpointUris("connect/logout");
        server.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().AllowClientCredentialsFlow().RequireProofKeyForCodeExchange();
        // Requests wait in the database, so that the address to come back to after signing in is short and says nothing.
        server.EnableAuthorizationRequestCaching().EnableEndSessionRequestCaching();
        server.UseReferenceRefreshTokens();
        server.RegisterScopes([.. Scopes.All]);
        server.RegisterClaims(
            Claims.Subject, Claims.Name, Claims.Locale, Claims.Email, Claims.EmailVerified, TokenPrincipal.VerificationLevel,
            Claims.AuthenticationTime, Claims.AuthenticationMethodReference, Claims.AuthenticationContextReference, Sessions.SessionClaims.Session);
        server.Configure(options =>
        {
            options.CodeChallengeMethods.Clear();
            options.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256);
            // form_post answers with a script of its own, which this site's policy forbids; fragments are for flows that are not offered.
            options.ResponseModes.Clear();
            options.ResponseModes.Add(ResponseModes.Query);
            options.PromptValues.Remove(PromptValues.SelectAccount);
            options.ClientAuthenticationMethods.Remove(ClientAuthenticationMethods.PrivateKeyJwt);
            options.ClientAssertionTypes.Clear();
        });
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableUserInfoEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough().EnableStatusCodePagesIntegration();
        server.AddEventHandler<OpenIddictServerEvents.HandleIntrospectionRequestContext>(handler => handler.UseScopedHandler<EndedIsInactive>().SetOrder(int.MaxValue - 1000));
        server.AddEventHandler<OpenIddictServerEvents.HandleConfigurationRequestContext>(handler => handler.UseSingletonHandler<SayContextClasses>().SetOrder(int.MaxValue - 1000));
        server.AddEventHandler<OpenIddictServerEvents.ApplyAuthorizationResponseContext>(handler => handler.UseSingletonHandler<SayWhatWasWrong>().SetOrder(int.MinValue + 1000));
        server.AddEventHandler<OpenIddictServerEvents.ApplyEndSessionResponseContext>(handler => handler.UseSingletonHandler<SayWhatWasWrong>().SetOrder(int.MinValue + 1000));
    }

    private static void Measure(OpenIddictServerOptions server, IOptions<OpenIdOptions> openId, IOptions<SiteOptions> site)
    {
        var options = openId.Value;
        // Behind a proxy the site is called by its public name, and clients compare the issuer letter by letter.
        if (site.Value.PublicUrl is { } address) server.Issuer = new Uri(address.GetLeftPart(UriPartial.Authority) + "/");
        server.AccessTokenLifetime = options.AccessToken;
        server.IdentityTokenLifetime = options.IdentityToken;
        server.AuthorizationCodeLifetime = options.Code;
        server.RefreshTokenLifetime = options.RefreshToken;
        server.RefreshTokenReuseLeeway = options.RefreshLeeway;
        server.RequestTokenLifetime = options.Request;
    }
}
