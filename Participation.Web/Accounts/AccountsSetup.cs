using Microsoft.AspNetCore.Identity;
using Participation.Web.Accounts.Organisations;
using Participation.Web.Data;

namespace Participation.Web.Accounts;

/// <summary>Accounts: sign-in, roles, sessions.</summary>
public static class AccountsSetup
{
    /// <summary>Name of the cookie of a signed-in person.</summary>
    public const string CookieName = "anmeldung";

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(Configure)
            .AddSignInManager()
            .AddEntityFrameworkStores<ParticipationDbContext>()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<ActorClaimsFactory>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = CookieName;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/konto/anmelden";
            cookie.LogoutPath = "/konto/abmelden";
            cookie.AccessDeniedPath = "/konto/kein-zugriff";
            cookie.ReturnUrlParameter = "weiter";
            cookie.Events.OnRedirectToLogin = Answer(StatusCodes.Status401Unauthorized, cookie.Events.OnRedirectToLogin);
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthorization(Policies.Add);
        services.AddScoped<CreatePerson>().AddScoped<RegisterPerson>().AddScoped<ConfirmAddress>().AddScoped<ResetPassword>().AddScoped<ChangePassword>()
            .AddScoped<SignInAttempts>().AddScoped<SignInWithPassword>().AddScoped<AccountMails>().AddScoped<AccountQueries>().AddScoped<ChooseLanguage>()
            .AddScoped<AssignRole>().AddOrganisations();
        return services;
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
            return redirect(context);
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
