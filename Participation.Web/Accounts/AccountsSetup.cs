using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Participation.Web.Accounts.Authorities;
using Participation.Web.Accounts.Factors;
using Participation.Web.Accounts.Levels;
using Participation.Web.Accounts.OpenId;
using Participation.Web.Accounts.Organisations;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Accounts;

/// <summary>Accounts: sign-in, roles, sessions.</summary>
public static class AccountsSetup
{
    /// <summary>Name of the cookie of a signed-in person.</summary>
    public const string CookieName = "anmeldung";

    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<Account>(Configure)
            .AddSignInManager<AccountSignIn>()
            .AddEntityFrameworkStores<ParticipationDbContext>()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<ActorClaimsFactory>();
        var authentication = services.AddAuthentication(OpenIdSetup.SiteScheme).AddSiteScheme();
        authentication.AddIdentityCookies();
        PendingSignIn.AddTo(authentication);
        authentication.AddAuthorities(configuration);
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = CookieName;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = AccountSession.Life;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/konto/anmelden";
            cookie.LogoutPath = "/konto/abmelden";
            cookie.AccessDeniedPath = "/konto/kein-zugriff";
            cookie.ReturnUrlParameter = "weiter";
            cookie.Events.OnValidatePrincipal = SessionCookie.ValidateAsync;
            cookie.Events.OnRedirectToLogin = Answer(StatusCodes.Status401Unauthorized, cookie.Events.OnRedirectToLogin);
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddOptions<SecurityStampValidatorOptions>().Configure<StaffFactor>(SessionCookie.KeepClaims).Configure(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthorization(Policies.Add);
        services.AddScoped<Puzzles.PuzzleDesk>().AddSingleton<MailThrottle>().AddScoped<CreatePerson>().AddScoped<RegisterPerson>().AddScoped<ConfirmAddress>().AddScoped<ResetPassword>().AddScoped<ChangePassword>()
            .AddScoped<SignInAttempts>().AddScoped<SignInWithPassword>().AddScoped<AccountMails>().AddScoped<AccountQueries>().AddScoped<ChooseLanguage>()
            .AddScoped<IPublicNames, PublicNames>().AddScoped<IStoredTexts, StoredProfiles>()
            .AddScoped<AssignRole>().AddScoped<BlockPerson>().AddScoped<SecurityMails>().AddOrganisations().AddLevels().AddOwnData().AddOpenId();
        services.AddManaged(ManagedGroup.People, Links.ManageOrganisations, () => OrganisationsTexts.ListTitle, () => AccountsTexts.AreaOrganisations, Policies.Administration)
            .AddManaged(ManagedGroup.People, Links.ConfirmAtDesk, () => LevelsTexts.DeskPageTitle, () => AccountsTexts.AreaDesk)
            .AddManaged(ManagedGroup.People, Links.Letters, () => LevelsTexts.LettersTitle, () => AccountsTexts.AreaLetters, Policies.Administration)
            .AddManaged(ManagedGroup.People, Links.Applications, () => OpenIdTexts.AppsTitle, () => AccountsTexts.AreaApplications, Policies.Administration);
        return services.AddSessions().AddFactors();
    }

    /// <summary>Endpoints beside the pages.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        app.MapPasskeys();
        app.MapLetters();
        app.MapAuthorities();
        app.MapOpenId();
    }

    private static IServiceCollection AddSessions(this IServiceCollection services) => services
        .AddSingleton<LiveSessions>().Configure<HubOptions>(hub => hub.AddFilter<LiveSessions>()).AddScoped<CutEndedSessions>().AddHostedService<LiveSessionWatch>()
        .AddSingleton<SeenSessions>().AddScoped<SessionCheck>().AddScoped<OpenSession>().AddScoped<EndSessions>().AddScoped<NewDevice>().AddScoped<SessionQueries>();

    private static IServiceCollection AddFactors(this IServiceCollection services)
    {
        services.AddOptions<AccountsOptions>().BindConfiguration(AccountsOptions.Section);
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeyOptions>();
        services.AddSingleton<StaffFactor>().AddSingleton<CodeSecrets>().AddSingleton<IAuthorizationMiddlewareResultHandler, FactorAnswers>()
            .AddSingleton<IAuthorizationHandler, SecondFactorHandler>().AddSingleton<IAuthorizationHandler, FreshSignInHandler>();
        return services.AddScoped<OwnAccount>().AddScoped<PendingSignIn>().AddScoped<CodeCheck>().AddScoped<SwitchCodes>().AddScoped<SignInWithCode>().AddScoped<ProveYourself>()
            .AddScoped<PasskeyCeremony>().AddScoped<SignInWithPasskey>().AddScoped<KeepPasskeys>().AddScoped<ResetFactors>();
    }

    private static void Configure(IdentityOptions identity)
    {
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = ""; // The user name is the e-mail address; which of those are plausible is said in NewPerson.
        identity.SignIn.RequireConfirmedEmail = true;
        identity.Password = new PasswordOptions
        {
            RequiredLength = PasswordRule.MinLength, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = PasswordRule.MinDistinct,
        };
        identity.Lockout = new LockoutOptions { AllowedForNewUsers = true, MaxFailedAccessAttempts = 8, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10) };
    }

    /// <summary>Scripts and the API get a status, people get the sign-in page.</summary>
    private static Func<Microsoft.AspNetCore.Authentication.RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>, Task> Answer(
        int status, Func<Microsoft.AspNetCore.Authentication.RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>, Task> redirect) => context =>
    {
        if (!context.Request.Path.StartsWithSegments("/api") && !context.Request.Path.StartsWithSegments("/hub") && context.Request.Headers.XRequestedWith != "fetch")
        {
            if (HttpMethods.IsPost(context.Request.Method)) FlashMessage.Leave(context.Response, AccountsTexts.SignedOutMeanwhile);
            return redirect(context);
        }

        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
